import { extname } from "node:path";
import type { FolderSource } from "../core/settings/definitions.ts";
import { describeError } from "../core/sources/describe-error.ts";
import type { FolderFile, ReadFolder } from "../core/sources/drop-folder.ts";
import type { ReadError } from "../core/sources/errors.ts";
import { NO_HINTS } from "../core/sources/feed.ts";
import { retryOf } from "../core/sources/polling/file-retry.ts";
import { NOTHING_FOUND, type PollResult } from "../core/sources/polling/poll-result.ts";
import type { FileProblem, KnownFile, SourceState } from "../core/sources/source-state.ts";
import type { DraftDocument, DraftedDocument } from "./ports.ts";

export type ReadDropFolderDeps = {
  readonly readFolder: ReadFolder;
  readonly draftDocument: DraftDocument;
  readonly items: number;
  readonly now: () => number;
};

type Folder = SourceState & { readonly definition: FolderSource };

/** Media types by extension; the feed reader finally decides by the content. */
const FEED_TYPES: ReadonlyMap<string, string> = new Map([
  [".xml", "application/xml"],
  [".rss", "application/rss+xml"],
  [".atom", "application/atom+xml"],
  [".json", "application/feed+json"],
]);

/**
 * Reads one batch of the new files in a drop folder. A file that cannot be read costs only that file: it is read again
 * when it changes, or after growing waits when the reason may pass.
 */
export async function readDropFolder(
  source: Folder,
  deps: ReadDropFolderDeps,
): Promise<PollResult> {
  const batch = await deps.readFolder(source.definition.folder, source.files);
  if (!batch.ok) return { ...NOTHING_FOUND, outcome: "failed", error: batch.error };
  const { files, gone, hasMore } = batch.value;
  const forgotten = gone.map((name) => [name, null] as const);
  if (files.length === 0) return { ...NOTHING_FOUND, filesTried: new Map(forgotten) };

  const read: DraftedFile[] = [];
  for (const file of files) read.push(await readFile(source.definition, file, deps));
  const tried = files.map((file, index) => triedFile(source, file, { ...deps, read: read[index] }));
  const feed = read.find((file) => file.feed !== null)?.feed ?? null;
  return {
    ...NOTHING_FOUND,
    outcome: "ok",
    // Takes the name of a feed in the folder, but not its hints, which are about polling its server.
    feed: feed && { ...feed, hints: NO_HINTS },
    drafts: read.flatMap(({ drafts }) => drafts),
    warnings: read.flatMap(({ warnings }) => warnings),
    failed: read.reduce((sum, { failed }) => sum + failed, 0),
    filesTried: new Map([...forgotten, ...tried]),
    hasMore,
  };
}

function triedFile(
  source: Folder,
  { name, state }: FolderFile,
  { read, now }: { readonly read: DraftedFile | undefined; readonly now: () => number },
): readonly [string, KnownFile] {
  const problem = read?.passing ?? null;
  if (problem === null) return [name, state];
  const retry = retryOf(problem, { state, known: source.files.get(name), now: now() });
  return [name, { ...state, retry }];
}

type DraftedFile = Pick<DraftedDocument, "feed" | "drafts" | "warnings" | "failed"> & {
  /** Why the file is tried again unchanged; `null` when it is not. */
  readonly passing: FileProblem | null;
};

/** Failures that may pass: a machine slept, or a worker died. A fault of the file itself does not pass. */
const PASSING: ReadonlySet<ReadError["kind"]> = new Set(["timeout", "crashed"]);

async function readFile(
  source: FolderSource,
  { name, modifiedAt, bytes, problem }: FolderFile,
  deps: ReadDropFolderDeps,
): Promise<DraftedFile> {
  // May pass: a limit can be raised, a drive can come back.
  if (bytes === null) {
    const passing = problem ?? { reason: "cannot be read", limitBytes: null };
    return { ...unreadable(name, passing.reason), passing };
  }
  const contentType = FEED_TYPES.get(extname(name).toLowerCase()) ?? null;
  const job: Parameters<DraftDocument>[0] = {
    document: { bytes, contentType, url: null },
    file: contentType === null ? { name, changedAt: modifiedAt } : null,
    source,
    items: deps.items,
  };
  const drafted = await deps.draftDocument(job);
  if (!drafted.ok) {
    const reason = describeError(drafted.error);
    const passing = PASSING.has(drafted.error.kind) ? { reason, limitBytes: null } : null;
    return { ...unreadable(name, reason), passing };
  }
  const warnings = drafted.value.warnings.map(({ kind, detail }) => ({
    kind,
    detail: `${name}: ${detail}`,
  }));
  return { ...drafted.value, warnings, passing: null };
}

const unreadable = (name: string, why: string): Omit<DraftedFile, "passing"> => ({
  feed: null,
  drafts: [],
  warnings: [{ kind: "bad-file", detail: `${name}: ${why}` }],
  failed: 1,
});
