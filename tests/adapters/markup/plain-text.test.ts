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

  it("joins two lines if one goes on in the middle of a sentence, or other paragraphs were wrapped", () => {
    const first = "The old bridge over the Halde has been closed since last year";
    expect(plainTextToHtml(`${first}\nand opens in May.`)).toBe(
      `<p>${first} and opens in May.</p>`,
    );
    const other = `${first},\nwhich nobody on the northern bank of the river had foreseen at all.`;
    expect(plainTextToHtml(`${first}.\nAnna waits.\n\n${other}`)).toContain(
      `${first}. Anna waits.`,
    );
  });

  it("keeps lines apart of which the longest one is full by chance, however often it is asked", () => {
    const lines = [
      "Friends of the Old Harbour, founded in nineteen hundred and two",
      "Quay 3",
      "12345 Halde",
    ];
    const html = `<p>${lines.join("<br>")}</p>`;
    expect(plainTextToHtml(lines.join("\n"))).toBe(html);
    expect(plainTextToHtml(lines.slice(0, 2).join("\n"))).not.toContain("two Quay");
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
