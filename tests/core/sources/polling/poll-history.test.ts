import fc from "fast-check";
import { describe, expect, it } from "vitest";
import {
  dayOf,
  type NewPoll,
  NO_HISTORY,
  type PollHistory,
  pastPolls,
  type SourceDay,
  withPoll,
} from "../../../../src/core/sources/polling/poll-history.ts";
import { DAY, HOUR, NOW } from "../../../support/builders.ts";

const aPoll = (overrides: Partial<NewPoll> = {}): NewPoll => ({
  ...{ at: NOW, outcome: "ok", status: 200, ms: 120, bytes: 5000, items: 20 },
  ...{ new: 2, updated: 1, merged: 1, failed: 0, reason: null },
  ...overrides,
});

const NOTHING = { new: 0, updated: 0, merged: 0 };

function historyOf(polls: readonly NewPoll[]) {
  const finished: SourceDay[] = [];
  let history: PollHistory = NO_HISTORY;
  for (const poll of polls) {
    const next = withPoll(history, poll);
    history = next.history;
    if (next.finished !== null) finished.push(next.finished);
  }
  return { history, finished };
}

describe("the last polls", () => {
  it("are as they were, the latest first", () => {
    const first = aPoll();
    const second = aPoll({
      outcome: "failed",
      status: null,
      reason: "no answer\n within 30 s",
    });
    expect(pastPolls(historyOf([first, second]).history)).toEqual([
      { ...second, times: 1, since: NOW },
      { ...first, times: 1, since: NOW },
    ]);
  });

  it("are one where several in a row found the same, but for those that brought something", () => {
    const quiet = (at: number, ms: number) =>
      aPoll({ ...NOTHING, at, ms, outcome: "unchanged", status: 304 });
    const failed = (at: number, reason: string) =>
      aPoll({ ...NOTHING, at, outcome: "failed", reason });
    const polls = [
      ...[aPoll(), aPoll({ at: NOW + 1 })],
      ...[quiet(NOW + 2, 10), quiet(NOW + 3, 20), quiet(NOW + 4, 30)],
      ...[failed(NOW + 5, "down"), failed(NOW + 6, "down"), failed(NOW + 7, "gone")],
      quiet(NOW + 8, 40),
    ];
    const seen = pastPolls(historyOf(polls).history);
    expect(seen.map(({ times, since, at, ms }) => [times, since - NOW, at - NOW, ms])).toEqual([
      [1, 8, 8, 40],
      [1, 7, 7, 120],
      [2, 5, 6, 120],
      [3, 2, 4, 30],
      [1, 1, 1, 120],
      [1, 0, 0, 120],
    ]);
  });

  it("are one where documents differ each time and bring nothing", () => {
    const nothing = (at: number) => aPoll({ ...NOTHING, at });
    const seen = pastPolls(historyOf([aPoll(), nothing(NOW + 1), nothing(NOW + 2)]).history);
    expect(seen.map(({ times }) => times)).toEqual([2, 1]);
  });

  it("fit into the row of their source, whatever their reasons are", () => {
    const polls = Array.from({ length: 90 }, (_, n) =>
      aPoll({ at: NOW + n, outcome: "failed", reason: `${n} ${"x".repeat(300)}` }),
    );
    const { recent } = historyOf(polls).history;
    expect(recent.length).toBeLessThanOrEqual(2500);
    expect(pastPolls({ recent, today: null })[0]?.at).toBe(NOW + 89);
  });

  it("are fifty at most", () => {
    const polls = Array.from({ length: 120 }, (_, n) => aPoll({ at: NOW + n }));
    const kept = pastPolls(historyOf(polls).history);
    expect(kept).toHaveLength(50);
    expect([kept[0]?.at, kept[49]?.at]).toEqual([NOW + 119, NOW + 70]);
  });

  it("have a reason of bounded length, whatever is cut", () => {
    const [poll] = pastPolls(
      historyOf([aPoll({ reason: "x".repeat(159) + "🦉".repeat(999) })]).history,
    );
    expect(poll?.reason?.length).toBe(160);
    expect(poll?.reason?.isWellFormed()).toBe(true);
  });

  it("keep any reason on their line", () => {
    fc.assert(
      fc.property(fc.string({ unit: "binary" }), (reason) => {
        const { history } = historyOf([aPoll({ reason }), aPoll()]);
        fc.pre(reason.length <= 160);
        expect(pastPolls(history)[1]?.reason).toBe(reason.toWellFormed());
      }),
    );
  });
});

describe("the numbers of a day", () => {
  it("are added while it lasts, and given out with the first poll of another", () => {
    const { history, finished } = historyOf([
      aPoll({ ms: 300 }),
      aPoll({ at: NOW + HOUR, outcome: "failed", new: 0, updated: 0, merged: 0, bytes: 0 }),
      aPoll({ at: NOW + 2 * HOUR, outcome: "unchanged", new: 0, updated: 0, merged: 0 }),
      aPoll({ at: NOW + DAY }),
    ]);
    expect(finished).toEqual([
      {
        ...{ day: dayOf(NOW), polls: 3, failures: 1, unchanged: 1, new: 2, updated: 1, merged: 1 },
        ...{ bytes: 10_000, ms: 540, slowest: 300 },
      },
    ]);
    expect(history.today).toMatchObject({ day: dayOf(NOW) + 1, polls: 1 });
  });

  it("are those of the day that a poll was on, also where a clock is set back", () => {
    const { history, finished } = historyOf([aPoll(), aPoll({ at: NOW + 400 * DAY }), aPoll()]);
    expect(finished.map(({ day }) => day - dayOf(NOW))).toEqual([0, 400]);
    expect(history.today).toMatchObject({ day: dayOf(NOW), polls: 1 });
  });
});
