import { expect, it } from "vitest";
import { decideSchedule, type ScheduleInput } from "../../../src/core/backups/decide-schedule.ts";
import { DAY, HOUR, NOW } from "../../support/builders.ts";

const NEXT = NOW + 5 * HOUR;
const STORED = {
  ...{ expression: "0 3 * * *", everyMs: DAY, dueAt: NEXT },
  ...{ since: NOW - DAY, orderedAt: NOW - DAY },
};

const decide = (over: Partial<ScheduleInput>) =>
  decideSchedule({
    schedule: STORED,
    problem: null,
    expression: "0 3 * * *",
    runs: [NEXT, NEXT + DAY],
    now: NOW,
    ...over,
  });
const failedAt = (at: number) => ({ why: "no room", since: at, at });

it("makes the first backup at once", () => {
  expect(decide({ schedule: null })).toEqual({
    isDue: true,
    schedule: { ...STORED, since: NOW, orderedAt: NOW },
  });
});

it.each<[string, Partial<ScheduleInput>, boolean]>([
  ["waits for its time", {}, false],
  ["is due at its time", { schedule: { ...STORED, dueAt: NOW } }, true],
  [
    "is due when its time passed while nothing ran",
    { schedule: { ...STORED, dueAt: NOW - DAY } },
    true,
  ],
  ["waits for the next time of another expression", { expression: "0 5 * * *" }, false],
  [
    "is not due for a clock that was ahead",
    { schedule: { ...STORED, dueAt: NOW + 99 * DAY } },
    false,
  ],
  ["is not tried again within an hour", { problem: failedAt(NOW - HOUR + 1) }, false],
  ["is tried again an hour after it failed", { problem: failedAt(NOW - HOUR) }, true],
  [
    "is tried again once for each failure",
    { problem: failedAt(NOW - HOUR), schedule: { ...STORED, orderedAt: NOW - 1 } },
    false,
  ],
])("%s", (_, over, isDue) => {
  const decided = decide(over);
  expect(decided.isDue).toBe(isDue);
  expect(decided.schedule).toMatchObject({ dueAt: NEXT, everyMs: DAY });
  expect(decided.schedule.orderedAt).toBe(isDue ? NOW : (over.schedule ?? STORED).orderedAt);
});
