/*
 * What is remembered of the polls of a source: the last ones, as lines of text, and the numbers of each day (UTC).
 * The numbers of the day that lasts stay with the source, whose row every poll writes; they become a row of their own
 * with the first poll of another day. So a poll costs no row more.
 */

const OUTCOMES = ["ok", "unchanged", "failed"] as const;
export type PollOutcomeKind = (typeof OUTCOMES)[number];

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
  /** Why it failed, else its first warning; for people, and cut off where it is long. `null` for nothing. */
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
/** UTF-16 code units, so that the row of a source fits into a page of the database. */
const MOST_LENGTH = 2500;
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
  // A clock that was wrong, or set back, finishes a day, too: its numbers are added to those that are there.
  if (today === null || day === today.day) return { history, finished: null };
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

function withLine(recent: string, poll: NewPoll): string {
  const once = { ...poll, reason: shortReason(poll.reason), times: 1, since: poll.at };
  const begin = recent.lastIndexOf("\n", recent.length - 2) + 1;
  const before = recent === "" ? null : pollOf(recent.slice(begin));
  if (before === null || !isSame(before, once)) return shortened(`${recent}${lineOf(once)}\n`);
  const again = { ...once, times: before.times + 1, since: before.since };
  return `${recent.slice(0, begin)}${lineOf(again)}\n`;
}

/** Whether both found the same: nothing, or one failure. */
const isSame = (a: PastPoll, b: PastPoll): boolean =>
  a.outcome === b.outcome &&
  a.status === b.status &&
  a.reason === b.reason &&
  [a, b].every((poll) => poll.new + poll.updated + poll.failed === 0);

const shortReason = (reason: string | null): string | null =>
  reason === null || reason.length <= LONGEST_REASON
    ? (reason?.toWellFormed() ?? null)
    : `${reason.slice(0, LONGEST_REASON - 1).toWellFormed()}…`;

/** An array as JSON, without the zeros at its end. */
function lineOf(poll: PastPoll): string {
  const { at, status, ms, bytes, items, updated, merged, failed, times } = poll;
  const since = times === 1 ? 0 : poll.since;
  const values = [at, OUTCOMES.indexOf(poll.outcome), status ?? 0, ms, bytes, items];
  const counts = [poll.new, updated, merged, failed, times - 1, since];
  const line = [...values, ...counts, poll.reason ?? 0];
  return JSON.stringify(line.slice(0, line.findLastIndex((value) => value !== 0) + 1));
}

function pollOf(line: string): PastPoll {
  const values = JSON.parse(line) as readonly (number | string)[];
  const number = (n: number): number => Number(values[n] ?? 0);
  const reason = values[12] ?? 0;
  return {
    at: number(0),
    outcome: OUTCOMES[number(1)] ?? "ok",
    status: number(2) || null,
    ms: number(3),
    bytes: number(4),
    items: number(5),
    new: number(6),
    updated: number(7),
    merged: number(8),
    failed: number(9),
    times: number(10) + 1,
    since: number(11) || number(0),
    reason: reason === 0 ? null : String(reason),
  };
}

/** Without the oldest lines, where there are too many or they are too long. */
function shortened(lines: string): string {
  let count = 0;
  for (let end = lines.indexOf("\n"); end !== -1; end = lines.indexOf("\n", end + 1)) count += 1;
  let from = 0;
  for (; count > 1 && (count > MOST_LINES || lines.length - from > MOST_LENGTH); count -= 1) {
    from = lines.indexOf("\n", from) + 1;
  }
  return lines.slice(from);
}
