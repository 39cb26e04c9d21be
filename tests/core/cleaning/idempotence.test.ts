import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { cleanContent } from "../../../src/adapters/markup/clean-content.ts";
import { plainTextToHtml } from "../../../src/adapters/markup/plain-text.ts";
import { NO_CLEANUP } from "../../../src/core/cleaning/exceptions.ts";
import { CROSSHEADS, SHORT_SENTENCES } from "./rules/crossheads-of-languages.ts";
import { LABELS, PROSE } from "./rules/lines-of-languages.ts";
import { SYSTEM_LABELS, SYSTEM_PROSE } from "./rules/lines-of-systems.ts";

const clean = (html: string) =>
  cleanContent(html, { baseUrl: null, title: null, language: null, cleanup: NO_CLEANUP });
const linesOf = (text = ""): readonly string[] =>
  text.split(/\s+·\s+|\n/).flatMap((line) => (line.trim() === "" ? [] : [line.trim()]));

/** What stands around labels: headlines, names of networks, a byline, and text of an article. */
const OTHERS = [
  ...["Council elects a mayor", "Bridge closed", "Facebook", "WhatsApp", "Anna Berg", "Part 2"],
  ...["Related articles", "Share this:", "Ihnen fehlt etwas? Wir hören zu."],
  "The old bridge over the Halde has been closed since the flood in the spring of last year.",
];

const textsOf = (language: string) => {
  const pools = [LABELS, PROSE, CROSSHEADS, SHORT_SENTENCES, SYSTEM_LABELS, SYSTEM_PROSE].map(
    (pool) => linesOf(pool[language]),
  );
  const line = fc.oneof(...[...pools, OTHERS].map((pool) => fc.constantFrom(...pool)));
  return fc.array(line, { minLength: 1, maxLength: 10 });
};

const FORMS: readonly ((line: string) => string)[] = [
  (line) => `<p>${line}</p>`,
  (line) => `<h2>${line}</h2>`,
  (line) => `<p><a href="https://example.org/x">${line}</a></p>`,
  (line) => `<ul><li>${line}</li><li><a href="https://example.org/y">Nordkai</a></li></ul>`,
  (line) => `<p>${line}<br>Westkai</p>`,
  (line) => `<div class="jp-relatedposts"><p>${line}</p><p>Nordkai</p></div>`,
  (line) =>
    `<figure><img src="https://example.org/quay.jpg" alt=""><figcaption>${line}</figcaption></figure>`,
];
const escaped = (line: string): string => line.replaceAll("&", "&amp;").replaceAll("<", "&lt;");

const OPTIONS = { seed: 20_261_130, numRuns: 60 };

describe("what was cleaned once is clean:", () => {
  const player =
    '<p><a href="https://www.youtube.com/watch?v=abc">https://www.youtube.com/watch?v=abc</a></p>';
  const picture = (caption: string): string =>
    `<figure><img src="https://example.org/quay.jpg" alt=""><figcaption>${caption}</figcaption></figure>`;
  it.each([
    [
      "a text that is nothing but a plug-in's box",
      '<div class="yarpp"><p>Bridge closed</p><p>Share this:</p><p>It opens again in the spring.</p></div>',
    ],
    [
      "a picture that is shown again over a label",
      `${picture("The quay in spring")}${picture("Print this page")}<p>${OTHERS.at(-1)}</p>`,
    ],
    [
      "a player in a plug-in's box",
      `<p>Ny side</p><div class="sharedaddy">${player}</div><p>${OTHERS.at(-1)}</p>`,
    ],
  ])("%s", (_, html) => {
    const once = clean(html);
    const twice = clean(once.contentHtml);
    expect(twice.removed).toEqual([]);
    expect(twice.contentHtml).toBe(once.contentHtml);
  });
});

it.each(Object.keys(LABELS))("what was cleaned once is clean: pages (%s)", (language) => {
  const blocks = textsOf(language).chain((lines) =>
    fc.tuple(...lines.map((line) => fc.constantFrom(...FORMS).map((form) => form(escaped(line))))),
  );
  const property = fc.property(blocks, (parts) => {
    const once = clean(parts.join(""));
    const twice = clean(once.contentHtml);
    expect(twice.removed).toEqual([]);
    expect(twice.contentHtml).toBe(once.contentHtml);
  });
  fc.assert(property, OPTIONS);
});

it.each(Object.keys(LABELS))("what was cleaned once is clean: plain text (%s)", (language) => {
  const property = fc.property(textsOf(language), (lines) => {
    const once = clean(plainTextToHtml(lines.join("\n\n")));
    expect(clean(plainTextToHtml(once.text)).removed).toEqual([]);
  });
  fc.assert(property, OPTIONS);
});
