import { describe, expect, it } from "vitest";
import { cleanContent } from "../../../../src/adapters/markup/clean-content.ts";
import { plainTextToHtml } from "../../../../src/adapters/markup/plain-text.ts";
import { NO_CLEANUP } from "../../../../src/core/cleaning/exceptions.ts";
import { findDebris } from "../../../../src/core/cleaning/rules/find-debris.ts";
import type { TextBlock } from "../../../../src/core/cleaning/text-block.ts";
import { block } from "./blocks.ts";
import { CROSSHEADS, SHORT_SENTENCES } from "./crossheads-of-languages.ts";

const BEFORE = "The old bridge over the Halde has been closed since the flood last year.";
const AFTER = "Work on the pillars will begin as soon as the water has fallen again.";
const linesOf = (text: string): readonly string[] => text.split(/\s+·\s+|\n/).flatMap(trimmed);
const trimmed = (line: string): readonly string[] => (line.trim() === "" ? [] : [line.trim()]);

/** Of these lines, what goes from one of the places that it is put into. */
function lost(
  lines: readonly string[],
  places: (line: string) => readonly (readonly TextBlock[])[],
): readonly string[] {
  return lines.filter((line) => places(line).some((blocks) => findDebris(blocks).length > 0));
}

describe.each(Object.entries(CROSSHEADS))("a crosshead (%s)", (_, text) => {
  const lines = linesOf(text);

  it("stays above a paragraph, as a heading and as a line of its own", () => {
    const places = (line: string): readonly (readonly TextBlock[])[] => [
      [block(line, "heading"), block(BEFORE), block(AFTER)],
      [block(BEFORE), block(line, "heading"), block(AFTER)],
      [block(BEFORE), block(line), block(AFTER)],
      [block(BEFORE), block(line, "heading"), block("He paid."), block("And we left.")],
    ];
    expect(lost(lines, places)).toEqual([]);
  });

  it("stays in plain text", () => {
    const html = plainTextToHtml([BEFORE, ...lines.flatMap((line) => [line, AFTER])].join("\n\n"));
    const context = { baseUrl: null, title: null, language: null, cleanup: NO_CLEANUP };
    expect(cleanContent(html, context).removed).toEqual([]);
  });
});

it.each(Object.entries(SHORT_SENTENCES))("a short sentence stays anywhere (%s)", (_, text) => {
  const places = (line: string): readonly (readonly TextBlock[])[] => [
    [block(line), block(BEFORE), block(AFTER)],
    [block(BEFORE), block(line), block(AFTER)],
    [block(BEFORE), block(AFTER), block(line)],
    [block(BEFORE), block(AFTER), block(line, "heading")],
  ];
  expect(lost(linesOf(text), places)).toEqual([]);
});

describe("the heading of a list of links", () => {
  const links = ["Nordkai", "Westkai"].map(
    (text): TextBlock => ({ ...block(text, "item"), lines: [{ text, linkedShare: 1, urls: [] }] }),
  );

  it.each(["Recommendations", "More topics", "Weitere Themen", "Empfehlungen"])(
    "goes with nothing but links under it: %s",
    (text) => {
      const heading = block(text, "heading");
      expect(findDebris([block(BEFORE), block(AFTER), heading, ...links])[0]?.block).toBe(2);
      expect(findDebris([block(BEFORE), heading, block(AFTER)])).toEqual([]);
    },
  );
});
