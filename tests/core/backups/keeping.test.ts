import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { backupName } from "../../../src/core/backups/backup-name.ts";
import { outdatedBackups } from "../../../src/core/backups/keeping.ts";
import { DAY, HOUR } from "../../support/builders.ts";

const DESK = "4f2a91c3-0000-4000-8000-000000000000";
/** A Tuesday. */
const NOW = Date.UTC(2026, 11, 1, 3);
const SCHEME = { daily: 7, weekly: 4, monthly: 12 };

const named = (at: number, over: object = {}): string =>
  backupName({ desk: DESK, at, isByHand: false, ...over });
const kept = (times: readonly number[], scheme = SCHEME): readonly string[] => {
  const names = times.map((at) => named(at));
  const outdated = outdatedBackups(names, DESK, scheme);
  return names.filter((name) => !outdated.includes(name)).map((name) => name.slice(18, 26));
};
const daily = (days: number): readonly number[] =>
  Array.from({ length: days }, (_, n) => NOW - n * DAY);

describe("outdatedBackups", () => {
  it("keeps seven days, four weeks and twelve months of daily backups", () => {
    expect(kept(daily(420))).toEqual([
      ...["20261201", "20261130", "20261129", "20261128", "20261127", "20261126", "20261125"],
      ...["20261122", "20261115"],
      ...["20261031", "20260930", "20260831", "20260731", "20260630", "20260531", "20260430"],
      ...["20260331", "20260228", "20260131"],
    ]);
  });

  it("keeps the newest of a day with several", () => {
    expect(kept([NOW, NOW - HOUR, NOW - 2 * HOUR], { daily: 1, weekly: 0, monthly: 0 })).toEqual([
      "20261201",
    ]);
    expect(outdatedBackups([named(NOW), named(NOW - HOUR)], DESK, SCHEME)).toEqual([
      named(NOW - HOUR),
    ]);
  });

  it("counts days that have one: a pause takes nothing away", () => {
    expect(kept([NOW - 900 * DAY, NOW - 800 * DAY])).toHaveLength(2);
  });

  it("never takes the last one, nor files that the schedule did not make", () => {
    const none = { daily: 0, weekly: 0, monthly: 0 };
    const others = [
      named(NOW - 9 * DAY, { isByHand: true }),
      named(NOW - 9 * DAY, { desk: "00000000-0000" }),
      "offprint.db",
      `.${named(NOW - 9 * DAY)}.unfinished`,
    ];
    expect(outdatedBackups([named(NOW), named(NOW - DAY), ...others], DESK, none)).toEqual([
      named(NOW - DAY),
    ]);
    expect(outdatedBackups([named(NOW)], DESK, none)).toEqual([]);
  });

  it("comes to the same day by day as all at once", () => {
    fc.assert(
      fc.property(fc.array(fc.integer({ min: 0, max: 500 }), { maxLength: 40 }), (days) => {
        const times = [...new Set(days)].toSorted((a, b) => b - a).map((day) => NOW - day * DAY);
        let left: readonly string[] = [];
        for (const at of times) {
          left = [...left, named(at)];
          const outdated = outdatedBackups(left, DESK, SCHEME);
          expect(outdated).not.toContain(named(at));
          left = left.filter((name) => !outdated.includes(name));
        }
        expect(outdatedBackups(left, DESK, SCHEME)).toEqual([]);
        expect(left.length).toBeLessThanOrEqual(7 + 4 + 12);
      }),
    );
  });
});
