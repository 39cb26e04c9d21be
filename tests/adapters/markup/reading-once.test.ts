import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { cleanContent, readContent } from "../../../src/adapters/markup/clean-content.ts";
import { type CleanupContext, NO_CLEANUP } from "../../../src/core/cleaning/exceptions.ts";

const PLACE = { baseUrl: "https://a.example/", title: "Bridge", language: "en" };
const HTML = `<h2>Bridge</h2><p>Read also: <a href="/b">The quay is closed</a></p>
<p>The bridge over the Halm is open again after a long winter, in which the ferry carried nobody and the market stayed empty.</p>
<p>Engineers replaced the bearings of the third pier, which the flood had moved by a hand's width.</p>
<p>Video: <a href="https://www.youtube.com/watch?v=abc">Watch on YouTube</a></p>
<p>Share this article</p><p>Printed by the cooperative of the eastern valley.</p>`;

const tail = cleanContent(HTML, { ...PLACE, cleanup: NO_CLEANUP }).outline.at(-1)?.hash;
const exceptions = NO_CLEANUP.exceptions;
const CLEANUPS: readonly CleanupContext[] = [
  NO_CLEANUP,
  { exceptions, repeated: [`tail:exact:${tail}`] },
  { exceptions: { keep: [], drop: ["The bridge over …"] }, repeated: [] },
  { exceptions: { keep: ["Share this article"], drop: [] }, repeated: [`tail:exact:${tail}`] },
];

describe("a text that is read once", () => {
  it("is cleaned in each way as if it had been read for that alone, in any order", () => {
    for (const cleanups of [CLEANUPS, CLEANUPS.toReversed()]) {
      const read = readContent(HTML, PLACE);
      const cleaned = cleanups.map((cleanup) => read.clean(cleanup));
      expect(cleaned).toEqual(cleanups.map((cleanup) => cleanContent(HTML, { ...PLACE, cleanup })));
      expect(new Set(cleaned.map(({ text }) => text)).size).toBe(CLEANUPS.length);
    }
  });

  it("has the same text with and without its HTML, also where it is a plain line", () => {
    const texts = fc.oneof(
      fc.string({ unit: "grapheme" }),
      fc.string({
        unit: fc.constantFrom("Share this", "Read more", " ", "\n", "\u00a0", "x > y", '"'),
      }),
      fc.constantFrom(
        "Bridge",
        "Anzeige",
        "a &amp; b",
        "<p>One</p><p>Share this</p>",
        "",
        " \u200b ",
      ),
    );
    fc.assert(
      fc.property(texts, fc.constantFrom(...CLEANUPS), (html, cleanup) => {
        const read = readContent(html, PLACE);
        expect(read.textOf(cleanup)).toBe(read.clean(cleanup).text);
      }),
      { numRuns: 500 },
    );
  });
});
