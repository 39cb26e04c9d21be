import type { PollHints } from "../feed.ts";
import type { NextPoll } from "./poll-time.ts";

const HOUR_MS = 3_600_000;
/** A feed that skips every hour of a week cannot mean that. */
const LONGEST_SKIP_MS = 7 * 24 * HOUR_MS;

export type PostponeOptions = {
  /** A poll that would have to wait longer than this is not moved. */
  readonly latestAt: number;
  /** Delay after the full hour, so that not all readers come back in the same second. */
  readonly spreadMs: number;
};

/**
 * Moves a poll out of the hours and days in which the publisher does not want one (RSS 2.0
 * `skipHours` and `skipDays`, UTC). A poll that would have to move by more than a week stays.
 */
export function postponeSkipped(
  poll: NextPoll,
  hints: PollHints,
  { latestAt, spreadMs }: PostponeOptions,
): NextPoll {
  if (!isSkipped(poll.at, hints)) return poll;
  const thisHour = Math.floor(poll.at / HOUR_MS) * HOUR_MS;
  const lastHour = Math.min(latestAt - spreadMs, thisHour + LONGEST_SKIP_MS);
  for (let hour = thisHour + HOUR_MS; hour <= lastHour; hour += HOUR_MS) {
    if (!isSkipped(hour, hints)) {
      const reason = `${poll.reason}; then not before ${hourText(hour)} (skipHours, skipDays)`;
      return { at: hour + spreadMs, reason };
    }
  }
  return poll;
}

function isSkipped(at: number, { skipHours, skipDays }: PollHints): boolean {
  const date = new Date(at);
  return skipHours.includes(date.getUTCHours()) || skipDays.includes(date.getUTCDay());
}

const DAYS = ["Sunday", "Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday"];

function hourText(at: number): string {
  const date = new Date(at);
  const hour = String(date.getUTCHours()).padStart(2, "0");
  return `${DAYS[date.getUTCDay()]} ${hour}:00 UTC`;
}
