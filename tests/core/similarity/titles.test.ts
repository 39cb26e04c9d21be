import { describe, expect, it } from "vitest";
import { fingerprintOf } from "../../../src/core/similarity/fingerprint.ts";
import { haveOtherSubjects, titleSimilarity } from "../../../src/core/similarity/titles.ts";
import { tokensByLine } from "../../../src/core/text/tokens.ts";

const titled = ([title, text]: readonly [string, string]) => ({
  title,
  tokens: fingerprintOf(tokensByLine(text)).tokens,
});

describe("titleSimilarity", () => {
  it.each([
    ["Bridge open again", "bridge OPEN again!", 1],
    ["Bridge open again", "Bridge closed again", 2 / 3],
    ["Bridge", "Ferry", 0],
    ["…", "!", 1],
  ])("of %s and %s", (a, b, expected) => {
    expect(titleSimilarity(a, b)).toBeCloseTo(expected);
    expect(titleSimilarity(b, a)).toBeCloseTo(expected);
  });
});

describe("haveOtherSubjects", () => {
  it.each([
    ["two towns", ["Accident in Velten", "in velten"], ["Accident in Halm", "in halm"], true],
    ["one town", ["Accident in Velten", "in velten"], ["Velten: six hurt", "in velten"], false],
    ["a town that one does not name", ["Accident", "in velten"], ["Halm", "in halm"], false],
    ["a town that the other mentions", ["Velten", "in velten"], ["Halm", "halm, velten"], false],
    ["titles that say nothing of their texts", ["What now?", "in velten"], ["Oh", "halm"], false],
    ["other numbers", ["Draw 12345", "12345"], ["Draw 54321", "54321"], false],
  ] as const)("%s", (_, a, b, expected) => {
    expect(haveOtherSubjects(titled(a), titled(b))).toBe(expected);
    expect(haveOtherSubjects(titled(b), titled(a))).toBe(expected);
  });
});
