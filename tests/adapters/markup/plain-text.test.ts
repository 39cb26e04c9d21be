import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { cleanContent } from "../../../src/adapters/markup/clean-content.ts";
import { plainTextToHtml } from "../../../src/adapters/markup/plain-text.ts";
import { NO_CLEANUP } from "../../../src/core/cleaning/exceptions.ts";

describe("plain text", () => {
  it.each([
    ["empty lines separate paragraphs", "a\n\nb\r\n\r\nc", "<p>a</p>\n<p>b</p>\n<p>c</p>"],
    ["lines with only spaces are empty", "a\n \t\nb", "<p>a</p>\n<p>b</p>"],
    ["short lines stay lines", "Rose Street 4\n12345 Halde", "<p>Rose Street 4<br>12345 Halde</p>"],
    ["markup is text", "1 < 2 & <b>", "<p>1 &lt; 2 &amp; &lt;b&gt;</p>"],
    ["nothing is nothing", " \n\n ", ""],
  ])("%s", (_, text, html) => {
    expect(plainTextToHtml(text)).toBe(html);
  });

  it("reads any number of lines in one paragraph", () => {
    const lines = Array.from({ length: 200_000 }, () => "x");
    expect(plainTextToHtml(lines.join("\n"))).toBe(`<p>${lines.join("<br>")}</p>`);
  });

  it("joins the lines of a paragraph that was wrapped at a width", () => {
    const wrapped =
      "The old bridge over the Halde has been closed since the flood\n" +
      "in the spring, and work on the pillars will only begin as soon\n" +
      "as the water has fallen.";
    expect(plainTextToHtml(wrapped)).toBe(`<p>${wrapped.replaceAll("\n", " ")}</p>`);
  });

  it("keeps a label above a wrapped paragraph on its own line", () => {
    const wrapped =
      "Share this:\nThe old bridge over the Halde has been closed since the flood\nin the spring.";
    expect(plainTextToHtml(wrapped)).toMatch(/^<p>Share this:<br>The old/);
  });

  it("comes back as the same words", () => {
    fc.assert(
      fc.property(fc.array(fc.stringMatching(/^[a-z<>"']{1,9}$/)), (words) => {
        const context = { baseUrl: null, title: null, language: null, cleanup: NO_CLEANUP };
        const { text } = cleanContent(plainTextToHtml(words.join(" ")), context);
        expect(text.split(/\s+/).filter(Boolean)).toEqual(words);
      }),
    );
  });
});
