import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { fitProse } from "../../../src/http/layout/prose.ts";
import { TEXTS } from "../../../src/http/words/choose-texts.ts";

const texts = TEXTS.de;
const fitted = (html: string): string => fitProse(html, { texts, hasPictures: true });

describe("fitProse", () => {
  it.each([
    [
      "keeps plain paragraphs",
      "<p>Eins</p><p>Zwei &lt; drei</p>",
      "<p>Eins</p><p>Zwei &lt; drei</p>",
    ],
    ["starts headings below the title", "<h1>A</h1>", "<h2>A</h2>"],
    [
      "closes gaps between headings",
      "<h3>A</h3><h6>B</h6><h3>C</h3>",
      "<h2>A</h2><h3>B</h3><h2>C</h2>",
    ],
    [
      "keeps an outline",
      "<h2>A</h2><h3>B</h3><h4>C</h4><h2>D</h2>",
      "<h2>A</h2><h3>B</h3><h4>C</h4><h2>D</h2>",
    ],
    [
      "marks links as not endorsed",
      '<a href="https://a.example/">A</a>',
      '<a href="https://a.example/" rel="nofollow noopener">A</a>',
    ],
    ["keeps a link's own relation", '<a rel="tag" href="/">A</a>', '<a rel="tag" href="/">A</a>'],
    [
      "loads pictures late",
      '<img src="https://a.example/a.jpg" alt="A" />',
      '<img src="https://a.example/a.jpg" alt="A" loading="lazy">',
    ],
    [
      "gives a picture its empty alternative",
      '<img src="https://a.example/a.jpg">',
      '<img src="https://a.example/a.jpg" alt="" loading="lazy">',
    ],
    [
      "is not misled by a > in a value",
      '<a title="a > b" href="/">A</a>',
      '<a title="a > b" href="/" rel="nofollow noopener">A</a>',
    ],
    ["leaves an open tag as it is", "<p>Text <", "<p>Text <"],
  ])("%s", (_, html, expected) => {
    expect(fitted(html)).toBe(expected);
  });

  it("wraps each outermost table and tells them apart", () => {
    const html =
      '<table><caption>Kosten "2026"</caption><tr><td><table><tr><td>1</td></tr></table></td></tr></table><table><tr><td>2</td></tr></table>';
    expect(fitted(html)).toBe(
      '<section class="tbl" aria-label="Tabelle 1: Kosten &quot;2026&quot;" tabindex="0"><table><caption>Kosten "2026"</caption><tr><td><table><tr><td>1</td></tr></table></td></tr></table></section>' +
        '<section class="tbl" aria-label="Tabelle 2" tabindex="0"><table><tr><td>2</td></tr></table></section>',
    );
  });

  it("takes pictures out where none are wanted, with the frame that is left empty", () => {
    const html =
      '<p>A<img src="https://a.example/a.jpg"></p><figure><img src="https://a.example/b.jpg"></figure><figure><img src="c"><figcaption>C</figcaption></figure>';
    expect(fitProse(html, { texts, hasPictures: false })).toBe(
      "<p>A</p><figure><figcaption>C</figcaption></figure>",
    );
  });

  it("changes no text", () => {
    const word = fc.constantFrom(
      "<p>",
      "</p>",
      "<h4>",
      "</h4>",
      "<table>",
      "</table>",
      "a",
      " ",
      "&amp;",
    );
    const textOf = (html: string): string => html.replace(/<[^>]*>/g, "");
    fc.assert(
      fc.property(fc.array(word), (words) => {
        expect(textOf(fitted(words.join("")))).toBe(textOf(words.join("")));
      }),
    );
  });

  it("takes time in proportion to the length", () => {
    // With the square of it, no test would end in time.
    const count = 800_000;
    const hostile = `${"<".repeat(count)}${'<a "'.repeat(count / 4)}${"<figure> ".repeat(count / 4)}`;
    expect(fitProse(hostile, { texts, hasPictures: true })).toContain("<".repeat(count));
  });
});
