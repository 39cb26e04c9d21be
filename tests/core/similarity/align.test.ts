import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { align } from "../../../src/core/similarity/align.ts";

/** One token a letter. */
const of = (text: string): Uint32Array => Uint32Array.from(text, (letter) => letter.charCodeAt(0));
const runsOf = (a: string, b: string): readonly string[] =>
  align(of(a), of(b)).map(({ a: start, length }) => a.slice(start, start + length));

describe("align", () => {
  it.each([
    ["one text", "abcdefgh", "abcdefgh", ["abcdefgh"]],
    ["a part", "cdefg", "abcdefgh", ["cdefg"]],
    ["a replaced word", "abcdXefgh", "abcdYefgh", ["abcd", "efgh"]],
    ["an inserted word", "abcdefgh", "abcdYefgh", ["abcd", "efgh"]],
    ["what was moved, once", "abcdefgh1234", "1234abcdefgh", ["abcdefgh"]],
    ["a phrase that is repeated elsewhere", "abcXabcdefg", "abcYabcdefg", ["abc", "abcdefg"]],
    ["nothing in common", "abcdef", "uvwxyz", []],
    ["less than three words in common", "abXcd", "abYcd", []],
    ["nothing", "", "abc", []],
  ])("finds %s", (_, a, b, expected) => {
    expect(runsOf(a, b)).toEqual(expected);
  });

  it("finds runs of equal tokens that rise in both and do not overlap, whatever the texts", () => {
    const text = fc.array(fc.integer({ min: 0, max: 5 }), { maxLength: 60 });
    fc.assert(
      fc.property(text, text, (left, right) => {
        const [a, b] = [Uint32Array.from(left), Uint32Array.from(right)];
        let [nextA, nextB] = [0, 0];
        for (const run of align(a, b)) {
          expect(run.a).toBeGreaterThanOrEqual(nextA);
          expect(run.b).toBeGreaterThanOrEqual(nextB);
          nextA = run.a + run.length;
          nextB = run.b + run.length;
          expect(a.subarray(run.a, nextA)).toEqual(b.subarray(run.b, nextB));
        }
        expect(nextA).toBeLessThanOrEqual(a.length);
        expect(nextB).toBeLessThanOrEqual(b.length);
      }),
    );
  });

  it.each([
    ["one word over and over", () => 1],
    ["two words in turns", (index: number) => index % 2],
    ["a refrain", (index: number) => index % 97],
    ["no word twice", (index: number) => index],
  ])("takes no longer for %s", (_, token) => {
    // With the square of this length, no test would end in time.
    const a = Uint32Array.from({ length: 200_000 }, (_value, index) => token(index));
    const b = Uint32Array.from({ length: 200_000 }, (_value, index) => token(index + 5));
    expect(align(a, b)).toBeDefined();
  });
});
