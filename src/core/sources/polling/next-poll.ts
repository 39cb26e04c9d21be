import { durationText } from "../../duration-text.ts";
import type { IngestError } from "../errors.ts";
import type { PollHints } from "../feed.ts";
import type { Freshness } from "../fetched.ts";
import type { SourceState } from "../source-state.ts";
import type { NextPoll } from "./poll-time.ts";
import { postponeSkipped } from "./skip-times.ts";

const MINUTE_MS = 60_000;
const DAY_MS = 24 * 60 * MINUTE_MS;

/** The longest wait by publishers' wishes or our back-off: news in a feed must be noticed within a day. */
const LONGEST_WAIT_MS = DAY_MS;
/** `Retry-After` is an order, not a wish; but nobody can send us away for ever. */
const LONGEST_RETRY_AFTER_MS = 7 * DAY_MS;

export type PollEnd =
  | { readonly kind: "ok" | "unchanged" }
  | { readonly kind: "failed"; readonly error: IngestError };

export type NextPollInput = {
  /** When this poll began: the source's own interval counts from here. */
  readonly startedAt: number;
  /** When it was over: what the publisher asked for counts from here. */
  readonly now: number;
  readonly everyMs: number;
  readonly result: PollEnd;
  /** `null` when nothing was answered. */
  readonly freshness: Freshness | null;
  readonly hints: PollHints;
  /** Failures in a row, this one included; 0 after a success. */
  readonly failureCount: number;
  /** From 0 up to, not including, 1. */
  readonly random: number;
};

/** The longest of the waits: the operator's interval, the publisher's wishes, and our back-off. Pure. */
export function decideNextPoll(input: NextPollInput): NextPoll {
  const waits = [ownInterval(input), ...publisherWishes(input), ...afterFailure(input)];
  const longest = waits.reduce((best, wait) => (wait.at >= best.at ? wait : best));
  const next = postponeSkipped(longest, input.hints, {
    latestAt: input.now + LONGEST_RETRY_AFTER_MS + input.everyMs,
    spreadMs: input.random * MINUTE_MS,
  });
  return { ...next, at: Math.ceil(next.at) };
}

/**
 * The source's own interval. A short one ends a little early: a source that is due just after a tick
 * would wait for the next one. A long one ends a little late, by a random part, so that sources that
 * began together do not stay together.
 */
function ownInterval({ startedAt, everyMs, random }: NextPollInput): NextPoll {
  const at =
    everyMs < 5 * MINUTE_MS
      ? startedAt + everyMs - Math.min(everyMs / 5, 5_000)
      : startedAt + everyMs + random * Math.min(everyMs / 20, 10 * MINUTE_MS);
  return {
    at,
    reason: `every ${durationText(everyMs)}, the source's own interval`,
  };
}

function publisherWishes({ now, hints, freshness }: NextPollInput): NextPoll[] {
  const wishes = [
    [hints.intervalMs, "ttl or sy:updatePeriod in the feed"],
    [freshness?.maxAgeMs ?? null, "Cache-Control or Expires"],
  ] as const;
  return wishes.flatMap(([askedMs, where]) => {
    const waitMs = bounded(askedMs, LONGEST_WAIT_MS);
    return waitMs === 0
      ? []
      : [
          {
            at: now + waitMs,
            reason: `the publisher asked for ${durationText(waitMs)} (${where})`,
          },
        ];
  });
}

function afterFailure(input: NextPollInput): NextPoll[] {
  if (input.result.kind !== "failed") return [];
  const { error } = input.result;
  const retryAfterMs = retryAfterOf(error);
  return [
    backOff(input, error),
    ...(retryAfterMs > 0
      ? [
          {
            at: input.now + retryAfterMs,
            reason: `Retry-After: ${durationText(retryAfterMs)}, for the whole host`,
          },
        ]
      : []),
  ];
}

/** The wait after failures: the usual one after the first, doubled by each further one, up to a day, spread by a fifth. */
function backOff(
  { now, everyMs, hints, failureCount, random }: NextPollInput,
  error: IngestError,
): NextPoll {
  const usualMs = Math.max(everyMs, bounded(hints.intervalMs, LONGEST_WAIT_MS));
  const doublings = Math.min(Math.max(0, failureCount - 1), 30);
  const grownMs = usualMs * 2 ** doublings * (1 + random / 5);
  const waitMs = Math.min(grownMs, Math.max(usualMs, LONGEST_WAIT_MS));
  const what = `${ordinal(failureCount)} failure in a row (${errorLabel(error)})`;
  return { at: now + waitMs, reason: `${what}: backed off to ${durationText(waitMs)}` };
}

/** What a host asked for with 429 or 503, within LONGEST_RETRY_AFTER_MS; 0 when nothing. */
export function retryAfterOf(error: IngestError): number {
  return error.kind === "http-status" ? bounded(error.retryAfterMs, LONGEST_RETRY_AFTER_MS) : 0;
}

/** Bounds a foreign number, which may be absent, negative, infinite or NaN; 0 for no wait. */
function bounded(ms: number | null, mostMs: number): number {
  return ms !== null && ms > 0 ? Math.min(ms, mostMs) : 0;
}

const errorLabel = (error: IngestError): string =>
  error.kind === "http-status" ? `http ${error.status}` : error.kind;

function ordinal(count: number): string {
  const teen = count % 100 > 10 && count % 100 < 14;
  return `${count}${(teen ? null : ["th", "st", "nd", "rd"][count % 10]) ?? "th"}`;
}

/** No decision looks further ahead than a week and the source's interval: a next poll beyond this is from a wrong clock. */
const FURTHEST_AHEAD_MS = 8 * DAY_MS;
/** Clocks of several machines may differ by this much. */
const CLOCK_TOLERANCE_MS = 5 * MINUTE_MS;

/** Whether a source is to be polled now. Never, while it is paused or stopped. */
export function isDue(
  state: Pick<SourceState, "definition" | "stopped" | "lastPollAt" | "nextPollAt">,
  now: number,
): boolean {
  if (state.definition.paused || state.stopped !== null) return false;
  return state.nextPollAt <= now || isFromWrongClock(state, now);
}

/** A clock that was set back must not silence a source until the time it once showed. */
function isFromWrongClock(
  {
    definition,
    lastPollAt,
    nextPollAt,
  }: Pick<SourceState, "definition" | "lastPollAt" | "nextPollAt">,
  now: number,
): boolean {
  if (lastPollAt !== null && lastPollAt > now + CLOCK_TOLERANCE_MS) return true;
  return nextPollAt > now + FURTHEST_AHEAD_MS + definition.everyMs;
}
