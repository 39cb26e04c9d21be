import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { readFeed } from "../../../src/adapters/feed-reader/read-feed.ts";
import type { ParsedFeed } from "../../../src/core/sources/feed.ts";

function readText(text: string, url: string | null = null): ParsedFeed {
  const result = readFeed({ bytes: Buffer.from(text), contentType: null, url }, { items: 100 });
  if (!result.ok) throw new Error(result.error.kind);
  return result.value;
}

const escaped = (text: string): string =>
  text.replaceAll("&", "&amp;").replaceAll("<", "&lt;").replaceAll(">", "&gt;");
const cdata = (text: string): string => `<![CDATA[${text.replaceAll("]]>", "]]]]><![CDATA[>")}]]>`;

/** Text as a title may hold it: what XML can carry, on one line. */
const line = fc
  .string({ unit: "grapheme", minLength: 1, maxLength: 200 })
  .map((text) =>
    text
      .replace(/[\p{Cc}\p{Cs}\p{Co}\ufffe\uffff]/gu, "")
      .replace(/[\s\u00a0]+/g, " ")
      .trim(),
  )
  .filter((text) => text !== "");

const entry = (inside: string): string =>
  `<feed xmlns="http://www.w3.org/2005/Atom"><title>t</title><entry>${inside}</entry></feed>`;

describe("any string", () => {
  it("survives as the title of an Atom entry", () => {
    fc.assert(
      fc.property(line, (text) => {
        const [item] = readText(entry(`<title type="text">${escaped(text)}</title>`)).items;
        expect(item?.title).toBe(text);
      }),
    );
  });

  it("survives as the title of a JSON Feed's item", () => {
    fc.assert(
      fc.property(line, (title) => {
        const version = "https://jsonfeed.org/version/1.1";
        const [item] = readText(JSON.stringify({ version, items: [{ title }] })).items;
        expect(item?.title).toBe(title);
      }),
    );
  });

  it("survives when it looks like the reference that stands for a longer one", () => {
    const written = { title: "\ue0ff0", id: " \ue0ff1", summary: `${"long ".repeat(20)}\ue0ff0` };
    const elements = Object.entries(written).map(([name, text]) => `<${name}>${text}</${name}>`);
    const [item] = readText(entry(elements.join(""))).items;
    expect(item).toMatchObject({ title: "\ue0ff0", guid: "\ue0ff1", summaryHtml: written.summary });
  });

  it("survives as HTML in RSS, in CDATA and escaped", () => {
    fc.assert(
      fc.property(line, (text) => {
        const html = `<p>${escaped(text)}</p>`;
        const feed = (inside: string): string =>
          `<rss version="2.0"><channel><item><description>${inside}</description></item></channel></rss>`;
        expect(readText(feed(cdata(html))).items[0]?.summaryHtml).toBe(html);
        expect(readText(feed(escaped(html))).items[0]?.summaryHtml).toBe(html);
      }),
    );
  });

  it("is answered when it is the whole document", () => {
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 2_000 }), (bytes) => {
        expect(readFeed({ bytes, contentType: null, url: null }, { items: 10 }).ok).toBeTypeOf(
          "boolean",
        );
      }),
    );
  });

  it("is answered when it is any soup of markup", () => {
    const piece = fc.constantFrom(
      "<rss>",
      "<channel>",
      "<item>",
      "</item>",
      "<title>",
      "</title>",
      "<description>",
      "<b>",
      "</b>",
      "<br/>",
      "<![CDATA[",
      "]]>",
      "<!--",
      "-->",
      "&amp;",
      "&",
      "<",
      ">",
      '"',
      "<feed xmlns='http://www.w3.org/2005/Atom'>",
      "<entry>",
      "</entry>",
      "<link href='x'/>",
      "<content type='xhtml'>",
      "<div>",
      "</div>",
      "text",
      "<?x",
      "?>",
      "<!DOCTYPE a [",
      "]>",
      "</channel>",
      "</rss>",
      "<updated>2026</updated>",
    );
    fc.assert(
      fc.property(fc.array(piece, { maxLength: 40 }), (pieces) => {
        const bytes = Buffer.from(`<rss><channel>${pieces.join("")}`);
        expect(readFeed({ bytes, contentType: null, url: null }, { items: 10 }).ok).toBe(true);
      }),
    );
  });
});

describe("a page instead of a feed", () => {
  it("is refused with the feeds that it announces, those of comments last", () => {
    const page = `<!doctype html><html><head><base href="https://b.example/x/">
      <link rel="alternate" type="application/rss+xml" title="Comments on Z" href="/comments/feed">
      <link rel="stylesheet" href="s.css">
      <LINK REL='Alternate' TYPE='application/atom+xml; charset=utf-8' HREF='atom.xml' TITLE='All &amp; more'>
      <link rel="alternate" hreflang="fr" href="/fr/">
      <link rel="alternate" type="application/feed+json" href="https://c.example/f.json">
      </head><body>`;
    const url = "https://a.example/page";
    const result = readFeed(
      { bytes: Buffer.from(page), contentType: "text/html", url },
      { items: 1 },
    );
    expect(result).toEqual({
      ok: false,
      error: {
        kind: "not-a-feed",
        message: expect.any(String),
        feedLinks: [
          { url: "https://b.example/x/atom.xml", title: "All & more" },
          { url: "https://c.example/f.json", title: null },
          { url: "https://b.example/comments/feed", title: "Comments on Z" },
        ],
      },
    });
  });

  it.each([
    ['<link rel="alternate" type="application/rss+xml" href="javascript:alert(1)">'],
    ['<link rel="alternate" type="application/rss+xml" href="">'],
    ['<link rel="alternate" type="text/html" href="/amp">'],
    [
      '<script>document.write(\'<link rel="alternate" type="application/rss+xml" href="/x">\')</script>',
    ],
  ])("announces nothing by %s", (link) => {
    const bytes = Buffer.from(`<html><head>${link}</head></html>`);
    const result = readFeed({ bytes, contentType: null, url: "https://a.example/" }, { items: 1 });
    expect(result).toMatchObject({ error: { kind: "not-a-feed", feedLinks: [] } });
  });
});

describe("the address of a document", () => {
  it("lends what is relative its place, and nothing that may be secret", () => {
    const url = "https://ada:pass@valley.example/a/feed?key=SECRET";
    const { feed, items } = readText(
      `<rss version="2.0"><channel><link>/</link><item><link>b</link>
      <description>&lt;a href="#note">1&lt;/a>&lt;img src="c.png"></description></item></channel></rss>`,
      url,
    );
    expect([feed.link, items[0]?.link]).toEqual([
      "https://valley.example/",
      "https://valley.example/a/b",
    ]);
    expect(items[0]?.summaryHtml).toBe(
      '<a href="#note">1</a><img src="https://valley.example/a/c.png">',
    );
  });
});

describe("what is longer than is kept", () => {
  const long = `<p>${"Reeds. ".repeat(600_000)}</p>`;
  const rss = (inside: string): string =>
    `<rss version="2.0"><channel><title>R</title><item><title>Reeds</title>${inside}</item></channel></rss>`;

  it.each([
    ["RSS", rss(`<description>${cdata(long)}</description>`)],
    [
      "JSON Feed",
      JSON.stringify({
        version: "https://jsonfeed.org/version/1.1",
        items: [{ id: "1", content_html: long }],
      }),
    ],
  ])("is cut in a text of %s, which is an excerpt then and warned of", (_, document) => {
    const { items, warnings } = readText(document);
    expect(items[0]?.contentHtml).toBeNull();
    expect(items[0]?.summaryHtml?.length).toBeLessThanOrEqual(4_000_000);
    expect(items[0]?.summaryHtml).toMatch(/<p>…<\/p>$/);
    expect(warnings).toMatchObject([
      { kind: "text-cut", detail: expect.stringMatching(/^item 1: a text of 4200007 /) },
    ]);
  });

  it("is whole where pictures are written into the text", () => {
    const picture = `<img src="data:image/png;base64,${"A".repeat(4_100_000)}">`;
    const { items, warnings } = readText(
      rss(`<description>${cdata(`<p>Reeds.</p>${picture}`)}</description>`),
    );
    expect(items[0]?.summaryHtml).toContain("<p>Reeds.</p>");
    expect(warnings).toEqual([]);
  });

  it("is dropped of an address, which would lead elsewhere, and warned of", () => {
    const address = `https://reed.example/${"a".repeat(20_000)}`;
    const { items, warnings } = readText(
      rss(`<link>${address}</link><enclosure url="${address}"/>`),
    );
    expect(items[0]).toMatchObject({ link: null, enclosures: [] });
    expect(warnings).toMatchObject([{ kind: "link-dropped" }]);
  });
});
