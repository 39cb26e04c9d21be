import fc from "fast-check";
import { describe, expect, it } from "vitest";
import {
  dayOf,
  NO_HISTORY,
  type PastPoll,
  type PollHistory,
  pastPolls,
  type SourceDay,
  withPoll,
} from "../../../../src/core/sources/polling/poll-history.ts";
import { DAY, HOUR, NOW } from "../../../support/builders.ts";

const aPastPoll = (overrides: Partial<PastPoll> = {}): PastPoll => ({
  ...{ at: NOW, outcome: "ok", status: 200, ms: 120, bytes: 5000, items: 20 },
  ...{ new: 2, updated: 1, merged: 1, failed: 0, reason: null },
  ...overrides,
});

function historyOf(polls: readonly PastPoll[]) {
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
    const first = aPastPoll();
    const second = aPastPoll({
      outcome: "failed",
      status: null,
      reason: "no answer\n within 30 s",
    });
    expect(pastPolls(historyOf([first, second]).history)).toEqual([second, first]);
  });

  it("are fifty at most", () => {
    const polls = Array.from({ length: 120 }, (_, n) => aPastPoll({ at: NOW + n }));
    const kept = pastPolls(historyOf(polls).history);
    expect(kept).toHaveLength(50);
    expect([kept[0]?.at, kept[49]?.at]).toEqual([NOW + 119, NOW + 70]);
  });

  it("have a reason of bounded length, whatever is cut", () => {
    const [poll] = pastPolls(
      historyOf([aPastPoll({ reason: "x".repeat(159) + "🦉".repeat(999) })]).history,
    );
    expect(poll?.reason?.length).toBe(160);
    expect(poll?.reason?.isWellFormed()).toBe(true);
  });

  it("keep any reason on their line", () => {
    fc.assert(
      fc.property(fc.string({ unit: "binary" }), (reason) => {
        const { history } = historyOf([aPastPoll({ reason }), aPastPoll()]);
        expect(pastPolls(history)[1]?.reason).toBe(reason.slice(0, 160).toWellFormed());
      }),
    );
  });
});

describe("the numbers of a day", () => {
  it("are added while it lasts, and given out with the first poll of another", () => {
    const { history, finished } = historyOf([
      aPastPoll({ ms: 300 }),
      aPastPoll({ at: NOW + HOUR, outcome: "failed", new: 0, updated: 0, merged: 0, bytes: 0 }),
      aPastPoll({ at: NOW + 2 * HOUR, outcome: "unchanged", new: 0, updated: 0, merged: 0 }),
      aPastPoll({ at: NOW + DAY }),
    ]);
    expect(finished).toEqual([
      {
        ...{ day: dayOf(NOW), polls: 3, failures: 1, unchanged: 1, new: 2, updated: 1, merged: 1 },
        ...{ bytes: 10_000, ms: 540, slowest: 300 },
      },
    ]);
    expect(history.today).toMatchObject({ day: dayOf(NOW) + 1, polls: 1 });
  });

  it("go on when the clock is set back over midnight", () => {
    const { history, finished } = historyOf([aPastPoll(), aPastPoll({ at: NOW - DAY })]);
    expect(finished).toEqual([]);
    expect(history.today).toMatchObject({ day: dayOf(NOW), polls: 2 });
  });
});
