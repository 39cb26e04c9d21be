import { describe, expect, it } from "vitest";
import { fingerprintOf } from "../../../src/core/similarity/fingerprint.ts";
import { titleOf } from "../../../src/core/similarity/title.ts";
import {
  haveOtherSubjects,
  tellOfOne,
  titleSimilarity,
} from "../../../src/core/similarity/titles.ts";
import { tokensByLine } from "../../../src/core/text/tokens.ts";

const titled = ([title, text]: readonly [string, string]) => ({
  title: titleOf(title),
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

describe("tellOfOne", () => {
  const [crash, other] = ["a crash on the bridge in velten", "another crash on the velten bridge"];
  it.each([
    ["two words that both texts have", "Crash on the bridge", "Velten bridge closed", true],
    ["a heading", "Police report for the weekend", "Police report for the weekend", false],
    ["words that any text has", "What we know so far", "What we know so far", false],
    ["only one title that does", "Crash on the bridge", "What we know", false],
    ["numbers", "12345 and 54321", "12345 and 54321", false],
  ])("%s", (_, a, b, expected) => {
    const [one, two] = [titled([a, `${crash} 12345 54321`]), titled([b, `${other} 54321 12345`])];
    expect(tellOfOne(one, two)).toBe(expected);
    expect(tellOfOne(two, one)).toBe(expected);
  });

  it("is not when each names what the other does not", () => {
    const [one, two] = [`${crash} near halm`, `${crash} near orsa`];
    expect(
      tellOfOne(
        titled(["Crash on bridge near Halm", one]),
        titled(["Crash on bridge near Orsa", two]),
      ),
    ).toBe(false);
  });
});
