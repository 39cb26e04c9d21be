import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { createNewestItems } from "../../../src/core/sources/newest-items.ts";

function keep(size: number, dates: readonly (number | null)[]): readonly number[] {
  const newest = createNewestItems<number>(size);
  dates.forEach((at, index) => {
    newest.add(index, at);
  });
  return newest.items();
}

describe("createNewestItems", () => {
  it.each([
    ["all of a short document", [1, 2], 3, [0, 1]],
    ["the end where dates rise", [1, 2, 3, 4, 5, 6, 7], 3, [4, 5, 6]],
    ["the beginning where they fall", [7, 6, 5, 4, 3, 2, 1], 3, [0, 1, 2]],
    ["the newest where dates are mixed", [3, 9, 1, 8, 2, 7], 3, [1, 3, 5]],
    ["the beginning without dates", [null, null, null, null], 2, [0, 1]],
    ["the end when few dates rise", [1, null, null, null, 2, null, null], 2, [5, 6]],
    ["the beginning when few dates fall", [null, 2, null, null, 1, null, null], 2, [0, 1]],
    ["the beginning with one date", [null, null, 5, null], 2, [0, 1]],
    ["the end of one day where days rise", [1, 1, 2, 2, 2], 2, [3, 4]],
    ["the beginning of one day where days fall", [2, 2, 2, 1, 1], 2, [0, 1]],
  ] as const)("keeps %s", (_name, dates, size, expected) => {
    expect(keep(size, dates)).toEqual(expected);
  });

  it("counts what it leaves out", () => {
    const newest = createNewestItems<string>(2);
    for (const name of ["a", "b", "c", "d", "e"]) newest.add(name, null);
    expect([newest.items(), newest.leftOut()]).toEqual([["a", "b"], 3]);
  });

  it("keeps the same as a sort of the whole document", () => {
    const dates = fc.uniqueArray(fc.nat(1_000), { maxLength: 60 });
    fc.assert(
      fc.property(dates, fc.integer({ min: 1, max: 10 }), (all, size) => {
        const newest = new Set(all.toSorted((a, b) => b - a).slice(0, size));
        expect(keep(size, all).map((index) => all[index])).toEqual(
          all.filter((at) => newest.has(at)),
        );
      }),
      { seed: 10, numRuns: 200 },
    );
  });
});
