import { describe, expect, it } from "vitest";
import { detectLanguage } from "../../../src/adapters/language.ts";
import { preparePage } from "../../../src/adapters/page-reader/prepare-page.ts";
import { createReadPage } from "../../../src/adapters/page-reader/read-page.ts";
import { NO_CLEANUP } from "../../../src/core/cleaning/exceptions.ts";

const SENTENCE =
  "<p>This is a sentence of an article, with commas, and with enough words to be one.</p>";
const ARTICLE = SENTENCE.repeat(8);
const links = (count: number, open: string, close: string): string =>
  Array.from({ length: count }, (_, i) => `${open}<a href="/x/${i}">Link ${i}</a>${close}`).join(
    " ",
  );

const readPage = createReadPage({ detectLanguage });

function read(html: string) {
  const url = "https://a.example/x";
  const document = { bytes: Buffer.from(html), contentType: null, url };
  return readPage({ url, html: preparePage(document) }, NO_CLEANUP);
}

/** For the whole product it is 10 s on an idle machine; tests share theirs. */
const TIMEOUT_MS = 30_000;

describe("a hostile page", () => {
  it.each([
    ["10,000 nested divs", `${"<div>".repeat(10_000)}${ARTICLE}${"</div>".repeat(10_000)}`],
    ["10,000 nested spans", `${"<span>".repeat(10_000)}${ARTICLE}`],
    ["10,000 nested lists", `${"<ul><li>".repeat(10_000)}${ARTICLE}`],
    ["50,000 links", `<article>${ARTICLE}</article>${links(50_000, "", "")}`],
    [
      "50,000 list items",
      `<article>${ARTICLE}</article><ul>${links(50_000, "<li>", "</li>")}</ul>`,
    ],
    ["10 MB of text", `<article>${ARTICLE}${"word, ".repeat(1_700_000)}</article>`],
    ["10 MB of paragraphs", SENTENCE.repeat(115_000)],
    ["5 MB of brackets", `${ARTICLE}${"<".repeat(5_000_000)}`],
    ["scripts that never end", `${ARTICLE}${"<script>".repeat(100_000)}`],
    [
      "100,000 attributes",
      `<p ${Array.from({ length: 100_000 }, (_, i) => `a${i}`).join(" ")}>x</p>${ARTICLE}`,
    ],
    ["40,000 meta elements", `${'<meta name="a" content="b">'.repeat(40_000)}${ARTICLE}`],
    [
      "deep JSON-LD",
      `<script type="application/ld+json">${"[".repeat(200_000)}${"]".repeat(200_000)}</script>`.repeat(
        9,
      ) + ARTICLE,
    ],
  ])(
    "is read: %s",
    (_, html) => {
      const result = read(html);
      expect(result.ok && result.value.text).toContain("This is a sentence of an article");
    },
    TIMEOUT_MS,
  );

  it.each([
    ["nothing", ""],
    ["a head alone", "<html><head><title>x</title></head><body></body></html>"],
    ["a frameset", "<html><frameset><frame src=a></frameset></html>"],
    ["only a script", "<script>document.write('x')</script>"],
  ])("is empty: %s", (_, html) => {
    expect(read(html)).toMatchObject({ ok: false, error: { kind: "empty" } });
  });

  it.each([
    ["no html or body", ARTICLE],
    ["no body", `<html><head></head>${ARTICLE}</html>`],
    ["two bodies", `<html><body></body><body>${ARTICLE}</body></html>`],
    ["body only in a comment", `<html><!-- <body> --><div>${ARTICLE}</div></html>`],
    ["an article in a template", `<body><template><p>No.</p></template>${ARTICLE}</body>`],
    [
      "prototype names",
      `<body><div id="__proto__" class="constructor hasOwnProperty">${ARTICLE}</div></body>`,
    ],
  ])("is read although it has %s", (_, html) => {
    const result = read(html);
    expect(result.ok && result.value.text.split("\n\n")).toHaveLength(8);
  });

  it("takes nothing from prototypes", () => {
    const json = '{"__proto__":{"headline":"p","@type":"Article"},"constructor":{"name":"p"}}';
    const head = `<script type="application/ld+json">${json}</script><title>Own</title>`;
    const result = read(`<html><head>${head}</head><body>${ARTICLE}</body></html>`);
    expect(result).toMatchObject({ ok: true, value: { title: "Own", authors: [] } });
    expect(new Map(Object.entries({})).get("headline")).toBeUndefined();
  });
});
