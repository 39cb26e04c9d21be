import { describe, expect, it } from "vitest";
import { feedRenderers } from "../../../src/adapters/feed-writer/feed-renderers.ts";
import type { Entry, FeedDocument } from "../../../src/core/entries/entry.ts";
import { aFeed, aFeedDocument, anEntry, anEntrySource } from "../../support/entries.ts";
import { readAtom, readJsonFeed, readRss } from "../../support/read-feeds.ts";

const READERS = [
  ["rss", (document: FeedDocument) => readRss(feedRenderers.rss(document))],
  ["atom", (document: FeedDocument) => readAtom(feedRenderers.atom(document))],
  ["json", (document: FeedDocument) => readJsonFeed(feedRenderers.json(document))],
] as const;

describe.each(READERS)("the %s writer", (format, read) => {
  const readOne = (overrides: Partial<Entry>) =>
    read(aFeedDocument({ entries: [anEntry(overrides)] }))[0];

  it("writes what a reader needs", () => {
    expect(readOne({})).toEqual({
      id: "https://valley.example/?p=1",
      title: "The bridge is open again",
      link: "https://valley.example/bridge",
      publishedAt: Date.UTC(2026, 1, 17, 11, 20),
      updatedAt: Date.UTC(2026, 1, 17, 11, 20),
      authors: ["Ada Weir"],
      categories: ["Local"],
      contentHtml:
        "<p>After four years the bridge over the <em>Halm</em> carries walkers again.</p>",
      summaryHtml: "After four years the bridge over the Halm carries walkers again.",
    });
  });

  it("keeps the order of the document", () => {
    const ids = ["urn:x:b", "urn:x:a", "urn:x:c"];
    const entries = ids.map((id, index) =>
      anEntry({ id, publishedAt: 1_000_000 * (7 % (index + 2)) }),
    );
    expect(read(aFeedDocument({ entries })).map((entry) => entry.id)).toEqual(ids);
  });

  it.each([
    ["Write &lt;b&gt; as &amp;lt;b&amp;gt;"],
    ["3 < 4 & R&D &copy; &#x26; ]]>"],
    ["<title>owned, <b> and <!-- x"],
    ["$& $1 $$ \\1"],
  ])("gives the title %s back to the letter", (title) => {
    expect(readOne({ title })?.title).toBe(title);
  });

  it("keeps a quoted end tag, with a joiner that nobody sees, so that no reader obeys it", () => {
    const entry = readOne({ title: "What </b> ends", categories: ["</B>"], authors: [] });
    expect(entry?.title).toBe("What <\u2060/b> ends");
    expect(entry?.categories).toEqual(["<\u2060/B>"]);
  });

  it("keeps a quoted reference in a name, with such a joiner", () => {
    const authors = [{ name: "M&uuml;ller & Q&As", email: null, url: null }];
    expect(readOne({ authors })?.authors).toEqual(["M&\u2060uuml;ller & Q&As"]);
  });

  it("writes titles on one line, without control characters", () => {
    expect(readOne({ title: " The\u0000 bridge\r\n is \ud83dopen " })?.title).toBe(
      "The bridge is open",
    );
  });

  it("writes whole seconds", () => {
    const entry = readOne({
      publishedAt: Date.UTC(2026, 0, 1) + 999,
      updatedAt: 1_500_000_000_001,
    });
    expect([entry?.publishedAt, entry?.updatedAt]).toEqual([
      Date.UTC(2026, 0, 1),
      1_500_000_000_000,
    ]);
  });

  it.each([
    ["no number", Number.NaN],
    ["no date of four digits", 8.64e15],
  ])("dates an entry by its arrival when the date is %s", (_, publishedAt) => {
    const enteredAt = Date.UTC(2026, 2, 3);
    const entry = readOne({ publishedAt, updatedAt: publishedAt, enteredAt });
    expect([entry?.publishedAt, entry?.updatedAt]).toEqual([enteredAt, enteredAt]);
  });

  it("links to the page here when the link is no address of a page", () => {
    const entry = readOne({ link: "javascript:alert(1)" });
    expect(entry?.link).toBe("https://desk.example/articles/4k7q2m");
  });

  it("names each author, and the source where nobody signed", () => {
    const authors = ["Ada", "Bob & Eve"].map((name) => ({ name, email: null, url: null }));
    expect(readOne({ authors })?.authors).toEqual(["Ada", "Bob & Eve"]);
    expect(readOne({ authors: [] })?.authors).toEqual(["Valley Courier"]);
  });

  it("knows an author without a name by the mail address, else by the web address", () => {
    const authors = [
      { name: null, email: "ada@valley.example", url: null },
      { name: " ", email: "nobody", url: "https://valley.example/bob" },
      { name: "", email: "nobody", url: null },
    ];
    expect(readOne({ authors })?.authors).toEqual([
      "ada@valley.example",
      "https://valley.example/bob",
    ]);
  });

  it("writes each category once and none without a name", () => {
    expect(readOne({ categories: ["R&D", "", " R&D ", "<b>"] })?.categories).toEqual([
      "R&D",
      "<b>",
    ]);
  });

  it("writes no content where only a summary or a link may be shown", () => {
    const excerpt = readOne({ contentHtml: null, summary: "Just 1 < 2." });
    expect([excerpt?.contentHtml, excerpt?.summaryHtml]).toEqual([null, "Just 1 &lt; 2."]);
    const link = readOne({ contentHtml: null, summary: "" });
    expect([link?.contentHtml, link?.summaryHtml]).toEqual([null, "The bridge is open again"]);
  });

  it("calls an entry without a title by its source", () => {
    expect(readOne({ title: "\u0000" })?.title).toBe("Valley Courier");
    expect(readOne({ title: "", source: anEntrySource({ title: " " }) })?.title).toBe("valley");
  });

  it("writes a feed without entries", () => {
    expect(read(aFeedDocument({ entries: [] }))).toEqual([]);
  });

  it("never writes the time of building", () => {
    const document = aFeedDocument({ feed: aFeed({ description: "" }) });
    const text = feedRenderers[format](document);
    const dates = text.match(/\d{4}-\d\d-\d\dT[\d:.]+Z|\d\d \w{3} \d{4} [\d:]{8}/g) ?? [];
    expect(
      new Set(dates.map((date) => Date.parse(date.endsWith("Z") ? date : `${date} GMT`))),
    ).toEqual(new Set([Date.UTC(2026, 1, 17, 11, 20)]));
  });
});
