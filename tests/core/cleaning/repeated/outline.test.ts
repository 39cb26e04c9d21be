import fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { Outline, OutlineLine } from "../../../../src/core/cleaning/repeated/outline.ts";
import {
  endsOf,
  MAX_LINES,
  outlineOf,
  placeLines,
} from "../../../../src/core/cleaning/repeated/outline.ts";
import {
  outlineFromBytes,
  outlineToBytes,
} from "../../../../src/core/cleaning/repeated/outline-bytes.ts";
import { hasTrait, TRAITS } from "../../../../src/core/cleaning/repeated/traits.ts";
import type { TextBlock } from "../../../../src/core/cleaning/text-block.ts";

const block = (text: string, role: TextBlock["role"] = "paragraph"): TextBlock => ({
  role,
  lines: text.split("\n").map((line) => ({ text: line, linkedShare: 0, urls: [] })),
  classes: [],
});
const outline = (...blocks: TextBlock[]): Outline => outlineOf(placeLines(blocks));
const hashOf = (text: string): string | undefined => outline(block(text))[0]?.hash;

describe("the outline of an article", () => {
  it("has a line for each line with words that is no caption", () => {
    const lines = placeLines([
      block("Eins zwei\ndrei"),
      block("***"),
      block("Bild von gestern", "caption"),
      block("Vier", "heading"),
    ]);
    expect(lines.map(({ text }) => text)).toEqual(["Eins zwei", "drei", "Vier"]);
    expect(lines.map((line) => [line.block, line.line])).toEqual([
      [0, 0],
      [0, 1],
      [3, 0],
    ]);
  });

  it.each([
    ["ÄRZTE, auf der Straße!", "Arzte auf der Strasse", true],
    ["Ausgabe 12/2026", "Ausgabe 7", true],
    ["1.234 Leser um 12:30", "5 Leser um 9", true],
    ["Rat tagt", "Rat tagt nicht", false],
    ["कमल", "कमाल", false],
  ])("takes %j and %j for the same line: %s", (one, other, same) => {
    expect(hashOf(one) === hashOf(other)).toBe(same);
  });

  it("knows the first six words of a line that has more", () => {
    const [six, seven, other] = outline(
      block("eins zwei drei vier fünf sechs"),
      block("eins zwei drei vier fünf sechs sieben"),
      block("eins zwei drei vier fünf sechs acht neun"),
    );
    expect(six?.lead).toBeNull();
    expect(seven?.lead).toBe(six?.hash);
    expect(other?.lead).toBe(six?.hash);
  });

  it.each([
    ["an amount", "200 g Mehl"],
    ["a time of day", "14.30 Uhr"],
    ["the number of a chapter", "3. Kapitel"],
    ["a salutation", "Liebe Nachbarinnen und Nachbarn,"],
  ])("never takes %s for a line that a source repeats", (_, text) => {
    const [line] = outline(block(text));
    expect(line && hasTrait(line, TRAITS.edge | TRAITS.middle | TRAITS.lead)).toBe(false);
  });

  it("of a very long one holds the first and the last lines", () => {
    const lines = Array.from({ length: 1000 }, (_, index) => block(`${"a".repeat(index + 1)} b`));
    const long = outline(...lines);
    expect(long).toHaveLength(MAX_LINES);
    expect(long.at(0)).toEqual(outline(...lines.slice(0, 1))[0]);
    expect(long.at(-1)).toEqual(outline(...lines.slice(-1))[0]);
    expect(outlineOf(placeLines(endsOf(lines)))).toEqual(long);
  });

  it("is the same for the same text, and another for almost any other", () => {
    const words = Array.from({ length: 20_000 }, (_, index) => index.toString(2));
    const letters = words.map((word) => word.replaceAll("0", "a").replaceAll("1", "b"));
    expect(new Set(letters.map(hashOf)).size).toBe(letters.length);
  });
});

const hash = fc.stringMatching(/^[0-9a-f]{12}$/);
const anyLine: fc.Arbitrary<OutlineLine> = fc.record({
  hash,
  lead: fc.option(hash),
  digits: fc.nat(0xffff),
  words: fc.nat(0xffff),
  traits: fc.nat(0xff),
});

describe("an outline as bytes", () => {
  it("is read back as it was", () => {
    fc.assert(
      fc.property(fc.array(anyLine, { maxLength: 30 }), (lines) => {
        expect(outlineFromBytes(outlineToBytes(lines))).toEqual(lines);
      }),
    );
  });

  it("is read back where it lies inside other bytes, as database drivers hand it out", () => {
    const lines = outline(block("Eins zwei drei vier fünf sechs sieben"), block("Acht"));
    const bytes = outlineToBytes(lines);
    const around = new Uint8Array(bytes.length + 7);
    around.set(bytes, 5);
    expect(outlineFromBytes(around.subarray(5, 5 + bytes.length))).toEqual(lines);
  });

  it("takes at most some 7 kB", () => {
    const line: OutlineLine = { hash: "0".repeat(12), lead: null, digits: 0, words: 1, traits: 0 };
    expect(outlineToBytes(Array.from({ length: 5000 }, () => line)).length).toBe(7201);
  });

  it.each([
    ["nothing", []],
    ["another version", [2]],
    ["cut off", [1, 0, 0]],
    ["too long", [1, ...Array.from({ length: 18 * 401 }, () => 0)]],
  ])("gives no lines when it is %s", (_, bytes) => {
    expect(outlineFromBytes(Uint8Array.from(bytes))).toEqual([]);
  });
});
