import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { excerpt } from "../../src/core/excerpt.ts";

const sentence = (length: number): string => `${"w".repeat(4)} `.repeat(length / 5).trimEnd();

describe("excerpt", () => {
  it.each([
    ["keeps a short text", "A short text.", "A short text."],
    ["makes one paragraph of several", "One.\n\nTwo\nthree.", "One. Two three."],
    ["gives nothing for nothing", " \n ", ""],
  ])("%s", (_what, text, expected) => {
    expect(excerpt(text)).toBe(expected);
  });

  it("ends with the first sentence that brings it to 300 characters", () => {
    const text = `${sentence(150)}. ${sentence(160)}. ${sentence(100)}. ${sentence(300)}.`;
    expect(excerpt(text)).toBe(`${sentence(150)}. ${sentence(160)}.`);
  });

  it("cuts at a word when no sentence ends in time", () => {
    const cut = excerpt(sentence(1000));
    expect(cut).toMatch(/^(wwww )+wwww…$/);
    expect(cut.length).toBeGreaterThan(480);
  });

  it("is never longer than 500 characters and stays when taken again", () => {
    fc.assert(
      fc.property(fc.string({ unit: "grapheme", maxLength: 1200 }), (text) => {
        const once = excerpt(text);
        expect(once.length).toBeLessThanOrEqual(500);
        expect(once.isWellFormed()).toBe(text.isWellFormed());
        expect(excerpt(once)).toBe(once);
      }),
    );
  });
});
