import type { FileProblem, FileRetry, FileState, KnownFile, SourceState } from "../source-state.ts";

const MINUTE_MS = 60_000;

/** Four times a day: a read that times out costs a worker 20 s, and a mended file is read the same day. */
const LONGEST_WAIT_MS = 6 * 60 * MINUTE_MS;

export type FileReading = {
  readonly now: number;
  /** A larger file is not read. */
  readonly bodyBytes: number;
};

/**
 * Whether a file of a drop folder is read: it is new, it changed, or it could not be read and its wait is over. A raised
 * limit ends the wait of a file that was too large; a clock that was set back does not prolong a wait. Pure.
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
 * When a file that could not be read is tried again: with the next poll, then after a minute, and then after twice the
 * former wait, at most LONGEST_WAIT_MS. The count begins anew when the file changes. Pure.
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

/** The source with all file waits over, for a poll that was ordered. */
export function withoutFileWaits(source: SourceState): SourceState {
  if (source.files.size === 0) return source;
  const files = [...source.files].map(([name, file]) => [name, withoutWait(file)] as const);
  return { ...source, files: new Map(files) };
}

const withoutWait = (file: KnownFile): KnownFile =>
  file.retry === undefined ? file : { ...file, retry: { ...file.retry, at: 0 } };

export type UnreadFiles = {
  /** The file that failed most often. */
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
