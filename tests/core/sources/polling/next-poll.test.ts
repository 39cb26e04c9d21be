import fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { RemoteSource } from "../../../../src/core/settings/definitions.ts";
import type { IngestError } from "../../../../src/core/sources/errors.ts";
import { NO_HINTS, type PollHints } from "../../../../src/core/sources/feed.ts";
import {
  decideNextPoll,
  isDue,
  type NextPollInput,
} from "../../../../src/core/sources/polling/next-poll.ts";

const SECOND = 1_000;
const MINUTE = 60 * SECOND;
const HOUR = 60 * MINUTE;
const DAY = 24 * HOUR;
/** A Tuesday. */
const NOW = Date.UTC(2026, 1, 17, 12);

const INPUT: NextPollInput = {
  startedAt: NOW,
  now: NOW,
  everyMs: 15 * MINUTE,
  result: { kind: "ok" },
  freshness: null,
  hints: NO_HINTS,
  failureCount: 0,
  random: 0,
};

const waitFor = (over: Partial<NextPollInput>) => {
  const { at, reason } = decideNextPoll({ ...INPUT, ...over });
  return [at - NOW, reason];
};

const http = (status: number, retryAfterMs: number | null = null): IngestError => ({
  kind: "http-status",
  status,
  retryAfterMs,
});

const failing = (failureCount: number, error: IngestError = http(503)): Partial<NextPollInput> => ({
  result: { kind: "failed", error },
  failureCount,
});

const asks = (hints: Partial<PollHints>): Partial<NextPollInput> => ({
  hints: { ...NO_HINTS, ...hints },
});

describe("the next poll of a healthy source", () => {
  it.each([
    ["its own interval", {}, 15 * MINUTE, "every 15 min, the source's own interval"],
    [
      "its own interval after an unchanged poll",
      { result: { kind: "unchanged" } as const },
      15 * MINUTE,
      "every 15 min, the source's own interval",
    ],
    [
      "a longer ttl",
      asks({ intervalMs: HOUR }),
      HOUR,
      "the publisher asked for 1 h (ttl or sy:updatePeriod in the feed)",
    ],
    [
      "its own interval before a shorter ttl",
      asks({ intervalMs: MINUTE }),
      15 * MINUTE,
      "every 15 min, the source's own interval",
    ],
    [
      "a longer max-age",
      { freshness: { maxAgeMs: 30 * MINUTE } },
      30 * MINUTE,
      "the publisher asked for 30 min (Cache-Control or Expires)",
    ],
    [
      "the longest of ttl and max-age",
      { ...asks({ intervalMs: 2 * HOUR }), freshness: { maxAgeMs: HOUR } },
      2 * HOUR,
      "the publisher asked for 2 h (ttl or sy:updatePeriod in the feed)",
    ],
    [
      "a day when a static host allows a year",
      { freshness: { maxAgeMs: 365 * DAY } },
      DAY,
      "the publisher asked for 1 day (Cache-Control or Expires)",
    ],
    [
      "its own interval, also when that is longer than a day",
      { everyMs: 7 * DAY, ...asks({ intervalMs: HOUR }) },
      7 * DAY,
      "every 7 days, the source's own interval",
    ],
  ])("waits for %s", (_what, over, waitMs, reason) => {
    expect(waitFor(over)).toEqual([waitMs, reason]);
  });

  it.each([Number.NaN, -1, 0, Number.NEGATIVE_INFINITY])(
    "is not moved by a ttl of %s",
    (intervalMs) => {
      expect(waitFor(asks({ intervalMs }))[0]).toBe(15 * MINUTE);
    },
  );

  it.each([
    [SECOND, 800],
    [10 * SECOND, 8 * SECOND],
    [MINUTE, 55 * SECOND],
  ])("is early enough for the tick after %i ms, whatever the dice say", (everyMs, waitMs) => {
    expect(waitFor({ everyMs, random: 0.99 })[0]).toBe(waitMs);
  });

  it("counts its own interval from the poll's beginning, the publisher's wish from its end", () => {
    const now = NOW + 20 * SECOND;
    expect(waitFor({ now })[0]).toBe(15 * MINUTE);
    expect(waitFor({ now, ...asks({ intervalMs: HOUR }) })[0]).toBe(HOUR + 20 * SECOND);
  });

  it("is spread by a twentieth, so that sources do not stay together", () => {
    expect(waitFor({ random: 0.5 })[0]).toBe(15 * MINUTE + 22_500);
    expect(waitFor({ everyMs: DAY, random: 1 })[0]).toBe(DAY + 10 * MINUTE);
  });
});

describe("the next poll after a failure", () => {
  it.each([
    [1, 15 * MINUTE, "1st failure in a row (http 503): backed off to 15 min"],
    [2, 30 * MINUTE, "2nd failure in a row (http 503): backed off to 30 min"],
    [3, HOUR, "3rd failure in a row (http 503): backed off to 1 h"],
    [4, 2 * HOUR, "4th failure in a row (http 503): backed off to 2 h"],
    [8, DAY, "8th failure in a row (http 503): backed off to 1 day"],
    [11, DAY, "11th failure in a row (http 503): backed off to 1 day"],
    [22, DAY, "22nd failure in a row (http 503): backed off to 1 day"],
    [5_000, DAY, "5000th failure in a row (http 503): backed off to 1 day"],
  ])("doubles up to a day: failure %i", (failureCount, waitMs, reason) => {
    const [wait, why] = waitFor({ ...failing(failureCount), everyMs: 15 * MINUTE });
    expect(wait).toBe(waitMs);
    expect(why).toBe(reason);
  });

  it("names what failed", () => {
    const timeout: IngestError = { kind: "timeout", phase: "headers", timeoutMs: 10_000 };
    expect(waitFor(failing(2, timeout))[1]).toBe(
      "2nd failure in a row (timeout): backed off to 30 min",
    );
  });

  it("is spread by a fifth, but never over a day", () => {
    expect(waitFor({ ...failing(2), random: 0.5 })[0]).toBe(33 * MINUTE);
    expect(waitFor({ ...failing(9), random: 0.99 })[0]).toBe(DAY);
  });

  it("grows from what the publisher asked for", () => {
    expect(waitFor({ ...failing(2), ...asks({ intervalMs: HOUR }) })[0]).toBe(2 * HOUR);
  });

  it("never comes sooner than a source's own long interval", () => {
    expect(waitFor({ ...failing(3), everyMs: 3 * DAY })[0]).toBe(3 * DAY);
  });

  it.each([
    ["longer than the back-off", 5 * HOUR, 5 * HOUR, "Retry-After: 5 h, for the whole host"],
    ["of years: a week", 4_000 * DAY, 7 * DAY, "Retry-After: 7 days, for the whole host"],
    [
      "shorter than the back-off: the back-off",
      SECOND,
      HOUR,
      "3rd failure in a row (http 429): backed off to 1 h",
    ],
  ])("waits for Retry-After %s", (_what, retryAfterMs, waitMs, reason) => {
    expect(waitFor(failing(3, http(429, retryAfterMs)))).toEqual([waitMs, reason]);
  });

  it("waits for Retry-After from the answer on, not from the question", () => {
    const over = { ...failing(1, http(503, HOUR)), now: NOW + 9 * SECOND };
    expect(waitFor(over)[0]).toBe(HOUR + 9 * SECOND);
  });
});

describe("skipHours and skipDays", () => {
  const reason = "every 15 min, the source's own interval; then not before";
  it.each([
    ["a skipped hour", { skipHours: [12, 13] }, 2 * HOUR, "Tuesday 14:00"],
    ["a skipped day", { skipDays: [2] }, 12 * HOUR, "Wednesday 00:00"],
    [
      "a weekend and the hours after it",
      { skipDays: [2, 3], skipHours: [0, 1] },
      38 * HOUR,
      "Thursday 02:00",
    ],
  ])("move the poll out of %s", (_what, hints, waitMs, until) => {
    expect(waitFor(asks(hints))).toEqual([waitMs, `${reason} ${until} UTC (skipHours, skipDays)`]);
  });

  it("leave a poll in another hour alone", () => {
    expect(waitFor(asks({ skipHours: [11, 13] }))[0]).toBe(15 * MINUTE);
  });

  it("hold for failures too", () => {
    expect(waitFor({ ...failing(1), ...asks({ skipHours: [12] }) })[0]).toBe(HOUR);
  });

  it.each([
    ["hour", { skipHours: Array.from({ length: 24 }, (_, hour) => hour) }],
    ["day", { skipDays: [0, 1, 2, 3, 4, 5, 6] }],
  ])("are ignored when they skip every %s", (_what, hints) => {
    expect(waitFor(asks(hints))[0]).toBe(15 * MINUTE);
  });

  it("do not bring all their readers back in the same second", () => {
    expect(waitFor({ ...asks({ skipHours: [12] }), random: 0.5 })[0]).toBe(HOUR + 30 * SECOND);
  });
});

describe("a Retry-After of a week", () => {
  it("is not made longer by skipDays, and is not taken for the work of a wrong clock", () => {
    const over = { ...failing(1, http(503, 7 * DAY)), ...asks({ skipDays: [2, 3, 4, 5, 6] }) };
    expect(waitFor(over)[0]).toBe(7 * DAY);
  });
});

describe("whatever a publisher sends", () => {
  const anyMs = fc.option(fc.double(), { nil: null });
  const anyError = fc.record({
    kind: fc.constant("http-status" as const),
    status: fc.integer(),
    retryAfterMs: anyMs,
  });
  const anyInput = fc.record({
    startedAt: fc.constant(NOW),
    now: fc.integer({ min: NOW, max: NOW + 30_000 }),
    everyMs: fc.integer({ min: SECOND, max: 30 * DAY }),
    result: fc.oneof(
      fc.constant({ kind: "ok" as const }),
      anyError.map((error) => ({ kind: "failed" as const, error })),
    ),
    freshness: fc.option(fc.record({ maxAgeMs: anyMs }), { nil: null }),
    hints: fc.record({
      intervalMs: anyMs,
      skipHours: fc.array(fc.integer()),
      skipDays: fc.array(fc.integer()),
    }),
    failureCount: fc.nat(),
    random: fc.double({ min: 0, max: 0.999, noNaN: true }),
  });

  it("the next poll is not sooner than the interval and not later than a week after it", () => {
    fc.assert(
      fc.property(anyInput, (input) => {
        const { at } = decideNextPoll(input);
        expect(Number.isInteger(at)).toBe(true);
        expect(at).toBeGreaterThanOrEqual(NOW + input.everyMs * 0.8);
        expect(at).toBeLessThanOrEqual(input.now + 7 * DAY + input.everyMs);
      }),
    );
  });
});

describe("a source", () => {
  const definition: RemoteSource = {
    kind: "remote",
    id: "nume",
    url: "https://example.org/feed/",
    title: null,
    everyMs: 15 * MINUTE,
    fullText: "auto",
    rights: "full",
    paused: false,
    categories: [],
    cleanup: { keep: [], drop: [] },
  };
  const state = { definition, stopped: null, lastPollAt: NOW - HOUR, nextPollAt: NOW };

  it.each([
    ["when its time has come", {}, true],
    ["not before its time", { nextPollAt: NOW + 1 }, false],
    ["not while it is paused", { definition: { ...definition, paused: true } }, false],
    ["not after it was stopped", { stopped: "gone" }, false],
    ["when it was never polled", { lastPollAt: null, nextPollAt: 0 }, true],
    ["not within a long Retry-After", { nextPollAt: NOW + 7 * DAY }, false],
    ["when a clock of next year planned it", { nextPollAt: NOW + 9 * DAY }, true],
    [
      "not when its own interval is a month",
      { definition: { ...definition, everyMs: 30 * DAY }, nextPollAt: NOW + 29 * DAY },
      false,
    ],
    [
      "when the clock was set back by a day",
      { lastPollAt: NOW + DAY, nextPollAt: NOW + DAY + HOUR },
      true,
    ],
    [
      "not when another machine's clock is a minute ahead",
      { lastPollAt: NOW + MINUTE, nextPollAt: NOW + 16 * MINUTE },
      false,
    ],
  ])("is due %s", (_when, over, due) => {
    expect(isDue({ ...state, ...over }, NOW)).toBe(due);
  });
});
