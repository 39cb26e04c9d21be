import { extname } from "node:path";
import type { FolderSource } from "../core/definitions.ts";
import { describeError } from "../core/describe-error.ts";
import { type ArticleDraft, type FeedInfo, NO_HINTS, type ReadWarning } from "../core/model.ts";
import { NOTHING_FOUND, type PollResult } from "../core/poll-result.ts";
import type { FolderFile, ReadFolder } from "../core/ports.ts";
import type { FileState, SourceState } from "../core/source-state.ts";
import type { DraftDocument, DraftedDocument, DraftJob } from "./ports.ts";

export type ReadDropFolderDeps = {
  readonly readFolder: ReadFolder;
  readonly draftDocument: DraftDocument;
  readonly items: number;
};

type Folder = SourceState & { readonly definition: FolderSource };

/** What an extension promises; the reader of feeds decides by the content in the end. */
const FEED_TYPES: ReadonlyMap<string, string> = new Map([
  [".xml", "application/xml"],
  [".rss", "application/rss+xml"],
  [".atom", "application/atom+xml"],
  [".json", "application/feed+json"],
]);

/** Reads what is new in a drop folder. A file that cannot be read costs that file, until it changes. */
export async function readDropFolder(
  source: Folder,
  deps: ReadDropFolderDeps,
): Promise<PollResult> {
  const known = new Map(source.files);
  const found = { drafts: [] as ArticleDraft[], warnings: [] as ReadWarning[], failed: 0 };
  let feed: FeedInfo | null = null;
  const filesRead = new Map<string, FileState>();

  for (let hasMore = true; hasMore; ) {
    const batch = await deps.readFolder(source.definition.folder, known);
    if (!batch.ok) return { ...NOTHING_FOUND, outcome: "failed", error: batch.error };
    for (const file of batch.value.files) {
      const drafted = await readFile(source.definition, file, deps);
      found.drafts.push(...drafted.drafts);
      found.warnings.push(...drafted.warnings);
      found.failed += drafted.failed;
      feed ??= drafted.feed;
      known.set(file.name, file.state);
      filesRead.set(file.name, file.state);
    }
    hasMore = batch.value.hasMore;
  }
  const outcome = filesRead.size === 0 ? "unchanged" : "ok";
  // A feed in the folder tells its name; when it wants to be polled is meant for its server.
  const named = feed && { ...feed, hints: NO_HINTS };
  return { ...NOTHING_FOUND, ...found, feed: named, outcome, filesRead };
}

async function readFile(
  source: FolderSource,
  { name, modifiedAt, bytes, problem }: FolderFile,
  deps: ReadDropFolderDeps,
): Promise<Pick<DraftedDocument, "feed" | "drafts" | "warnings" | "failed">> {
  if (bytes === null) return unreadable(name, problem ?? "cannot be read");
  const contentType = FEED_TYPES.get(extname(name).toLowerCase()) ?? null;
  const job: DraftJob = {
    document: { bytes, contentType, url: null },
    file: contentType === null ? { name, changedAt: modifiedAt } : null,
    source,
    items: deps.items,
  };
  const drafted = await deps.draftDocument(job);
  if (!drafted.ok) return unreadable(name, describeError(drafted.error));
  const warnings = drafted.value.warnings.map(({ kind, detail }) => ({
    kind,
    detail: `${name}: ${detail}`,
  }));
  return { ...drafted.value, warnings };
}

const unreadable = (name: string, why: string) => ({
  feed: null,
  drafts: [],
  warnings: [{ kind: "bad-file", detail: `${name}: ${why}` }],
  failed: 1,
});
