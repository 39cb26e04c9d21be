import fc from "fast-check";
import { expect, it } from "vitest";
import {
  createPartTable,
  has,
  onlyPositionOf,
  type PositionTable,
  positionsOf,
} from "../../../src/core/similarity/position-table.ts";

/** Few and many different values, at both ends of their range: they collide, and repeat. */
const values = fc
  .array(fc.oneof(fc.nat(12), fc.integer({ min: 2 ** 32 - 9, max: 2 ** 32 - 1 }), fc.nat()))
  .map((list) => Uint32Array.from(list));

const SOUGHT = [0, 1, 2 ** 32 - 1];

function expectPlaces(table: PositionTable, list: Uint32Array, [start, end]: [number, number]) {
  for (const value of [...list, ...SOUGHT]) {
    const places = [...list.keys()].filter((place) => list[place] === value);
    const within = places.filter((place) => place >= start && place < end);
    expect(has(table, value)).toBe(within.length > 0);
    expect(onlyPositionOf(table, value)).toBe(within.length === 1 ? within[0] : -1);
  }
}

it("knows what stands in a list, and where what stands there once", () => {
  fc.assert(fc.property(values, (list) => expectPlaces(positionsOf(list), list, [0, list.length])));
});

it("knows no position outside a part, nor any of the part before", () => {
  const tableOf = createPartTable();
  fc.assert(
    fc.property(values, fc.nat(20), fc.nat(20), (list, from, length) => {
      const start = Math.min(from, list.length);
      const end = Math.min(start + length, list.length);
      expectPlaces(tableOf(list, start, end), list, [start, end]);
    }),
  );
});
