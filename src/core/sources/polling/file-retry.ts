import type { FileProblem, FileRetry, FileState, KnownFile, SourceState } from "../source-state.ts";

const MINUTE_MS = 60_000;

/** A reading that always times out takes 20 s of a worker: four times a day it is no burden, and what heals is read the same day. */
const LONGEST_WAIT_MS = 6 * 60 * MINUTE_MS;

export type FileReading = {
  readonly now: number;
  /** A larger file is not read. */
  readonly bodyBytes: number;
};

/**
 * Whether a file of a drop folder is read: it is new, it changed, or it could not be read and its wait is over. A limit
 * that was raised ends the wait of what was too large, and a clock that was set back does not prolong it. Pure.
 */
export function isToBeRead(
  state: FileState,
  known: KnownFile | undefined,
  { now, bodyBytes }: FileReading,
): boolean {
  if (known === undefined || !isSameFile(state, known)) return true;
  if (known.retry === undefined) return false;
  const { at, limitBytes } = known.retry;
  const isLimitRaised = limitBytes !== null && bodyBytes > limitBytes;
  return isLimitRaised || at <= now || at > now + LONGEST_WAIT_MS;
}

export const isSameFile = (a: FileState, b: FileState): boolean =>
  a.bytes === b.bytes && a.changedAt === b.changedAt;

/**
 * When a file that could not be read is tried again: with the next poll, then after a minute, and from then on after
 * twice the wait before. The count begins anew when the file changes. Pure.
 */
export function retryOf(
  problem: FileProblem,
  { state, known, now }: { state: FileState; known: KnownFile | undefined; now: number },
): FileRetry {
  const before = known !== undefined && isSameFile(state, known) ? known.retry : undefined;
  const failures = (before?.failures ?? 0) + 1;
  const doublings = Math.min(failures - 2, 30);
  const waitMs = failures === 1 ? 0 : Math.min(MINUTE_MS * 2 ** doublings, LONGEST_WAIT_MS);
  return { ...problem, failures, at: now + waitMs };
}

/** The source with no file waiting: somebody asked for this poll. */
export const withoutFileWaits = (source: SourceState): SourceState => ({
  ...source,
  files: new Map(
    [...source.files].map(([name, file]) => [
      name,
      file.retry === undefined ? file : { ...file, retry: { ...file.retry, at: 0 } },
    ]),
  ),
});

export type UnreadFiles = {
  /** The one that failed most often. */
  readonly name: string;
  readonly retry: FileRetry;
  readonly count: number;
};

/** Files of a folder that could not be read so far; `null` for none. */
export function unreadFiles(files: SourceState["files"]): UnreadFiles | null {
  const unread = [...files].flatMap(([name, { retry }]) => (retry ? [{ name, retry }] : []));
  const [worst] = unread.toSorted((a, b) => b.retry.failures - a.retry.failures);
  return worst === undefined ? null : { ...worst, count: unread.length };
}
