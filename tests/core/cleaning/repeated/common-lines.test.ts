import { describe, expect, it } from "vitest";
import { cleanContent } from "../../../../src/adapters/markup/clean-content.ts";
import { NO_EXCEPTIONS } from "../../../../src/core/cleaning/exceptions.ts";
import { commonKey } from "../../../../src/core/cleaning/repeated/common-lines.ts";
import { lineHash, wordsOfLine } from "../../../../src/core/cleaning/repeated/line-hash.ts";

const A =
  "The old bridge over the Halde has been closed since the flood in the spring of last year.";
const B = "Work on the pillars will begin as soon as the water has fallen below two metres.";
const COMMON = "Hear the valley wake up";
const OTHER = "A radio for your kitchen";
const HINDI = "पुल आज भी बंद है।";

const keyOf = (text: string): string => commonKey(lineHash(wordsOfLine(text).join(" ")));
const clean = (html: string, keep: readonly string[] = []) =>
  cleanContent(html, {
    ...{ baseUrl: null, title: null, language: null },
    cleanup: {
      exceptions: { ...NO_EXCEPTIONS, keep },
      repeated: [COMMON, OTHER, "Nordkai", HINDI].map(keyOf),
    },
  });
const p = (...lines: readonly string[]): string => lines.map((line) => `<p>${line}</p>`).join("");
const link = (text: string): string => `<a href="https://example.org/x">${text}</a>`;
const removedFrom = (html: string): readonly string[] =>
  clean(html).removed.map(({ text, rule }) => `${rule}: ${text}`);

describe("a line that is common to sources", () => {
  it.each([
    ["after the text", p(A, B, COMMON)],
    ["before the text, with another line under it", p(COMMON, "Halbach", A, B)],
    ["between two paragraphs as one link", p(A, link(COMMON), B)],
  ])("goes %s", (_, html) => {
    expect(removedFrom(html)).toEqual([`common-line: ${COMMON}`]);
  });

  it.each([
    ["between two paragraphs", p(A, COMMON, B)],
    ["as a heading", `${p(A)}<h2>${COMMON}</h2>${p(B)}`],
    ["above the first paragraph", p(COMMON, A, B)],
    ["with a number in it", p(A, B, `${COMMON} 7`)],
    ["in an item of a list of the article", `${p(A)}<ul><li>${COMMON}</li></ul>${p(B)}`],
    ["without any text", p(COMMON, OTHER)],
    ["among the items of a list above the text", p("500 g of reed", COMMON, "2 sods", A, B)],
    ["at the end of a list below it", p(A, B, "Mill against Weir", "Dyke against Quay", COMMON)],
    ["as a sentence with a stop of its own script", p(A, B, HINDI)],
  ])("stays %s", (_, html) => {
    expect(removedFrom(html)).toEqual([]);
  });

  it("stays when an editor keeps it, or the rule", () => {
    expect(clean(p(A, B, COMMON), [COMMON]).removed).toEqual([]);
    expect(clean(p(A, B, COMMON), ["common-line"]).removed).toEqual([]);
  });

  it("is counted by the brake", () => {
    const short = "The bridge is closed.";
    expect(removedFrom(p(short, COMMON))).toEqual([]);
    expect(removedFrom(p(A, B, COMMON, OTHER))).toHaveLength(2);
  });

  it("leaves nothing to be cleaned again", () => {
    const once = clean(p(COMMON, OTHER, "Halbach", A, link(COMMON), B, OTHER, COMMON));
    expect(clean(once.contentHtml)).toMatchObject({ removed: [], text: once.text });
  });

  it("does not change what is remembered of the article", () => {
    expect(clean(p(A, B, COMMON)).outline).toHaveLength(3);
  });
});
