import { describe, expect, it } from "vitest";
import { renderAtom } from "../../../src/adapters/feed-writer/atom.ts";
import type { Entry } from "../../../src/core/entries/entry.ts";
import { aCopy, aFeedDocument, anEntry, anEntrySource } from "../../support/entries.ts";
import { ATOM, atomEntries, atomLinks, MEDIA, XML } from "../../support/read-feeds.ts";
import { childrenOf, parseStrictXml, type Tree, textOf } from "../../support/strict-xml.ts";

function entryOf(overrides: Partial<Entry>): Tree {
  const [entry] = atomEntries(renderAtom(aFeedDocument({ entries: [anEntry(overrides)] })));
  if (entry === undefined) throw new Error("No entry");
  return entry;
}

function only(tree: Tree, name: string): Tree {
  const [child, second] = childrenOf(tree, ATOM + name);
  if (child === undefined || second !== undefined) throw new Error(`Not one ${name}`);
  return child;
}

const texts = (tree: Tree, ...names: readonly string[]) =>
  names.map((name) => textOf(tree, ATOM + name));

describe("the feed", () => {
  const feed = parseStrictXml(renderAtom(aFeedDocument()));

  it("says what it is, when it last changed and who is responsible", () => {
    expect(texts(feed, "id", "title", "subtitle", "updated")).toEqual([
      "urn:uuid:6c1c2a3e-5b1f-5d4e-8a53-0f2b7f1f9d11",
      "Everything",
      "All articles of this desk.",
      "2026-02-17T11:20:00Z",
    ]);
    expect(texts(only(feed, "author"), "name", "uri", "email")).toEqual([
      "Example Desk",
      "https://desk.example",
      "desk@desk.example",
    ]);
    expect(feed.attributes.get(`${XML}lang`)).toBe("en");
  });

  it("links to its page first, which readers take for the site, then to itself and the other formats", () => {
    expect(atomLinks(feed, "self")).toEqual(["https://desk.example/feeds/all.atom"]);
    expect(atomLinks(feed, "alternate")).toEqual([
      "https://desk.example/feeds/all",
      "https://desk.example/feeds/all.rss",
      "https://desk.example/feeds/all.json",
    ]);
    const [first] = childrenOf(feed, `${ATOM}link`);
    expect(first?.attributes.get("type")).toBe("text/html");
  });
});

describe("an entry", () => {
  it.each([
    ["Müller&Co", undefined, "Müller&Co"],
    ["Fish&chips & <3", undefined, "Fish&chips & <3"],
    ["S&P500, R&D_2 and B&B4", undefined, "S&P500, R&D_2 and B&B4"],
    ["&copy 2026", "html", "&amp;copy 2026"],
    ["The &amp; sign", "html", "The &amp;amp; sign"],
    ["About <b>", "html", "About &lt;b&gt;"],
  ])("has the title %s as text, unless that could be taken for HTML", (title, type, written) => {
    const element = only(entryOf({ title }), "title");
    expect(element.attributes.get("type")).toBe(type);
    expect(textOf(entryOf({ title }), `${ATOM}title`)).toBe(written);
  });

  it("has its text as CDATA: parsers that count references refuse a feed of escaped texts", () => {
    const html = `${"<p>one &amp; two</p>".repeat(300)}<p>]]&gt; &lt;b&gt;</p>`;
    const xml = renderAtom(
      aFeedDocument({ entries: [anEntry({ contentHtml: html, summary: "<i> & ]]>" })] }),
    );
    const outside = xml.replace(/<!\[CDATA\[.*?\]\]>/gs, "");
    expect(outside.match(/&[#a-z0-9]+;/g) ?? []).toEqual([]);
    const [entry] = atomEntries(xml);
    expect(entry && textOf(entry, `${ATOM}content`)).toBe(html);
    expect(entry && textOf(entry, `${ATOM}summary`)).toBe("&lt;i&gt; &amp; ]]&gt;");
  });

  it("keeps where it comes from: source, via, copies, comments", () => {
    const entry = entryOf({
      copies: [aCopy({ title: "A & B" })],
      commentsUrl: "https://valley.example/c",
      updatedAt: Date.UTC(2026, 1, 18),
    });
    const source = only(entry, "source");
    expect(texts(source, "id", "title", "updated")).toEqual([
      "https://valley.example/feed.xml",
      "Valley Courier",
      "2026-02-18T00:00:00Z",
    ]);
    expect(atomLinks(source, "self")).toEqual(["https://valley.example/feed.xml"]);
    expect(atomLinks(source, "alternate")).toEqual(["https://valley.example/"]);
    expect(atomLinks(entry, "alternate")).toEqual(["https://valley.example/bridge"]);
    expect(atomLinks(entry, "via")).toEqual(["https://valley.example/feed.xml"]);
    expect(atomLinks(entry, "related")).toEqual(["https://hill.example/bridge"]);
    expect(atomLinks(entry, "replies")).toEqual(["https://valley.example/c"]);
    const related = childrenOf(entry, `${ATOM}link`).find(
      (link) => link.attributes.get("rel") === "related",
    );
    expect(related?.attributes.get("title")).toBe("A & B");
  });

  it("knows a folder by an address of ours", () => {
    const entry = entryOf({ source: anEntrySource({ id: "desk", url: null, feedUrl: null }) });
    expect(texts(only(entry, "source"), "id")).toEqual(["https://desk.example/about#source-desk"]);
    expect(atomLinks(entry, "via")).toEqual([]);
  });

  it("has its own language and rights, and none that are not known", () => {
    const entry = entryOf({ language: "ar", rights: "© Weir & Sons" });
    expect([entry.attributes.get(`${XML}lang`), ...texts(entry, "rights")]).toEqual([
      "ar",
      "© Weir & Sons",
    ]);
    const silent = entryOf({ language: "no language", rights: null });
    expect([silent.attributes.get(`${XML}lang`), ...texts(silent, "rights")]).toEqual([
      undefined,
      null,
    ]);
  });

  it("types its text: title as text, summary and content as HTML", () => {
    const entry = entryOf({ summary: "1 < 2" });
    const types = ["title", "summary", "content"].map((name) =>
      only(entry, name).attributes.get("type"),
    );
    expect(types).toEqual([undefined, "html", "html"]);
    expect(texts(entry, "summary")).toEqual(["1 &lt; 2"]);
  });

  it("tells persons by name, address and mail", () => {
    const authors = [
      { name: "Ada", email: "ada@valley.example", url: "https://valley.example/ada?a=1&b=2" },
      { name: "Bob", email: "bob at valley", url: "/bob" },
    ];
    const persons = childrenOf(entryOf({ authors }), `${ATOM}author`);
    expect(persons.map((person) => texts(person, "name", "uri", "email"))).toEqual([
      ["Ada", "https://valley.example/ada?a=1&b=2", "ada@valley.example"],
      ["Bob", null, null],
    ]);
  });

  it("links to each file, with type and size where they are known", () => {
    const enclosures = [
      { url: "https://valley.example/c.mp3?x=1&y=2", type: "audio/mpeg", bytes: 123 },
      { url: "https://valley.example/a.bin", type: 'x" y="z', bytes: -1 },
    ];
    const links = childrenOf(entryOf({ enclosures }), `${ATOM}link`)
      .filter((link) => link.attributes.get("rel") === "enclosure")
      .map((link) => Object.fromEntries(link.attributes));
    expect(links).toEqual([
      {
        rel: "enclosure",
        type: "audio/mpeg",
        length: "123",
        href: "https://valley.example/c.mp3?x=1&y=2",
      },
      { rel: "enclosure", href: "https://valley.example/a.bin" },
    ]);
  });

  it("shows its picture", () => {
    const image = {
      url: "https://img.example/a?w=1&h=2",
      width: 1200,
      height: 675,
      alt: "Line\none",
      credit: "Weir",
    };
    const [content] = childrenOf(entryOf({ image }), `${MEDIA}content`);
    expect(content && Object.fromEntries(content.attributes)).toEqual({
      url: "https://img.example/a?w=1&h=2",
      medium: "image",
      width: "1200",
      height: "675",
    });
    expect(content && textOf(content, `${MEDIA}description`)).toBe("Line one");
  });
});

describe("plain text that looks like HTML", () => {
  it.each([
    ["AT&amp;T and <b>bold", "AT&amp;amp;T and &lt;b&gt;bold", "html"],
    ["R&D, 3 < 4", "R&D, 3 < 4", undefined],
  ])("is declared so that no reader takes %s for it", (title, text, type) => {
    const source = anEntrySource({ title });
    const entry = entryOf({ title, rights: title, source });
    for (const element of [only(entry, "title"), only(entry, "rights")]) {
      expect([element.text, element.attributes.get("type")]).toEqual([text, type]);
    }
    expect(only(only(entry, "source"), "title").attributes.get("type")).toBe(type);
  });

  it("is no title of a link, which cannot declare anything", () => {
    const titles = (title: string) =>
      childrenOf(entryOf({ copies: [aCopy({ title })] }), `${ATOM}link`)
        .filter((link) => link.attributes.get("rel") === "related")
        .map((link) => link.attributes.get("title"));
    expect(titles("The bridge")).toEqual(["The bridge"]);
    expect(titles("The <b>bridge")).toEqual([undefined]);
    expect(titles("AT&amp;T")).toEqual([undefined]);
  });
});
