import { LEASE_MS } from "../core/lease.ts";
import type { DueFile, FileClaim, FileLooks } from "../core/media/file-look-queue.ts";
import { SIGNATURE_BYTES, typeOfFile } from "../core/media/file-signature.ts";
import { decidePageFailure, LEAST_SPACING_MS } from "../core/pages/decide-page-job.ts";
import { err } from "../core/result.ts";
import { whileHeldOrFailed } from "../core/while-held.ts";
import { type FetchPageDeps, fetchPage, type PageAnswer, type Wanted } from "./fetch-page.ts";
import { createHostQueue, type HostQueue, type HostQueueDeps } from "./host-queue.ts";

export type FileLookerDeps = FetchPageDeps &
  Pick<
    HostQueueDeps<DueFile>,
    "hosts" | "isHeld" | "turns" | "concurrency" | "after" | "onProblem"
  > & {
    readonly looks: FileLooks;
    /** Whether files are published at all; it may change. */
    readonly isWanted: () => boolean;
    /** 0 to 1. */
    readonly random: () => number;
    readonly onReport: (report: FileReport) => void;
  };

/** The result of a look, for the log. */
export type FileReport = {
  readonly source: string;
  readonly url: string;
  readonly outcome: "told" | "untold" | "failed" | "given-up";
  readonly type: string | null;
  /** Why the type is still unknown; `null` when it was told. */
  readonly reason: string | null;
};

/** `Accept` names no type: an image server would convert its picture to it, but readers accept other types. */
const A_FILE: Wanted = { accept: "*/*", firstBytes: SIGNATURE_BYTES, isOfUse: () => true };

/** Asks servers for the types of files when nothing else tells them, as politely as for pages, one small request each. */
export function createFileLooker(deps: FileLookerDeps): HostQueue {
  const { looks, isWanted } = deps;
  return createHostQueue<DueFile>({
    ...deps,
    goesFirst: false,
    due: async (now, limit) => (isWanted() ? looks.due(now, limit) : []),
    nextAt: async () => (isWanted() ? looks.nextAt() : null),
    keyOf: ({ url }) => url,
    addressOf: ({ url }) => url,
    async carryOut(file) {
      const claim = await looks.claim(file.url, LEASE_MS, deps.now());
      if (claim === null) return 0;
      return whileHeldOrFailed(claim.lease, { leases: looks, onProblem: deps.onProblem }, () =>
        lookAt(file, claim, deps),
      );
    },
  });
}

async function lookAt(file: DueFile, claim: FileClaim, deps: FileLookerDeps): Promise<number> {
  const { url, sourceId } = file;
  const parts: FetchPageDeps = {
    ...deps,
    fetchDocument: (request) => deps.fetchDocument({ ...request, source: sourceId }),
  };
  const { page, spacingMs } = await fetchPage(url, parts, A_FILE).catch(crashed(deps));
  deps.onReport(await keep({ file, claim, page }, deps));
  return spacingMs;
}

/** Counts an exception of our own code as a failed look, so that it is not tried for ever. */
const crashed =
  ({ onProblem }: FileLookerDeps) =>
  (cause: unknown): PageAnswer => {
    onProblem(cause);
    const message = String(cause).slice(0, 300);
    return { page: err({ kind: "crashed", message }), spacingMs: LEAST_SPACING_MS };
  };

type LookedFile = {
  readonly file: DueFile;
  readonly claim: FileClaim;
  readonly page: PageAnswer["page"];
};

async function keep(
  { file: { url, sourceId: source }, claim, page }: LookedFile,
  { looks, now, random }: FileLookerDeps,
): Promise<FileReport> {
  if (page.ok) {
    const { bytes, contentType } = page.value.document;
    const type = typeOfFile(bytes, contentType);
    await looks.told(claim.lease, type, now());
    const reason = type === null ? `its server says "${contentType ?? ""}"` : null;
    return { source, url, outcome: type === null ? "untold" : "told", type, reason };
  }
  const { attempts } = claim;
  const attempt = { problem: page.error, attempts, now: now(), random: random() };
  const failure = decidePageFailure({ ...attempt, asked: "file" });
  await looks.fail(claim, failure);
  const { reason, nextAt } = failure;
  return { source, url, outcome: nextAt === null ? "given-up" : "failed", type: null, reason };
}
