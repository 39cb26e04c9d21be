import { expect, it } from "vitest";
import { detectLanguage } from "../../../src/adapters/language.ts";
import { preparePage } from "../../../src/adapters/page-reader/prepare-page.ts";
import { createReadPage } from "../../../src/adapters/page-reader/read-page.ts";
import { TreeParent } from "../../../src/adapters/page-reader/tree-nodes.ts";
import { NO_CLEANUP } from "../../../src/core/cleaning/exceptions.ts";
import { countWork } from "../../support/count-work.ts";

const readPage = createReadPage({ detectLanguage });
const url = "https://weir.example/x";
const SENTENCE = "The keeper writes down the height of the water, the wind, and whoever passed by.";
const times = (count: number, part: (at: number) => string): string =>
  Array.from({ length: count }, (_, at) => part(at)).join("");

const pageOf = (more: string): string =>
  preparePage({
    bytes: Buffer.from(
      `<html><head><title>The weir</title></head><body><article><h1>The weir</h1>${times(8, (at) => `<p>${SENTENCE} ${at}</p>`)}${more}</article></body></html>`,
    ),
    contentType: "text/html",
    url,
  });

const OF_TREES = ["childNodes", "children", "textContent", "getElementsByTagName"].map(
  (name) => [TreeParent.prototype, name] as const,
);
const workOn = (more: string): number => {
  const html = pageOf(more);
  return countWork(() => void readPage({ url, html }, NO_CLEANUP), OF_TREES);
};

it.each<[string, (count: number) => string]>([
  ["paragraphs", (count) => times(count, (at) => `<p>${SENTENCE} Day ${at}.</p>`)],
  ["lines of one paragraph", (count) => `<p>${times(count, (at) => `height ${at}<br>`)}</p>`],
  ["inline elements", (count) => `<p>${times(count, (at) => `<i>wind ${at}</i> <!-- x --> `)}</p>`],
  ["links", (count) => times(count, (at) => `<a href="/day/${at}">Day ${at}</a> `)],
  [
    "rows of a table",
    (count) => `<table>${times(count, (at) => `<tr><td>${at}<td>${SENTENCE}`)}</table>`,
  ],
  [
    "pictures of a gallery",
    (count) =>
      `<div class="gallery"><div>${times(8 * count, (at) => `<img src="/${at}.jpg">`)}</div></div>`,
  ],
  ["headings", (count) => times(count, (at) => `<h2>Day ${at}</h2><p>${SENTENCE} ${at}</p>`)],
  [
    "boxes",
    (count) =>
      times(count, (at) => `<div class="bio"><p>${SENTENCE} ${at}</p></div><p>${SENTENCE}</p>`),
  ],
  [
    "links in pagers within a pager",
    (count) =>
      `<div class="pager">${times(count / 8, () => `<nav>${times(8, (at) => `<a href="${url}?page=${at + 2}">${at + 2}</a> `)}</nav>`)}</div>`,
  ],
  ["hidden parts", (count) => times(count, (at) => `<div hidden><p>${SENTENCE} ${at}</p></div>`)],
])("a page with twice as many %s is twice the work, not more", (_, more) => {
  const [some, twice] = [400, 800].map((count) => workOn(more(count)));
  expect((twice ?? 0) / (some ?? 0)).toBeLessThan(2.3);
});
