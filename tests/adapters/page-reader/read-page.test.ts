import { globSync, readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { detectLanguage } from "../../../src/adapters/language.ts";
import { preparePage } from "../../../src/adapters/page-reader/prepare-page.ts";
import { createReadPage } from "../../../src/adapters/page-reader/read-page.ts";
import { NO_CLEANUP } from "../../../src/core/cleaning/exceptions.ts";
import type { Page } from "../../../src/core/pages/page.ts";

type Given = { readonly url: string | null; readonly contentType: string | null };

/** What a fixture's description may say of its page. */
type Expected = {
  readonly given: Given;
  readonly page: Record<string, unknown>;
  readonly provenance?: Record<string, string>;
  readonly removedBy?: readonly string[];
  readonly contentHolds?: readonly string[];
  readonly contentLacks?: readonly string[];
};

const AT: Given = { url: "https://a.example/news/one", contentType: null };

const readPage = createReadPage({ detectLanguage });

function read(bytes: Uint8Array | string, given: Given = AT): Page {
  const html = preparePage({ bytes: Buffer.from(bytes), ...given });
  const result = readPage({ url: given.url, html }, NO_CLEANUP);
  if (!result.ok) throw new Error(result.error.kind);
  return result.value;
}

const folder = new URL("../../fixtures/pages/", import.meta.url);

describe.each(globSync("*.html", { cwd: folder }))("%s", (name) => {
  const expected = JSON.parse(
    readFileSync(new URL(name.replace(/html$/, "json"), folder), "utf8"),
  ) as Expected;
  const page = read(readFileSync(new URL(name, folder)), expected.given);

  it("reads as its description says", () => {
    expect(page).toMatchObject(expected.page);
    for (const part of expected.contentHolds ?? []) expect(page.contentHtml).toContain(part);
    for (const part of expected.contentLacks ?? []) expect(page.contentHtml).not.toContain(part);
    if (expected.removedBy)
      expect(page.removed.map(({ rule }) => rule)).toEqual(expected.removedBy);
  });

  it("says where each value came from", () => {
    const fields = "title authors publishedAt updatedAt siteName description image language".split(
      " ",
    );
    const known = fields.filter((field) => {
      const value = new Map<string, unknown>(Object.entries(page)).get(field);
      return Array.isArray(value) ? value.length > 0 : value !== null;
    });
    expect([...page.provenance.keys()]).toEqual(expect.arrayContaining(known));
    if (expected.provenance)
      expect(Object.fromEntries(page.provenance)).toEqual(expected.provenance);
  });
});

const PARAGRAPHS = [
  "The bridge over the gorge will stay closed for a third winter, and the commuters go on taking the long way over the pass.",
  "A flood washed out one of its pillars two years ago, and the county has no money to put it right before the spring.",
  "The engineer warned that even a class of schoolchildren might be too heavy, so the footpath stays shut as well.",
  "A vote to open it to cyclists failed by two voices after a debate that went on until midnight, said the clerk.",
  "The bus will run on Sundays too, and the road over the pass will be cleared of snow before the morning shift.",
];
const ARTICLE = PARAGRAPHS.map((text) => `<p>${text}</p>`).join("");
const TEXT = PARAGRAPHS.join("\n\n");

const pageOf = (body: string, head = ""): string =>
  `<html lang="en"><head>${head}</head><body>${body}</body></html>`;

describe("what is around the article", () => {
  it.each([
    ["a byline", "<p>By Anna Meier</p>", "", "byline"],
    ["a date", "<p>Published March 4, 2025 at 10:15 am</p>", "", "date-line"],
    ["a kicker", "<p>Valley</p>", "", "head-debris"],
    ["a trail of one step", "<p>Home/Bridge stays closed</p>", "", "breadcrumb"],
    ["its own title", "<div>Bridge stays closed</div>", "", "repeated-title"],
    ["a heading over nothing", "", "<h3>More stories</h3>", "tail-heading"],
    ["a label at the end", "", "<p>Valley, roads</p>", "tail-debris"],
    ["a credit", "", "<p>Photo: Ida Berg / Valley Pictures</p>", "credit"],
    ["tags", "", '<p class="tags">roads valley</p>', "page-furniture"],
    [
      "a teaser",
      "",
      '<p><a href="/x">What the pass is like in the snow of January</a></p>',
      "link-block",
    ],
    [
      "a note about the author",
      "",
      '<div class="author"><p>Anna Meier has covered the upper valley for the paper since the great flood of the nineties, and she lives near the bridge.</p><p>She likes maps.</p></div>',
      "author-note",
    ],
    [
      "a box between paragraphs",
      "",
      '<div class="newsletter"><p>All the news of the valley, every morning in your inbox, for nothing at all.</p></div>',
      "page-furniture",
    ],
  ])("goes: %s", (_, before, after, rule) => {
    const head = '<meta property="og:title" content="Bridge stays closed">';
    const page = read(pageOf(`<article>${before}${ARTICLE}${after}</article>`, head));
    expect(page.text).toBe(TEXT);
    expect(page.removed.map((block) => block.rule)).toContain(rule);
  });

  it.each([
    [
      "a heading over a paragraph",
      "<h2>Who pays</h2><p>Nobody knows yet who is to pay for the pillar, and nobody wants to say.</p>",
    ],
    ["a list", "<ul><li>one boat</li><li>two oars</li></ul>"],
    [
      "a linked heading over a paragraph",
      '<h2><a href="/p">The first choice of the county</a></h2><p>It is a steel span that comes in one piece, and it costs the most of all three.</p>',
    ],
    ["code", "<pre>let it = be</pre>"],
    ["a quote", "<blockquote>Never again</blockquote>"],
  ])("stays: %s", (_, html) => {
    const page = read(pageOf(`<article>${ARTICLE}${html}${ARTICLE}</article>`));
    const [shown = ""] = page.text.split(TEXT).filter((part) => part.trim() !== "");
    expect(shown.trim()).not.toBe("");
    expect(page.removed).toEqual([]);
  });

  it.each([
    "<p>Needed</p><p>500 g lentils</p><p>2 carrots</p><p>Salt</p><p>Method</p><p>Boil all.</p>",
    "<p>Needed:<br>500 g lentils<br>½ onion<br>Salt</p><p>Boil all.</p>",
  ])(
    "leaves a list of amounts that is written as paragraphs, before and after the sentences: %s",
    (list) => {
      for (const article of [`${list}${ARTICLE}`, `${ARTICLE}${list}`]) {
        const page = read(pageOf(`<article>${article}</article>`));
        expect(page.removed).toEqual([]);
        expect(page.text).toMatch(/500 g lentils[\s\S]*Salt[\s\S]*Boil all/);
      }
    },
  );

  it("takes one line with a number for what pages say below an article", () => {
    const page = read(pageOf(`<article>${ARTICLE}<p>Port and sea</p><p>12 opinions</p></article>`));
    expect(page.removed.map(({ rule }) => rule)).toEqual(["tail-debris", "tail-debris"]);
  });

  it("leaves the titles of a list, and of the text below it, before and after the sentences", () => {
    const list = "<ul><li>two boats</li><li>four oars</li></ul>";
    const above = `<p>Needed for four people</p>${list}<p>How to row</p>`;
    const below = `<p>Needed for two people</p>${list}`;
    const page = read(pageOf(`<article>${above}${ARTICLE}${below}</article>`));
    expect(page.removed).toEqual([]);
    expect(page.text.match(/Needed for|How to/g)).toHaveLength(3);
  });

  it("leaves a salutation before the first sentence", () => {
    const page = read(pageOf(`<article><p>Dear neighbours,</p>${ARTICLE}</article>`));
    expect(page.text).toBe(`Dear neighbours,\n\n${TEXT}`);
  });

  it("stays when it would be more than a third of the words", () => {
    const links = Array.from(
      { length: 9 },
      (_, index) =>
        `<p><a href="/${index}">${"A story about the valley ".repeat(3)}${index}</a></p>`,
    ).join("");
    const page = read(
      pageOf(`<main><article>${links}<p>${PARAGRAPHS[0]}</p>${links}</article></main>`),
    );
    expect(page.removed.filter(({ rule }) => rule === "link-block")).toEqual([]);
  });

  it("is no appeal that ends an article without a full stop", () => {
    const appeal = "Whoever saw the van is to call the police at 555";
    const page = read(pageOf(`<article>${ARTICLE}<p>${appeal}</p></article>`));
    expect(page.text).toBe(`${TEXT}\n\n${appeal}`);
  });
});

describe("figures", () => {
  it("keep their captions and credits in the HTML, and out of the text", () => {
    const figure =
      '<figure><img src="/a.jpg" alt=""><p>The gorge at noon.</p></figure><p><img src="/b.jpg"></p><p class="caption">The old pillar before the flood.</p>';
    const page = read(pageOf(`<article>${ARTICLE}${figure}${ARTICLE}</article>`));
    expect(page.text).toBe(`${TEXT}\n\n${TEXT}`);
    expect(page.contentHtml).toContain("<figcaption>The gorge at noon.</figcaption>");
    expect(page.contentHtml).toContain("<figcaption>The old pillar before the flood.</figcaption>");
  });
});

describe("the standfirst", () => {
  const standfirst = "The county has run out of money, and the valley out of patience with it.";
  const head = `<meta name="description" content="${standfirst}">`;

  it("comes back where it stands apart from the article", () => {
    const html = `<header><p>${standfirst}</p></header><div class="story">${ARTICLE}</div>`;
    expect(read(pageOf(html, head)).text).toBe(`${standfirst}\n\n${TEXT}`);
  });

  it("is not invented from the description", () => {
    expect(read(pageOf(`<div>${ARTICLE}</div>`, head)).text).toBe(TEXT);
  });
});

describe("the language", () => {
  it.each([
    ["declared, when the text agrees", "en-GB", "en-GB", "lang"],
    ["of the text, when it does not", "de", "en", "text"],
  ])("is the one %s", (_, declared, language, from) => {
    const page = read(`<html lang="${declared}"><body><article>${ARTICLE}</article></body></html>`);
    expect([page.language, page.provenance.get("language")]).toEqual([language, from]);
  });
});

describe("bytes", () => {
  const latin = (text: string): Buffer => Buffer.from(text, "latin1");
  const body = `<body><p>M\u00fcller. ${PARAGRAPHS.join(" ")}</p></body>`;
  it.each([
    ["the HTTP charset", latin(body), "text/html; charset=ISO-8859-1"],
    ["the meta charset", latin(`<meta charset="windows-1252">${body}`), "text/html"],
    [
      "the old meta charset",
      latin(`<meta http-equiv=Content-Type content="text/html; charset=latin1">${body}`),
      null,
    ],
    ["a byte order mark", Buffer.from(`\ufeff${body}`, "utf16le"), "text/html; charset=utf-8"],
    ["UTF-8 by default", Buffer.from(body), null],
    ["windows-1252 for what is no UTF-8", latin(body), null],
  ])("are read by %s", (_, bytes, contentType) => {
    expect(read(bytes, { ...AT, contentType }).text).toMatch(/^Müller\. The bridge/);
  });
});
