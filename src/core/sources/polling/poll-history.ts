/*
 * What is remembered of the polls of a source: the last ones, as lines of text, and the numbers of each day (UTC).
 * The numbers of the day that lasts stay with the source, whose row every poll writes; they become a row of their own
 * with the first poll of another day. So a poll costs no row more.
 */

export type PollOutcomeKind = "ok" | "unchanged" | "failed";

/** A poll, as people look back at it, or several in a row that found the same. */
export type PastPoll = {
  /** When it was written; of several, the last. Their other numbers are those of the last, too. */
  readonly at: number;
  /** How many there were. */
  readonly times: number;
  /** When the first of them was written. */
  readonly since: number;
  readonly outcome: PollOutcomeKind;
  /** Of the last answer; `null` for a folder, and when nobody answered. */
  readonly status: number | null;
  readonly ms: number;
  /** Of the document, decompressed. */
  readonly bytes: number;
  readonly items: number;
  /** Includes `merged`. */
  readonly new: number;
  readonly updated: number;
  readonly merged: number;
  /** Items and files that could not be read. */
  readonly failed: number;
  /** Why it failed, else what was wrong with the first item that failed; for people. `null` for nothing. */
  readonly reason: string | null;
};

export const DAY_NUMBERS = [
  "polls",
  "failures",
  "unchanged",
  "new",
  "updated",
  "merged",
  "bytes",
  "ms",
  "slowest",
] as const;

/**
 * The polls of a source on one day, added. `day`: days since 1970-01-01 UTC. `ms`: of all of them; `slowest`: of the one
 * that took longest.
 */
export type SourceDay = { readonly day: number } & {
  readonly [Name in (typeof DAY_NUMBERS)[number]]: number;
};

/** As it is stored with the source. */
export type PollHistory = {
  /** A line a poll, or for several in a row that found the same; the latest last. */
  readonly recent: string;
  /** `null` before the first poll. */
  readonly today: SourceDay | null;
};

export const NO_HISTORY: PollHistory = { recent: "", today: null };

const MOST_LINES = 50;
/** UTF-16 code units. */
const LONGEST_REASON = 160;
const DAY_MS = 86_400_000;

export const dayOf = (at: number): number => Math.floor(at / DAY_MS);

/** What a single poll adds. */
export type NewPoll = Omit<PastPoll, "times" | "since">;

/** @returns the history with one poll more, and the day before when this poll is the first of another. */
export function withPoll(
  { recent, today }: PollHistory,
  poll: NewPoll,
): { readonly history: PollHistory; readonly finished: SourceDay | null } {
  const day = dayOf(poll.at);
  const history = { recent: withLine(recent, poll), today: addDays(numbersOf(poll, day), today) };
  // A clock that was set back does not reopen the day that is over.
  if (today === null || day <= today.day) return { history, finished: null };
  return { history: { ...history, today: numbersOf(poll, day) }, finished: today };
}

/** The polls that are remembered, the latest first. */
export const pastPolls = ({ recent }: PollHistory): readonly PastPoll[] =>
  recent
    .split("\n")
    .flatMap((line) => (line === "" ? [] : [pollOf(line)]))
    .reverse();

/** Both days as one, which is `earlier` when it has polls. */
export function addDays(one: SourceDay, earlier: SourceDay | null): SourceDay {
  if (earlier === null) return one;
  const sums = DAY_NUMBERS.map((name) => [name, earlier[name] + one[name]]);
  const slowest = Math.max(earlier.slowest, one.slowest);
  return { ...(Object.fromEntries(sums) as SourceDay), day: earlier.day, slowest };
}

const numbersOf = (poll: NewPoll, day: number): SourceDay => ({
  day,
  polls: 1,
  failures: poll.outcome === "failed" ? 1 : 0,
  unchanged: poll.outcome === "unchanged" ? 1 : 0,
  new: poll.new,
  updated: poll.updated,
  merged: poll.merged,
  bytes: poll.bytes,
  ms: poll.ms,
  slowest: poll.ms,
});

type LineOfPoll = readonly [
  at: number,
  outcome: PollOutcomeKind,
  status: number | null,
  ms: number,
  bytes: number,
  items: number,
  added: number,
  updated: number,
  merged: number,
  failed: number,
  reason: string | null,
  times: number,
  since: number,
];

function withLine(recent: string, poll: NewPoll): string {
  const reason = poll.reason?.slice(0, LONGEST_REASON).toWellFormed() ?? null;
  const once = { ...poll, reason, times: 1, since: poll.at };
  if (poll.outcome === "ok") return shortened(`${recent}${lineOf(once)}\n`);
  const begin = recent.lastIndexOf("\n", recent.length - 2) + 1;
  const before = recent === "" ? null : pollOf(recent.slice(begin));
  if (before === null || !isSame(before, once)) return shortened(`${recent}${lineOf(once)}\n`);
  const again = { ...once, times: before.times + 1, since: before.since };
  return `${recent.slice(0, begin)}${lineOf(again)}\n`;
}

const isSame = (a: PastPoll, b: PastPoll): boolean =>
  a.outcome === b.outcome && a.status === b.status && a.reason === b.reason;

function lineOf(poll: PastPoll): string {
  const { at, outcome, status, ms, bytes, items, updated, merged, failed } = poll;
  const counts = [items, poll.new, updated, merged, failed];
  return JSON.stringify([
    ...[at, outcome, status, ms, bytes],
    ...counts,
    ...[poll.reason, poll.times, poll.since],
  ]);
}

function pollOf(line: string): PastPoll {
  const [
    at,
    outcome,
    status,
    ms,
    bytes,
    items,
    added,
    updated,
    merged,
    failed,
    reason,
    times,
    since,
  ] = JSON.parse(line) as LineOfPoll;
  const counts = { items, new: added, updated, merged, failed };
  return { at, outcome, status, ms, bytes, ...counts, reason, times, since };
}

/** Without the oldest lines, where there are too many. */
function shortened(lines: string): string {
  let count = 0;
  for (let end = lines.indexOf("\n"); end !== -1; end = lines.indexOf("\n", end + 1)) count += 1;
  let from = 0;
  for (; count > MOST_LINES; count -= 1) from = lines.indexOf("\n", from) + 1;
  return lines.slice(from);
}
