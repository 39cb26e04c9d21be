import fc from "fast-check";
import { expect, it } from "vitest";
import {
  footprintBytes,
  footprintFrom,
  meet,
} from "../../../../../src/adapters/store/engine/postgres/footprints.ts";

const word = fc.nat({ max: 2 ** 32 - 1 });
const list = fc.uniqueArray(word, { maxLength: 9 });
const footprints = fc.record({ tags: list.map((tags) => new Set(tags)), texts: fc.array(list) });

it("is the same after it was stored", () => {
  fc.assert(
    fc.property(footprints, (given) => {
      expect(footprintFrom(footprintBytes(given))).toEqual(given);
    }),
  );
});

it("meets another whichever is asked", () => {
  const few = fc.uniqueArray(fc.nat({ max: 30 }), { maxLength: 5 });
  const small = fc.record({ tags: few.map((tags) => new Set(tags)), texts: fc.array(few) });
  fc.assert(fc.property(small, small, (a, b) => meet(a, b) === meet(b, a)));
});

it.each([
  ["a tag of both", { tags: [1, 2] }, { tags: [2, 3] }, true],
  ["no tag of both", { tags: [1] }, { tags: [2], texts: [[1, 5]] }, false],
  ["a text with one key of both", { texts: [[1, 2, 3]] }, { texts: [[3, 4]] }, false],
  ["a text with two keys of both", { texts: [[9], [1, 2, 3]] }, { texts: [[3, 1, 4]] }, true],
  ["two texts with a key each", { texts: [[1, 2]] }, { texts: [[1], [2]] }, false],
  ["one text with a key of each", { texts: [[1], [2]] }, { texts: [[1, 2]] }, false],
])("two footprints with %s", (_, a, b, expected) => {
  const of = (given: { tags?: number[]; texts?: number[][] }) => ({
    tags: new Set(given.tags),
    texts: given.texts ?? [],
  });
  expect(meet(of(a), of(b))).toBe(expected);
});
