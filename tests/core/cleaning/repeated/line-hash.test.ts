import fc from "fast-check";
import { describe, expect, it } from "vitest";
import {
  digestOfLine,
  LEAD_WORDS,
  lineHash,
  wordsOfLine,
} from "../../../../src/core/cleaning/repeated/line-hash.ts";

const PIECES = [
  "The",
  "Brücke",
  "ferry",
  " ",
  " ",
  "\u00a0",
  "12",
  "3.5",
  "12/3",
  "½",
  "Ⅳ",
  "東京",
  "e\u0301",
  ", ",
  "’s",
  "…",
  "😀",
];

describe("the digest of a line", () => {
  it("has the hashes of its words, without making them", () => {
    const line = fc.string({
      unit: fc.oneof(fc.constantFrom(...PIECES), fc.string({ minLength: 1, maxLength: 1 })),
      maxLength: 40,
    });
    fc.assert(
      fc.property(line, (text) => {
        const words = wordsOfLine(text);
        expect(digestOfLine(text)).toEqual({
          hash: lineHash(words.join(" ")),
          lead: words.length > LEAD_WORDS ? lineHash(words.slice(0, LEAD_WORDS).join(" ")) : null,
          words: words.length,
          numbers: words.filter((word) => word === "0").length,
        });
      }),
      { numRuns: 300 },
    );
  });
});
