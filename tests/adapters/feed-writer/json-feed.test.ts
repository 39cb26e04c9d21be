import { describe, expect, it } from "vitest";
import { renderJsonFeed } from "../../../src/adapters/feed-writer/json-feed.ts";
import type { Entry } from "../../../src/core/entries/entry.ts";
import { checkJsonFeed } from "../../support/check-json-feed.ts";
import { aCopy, aFeed, aFeedDocument, anEntry, anEntrySource } from "../../support/entries.ts";
import { NASTY_ENTRIES } from "../../support/nasty-entries.ts";
import { jsonItems } from "../../support/read-feeds.ts";

const itemOf = (overrides: Partial<Entry>) =>
  jsonItems(renderJsonFeed(aFeedDocument({ entries: [anEntry(overrides)] })))[0];

describe("the feed", () => {
  it("is JSON Feed 1.1 with all that describes it", () => {
    const { items, ...feed } = JSON.parse(renderJsonFeed(aFeedDocument()));
    expect(items).toHaveLength(1);
    expect(feed).toEqual({
      version: "https://jsonfeed.org/version/1.1",
      title: "Everything",
      home_page_url: "https://desk.example/feeds/all",
      feed_url: "https://desk.example/feeds/all.json",
      description: "All articles of this desk.",
      language: "en",
      authors: [{ name: "Example Desk", url: "https://desk.example" }],
      _offprint: {
        about: "https://desk.example/about",
        copyright: "Each text belongs to its publisher.",
      },
    });
  });

  it("holds no null outside our extension, whatever is unknown", () => {
    const entries = NASTY_ENTRIES.map(([, entry]) => entry);
    const text = renderJsonFeed(aFeedDocument({ entries, feed: aFeed({ language: "" }) }));
    const feed = JSON.parse(text) as { items: { _offprint: unknown }[] };
    for (const item of feed.items) item._offprint = {};
    expect(JSON.stringify(feed)).not.toContain(":null");
  });
});

describe("an item", () => {
  it("carries the text as HTML, else as text", () => {
    expect(itemOf({ contentHtml: "<p>x</p>" })).toMatchObject({ content_html: "<p>x</p>" });
    expect(itemOf({ contentHtml: "<p>x</p>" })).not.toHaveProperty("content_text");
    expect(itemOf({ contentHtml: null, summary: "1 < 2" })).toMatchObject({
      content_text: "1 < 2",
    });
    expect(itemOf({ contentHtml: null })).not.toHaveProperty("content_html");
  });

  it("gives dates, language, picture and tags of its own", () => {
    const image = {
      url: "https://img.example/a.jpg",
      width: null,
      height: null,
      alt: null,
      credit: null,
    };
    expect(itemOf({ image, language: "de", updatedAt: Date.UTC(2026, 1, 18) })).toMatchObject({
      date_published: "2026-02-17T11:20:00Z",
      date_modified: "2026-02-18T00:00:00Z",
      language: "de",
      image: "https://img.example/a.jpg",
      tags: ["Local"],
    });
  });

  it("links to its authors, by mail where they have no page", () => {
    const authors = [
      { name: "Ada", email: "ada@valley.example", url: "https://valley.example/ada" },
      { name: "Bob", email: "bob@valley.example", url: null },
      { name: "Eve", email: null, url: null },
    ];
    expect(itemOf({ authors })?.authors).toEqual([
      { name: "Ada", url: "https://valley.example/ada" },
      { name: "Bob", url: "mailto:bob@valley.example" },
      { name: "Eve" },
    ]);
  });

  it("attaches files of known type only", () => {
    const enclosures = [
      { url: "https://valley.example/a.mp3", type: "audio/mpeg", bytes: 123 },
      { url: "https://valley.example/b.mp3", type: "audio/mpeg", bytes: null },
      { url: "https://valley.example/c", type: null, bytes: 5 },
    ];
    expect(itemOf({ enclosures })?.attachments).toEqual([
      { url: "https://valley.example/a.mp3", mime_type: "audio/mpeg", size_in_bytes: 123 },
      { url: "https://valley.example/b.mp3", mime_type: "audio/mpeg" },
    ]);
    expect(itemOf({ enclosures: enclosures.slice(2) })).not.toHaveProperty("attachments");
  });

  it("carries what is needed to share it and to see where it comes from", () => {
    const item = itemOf({
      copies: [aCopy({ source: anEntrySource({ id: "desk", title: "Desk", url: null }) })],
    });
    expect(item?._offprint).toEqual({
      about: "https://desk.example/about",
      page: "https://desk.example/articles/4k7q2m",
      share: {
        canonicalUrl: "https://valley.example/bridge",
        title: "The bridge is open again",
        description: "After four years the bridge over the Halm carries walkers again.",
        image: null,
        siteName: "Valley Courier",
      },
      image: null,
      rights: { notice: null, licences: [] },
      source: { id: "valley", title: "Valley Courier", url: "https://valley.example/" },
      copies: [
        {
          source: { id: "desk", title: "Desk", url: null },
          title: "The bridge is open, says the Gazette",
          url: "https://hill.example/bridge",
        },
      ],
      links: { mail: "mailto:?subject=The%20bridge" },
    });
  });

  it("says of its picture what Media RSS says in the other formats", () => {
    const url = "https://img.example/a.jpg";
    const image = { url, width: 1200, height: 0, alt: "A bridge", credit: "Weir & Sons" };
    const enclosures = [{ url, type: "image/jpeg", bytes: 4321 }];
    expect(itemOf({ image, enclosures })?._offprint).toMatchObject({
      image: { ...image, height: null, type: "image/jpeg" },
    });
    expect(itemOf({ image })?._offprint).toMatchObject({ image: { url, type: "image/jpeg" } });
  });

  it("shares nothing that is no address and no character that nobody means", () => {
    const share = {
      canonicalUrl: "/bridge",
      title: "The\u0000 bridge",
      description: "a\r\nb",
      image: "data:,x",
      siteName: "Valley\ud83d",
    };
    const shareLinks = [{ network: "mail", label: "E-Mail", url: "mailto:?subject=\u0007x" }];
    expect(itemOf({ share, shareLinks })?._offprint).toMatchObject({
      share: {
        canonicalUrl: "https://desk.example/articles/4k7q2m",
        title: "The bridge",
        description: "a b",
        siteName: "Valley",
      },
      links: { mail: "mailto:?subject=x" },
    });
  });
});

describe("the specification of JSON Feed 1.1", () => {
  const faultsOf = (overrides: Parameters<typeof aFeedDocument>[0]) =>
    checkJsonFeed(renderJsonFeed(aFeedDocument(overrides)));

  it("finds nothing wrong with a feed, full, poor or empty", () => {
    expect(faultsOf({})).toEqual([]);
    expect(faultsOf({ entries: [] })).toEqual([]);
    expect(faultsOf({ entries: NASTY_ENTRIES.map(([, entry]) => entry) })).toEqual([]);
  });

  it.each([
    [{ version: "https://jsonfeed.org/version/1" }, "feed.version is no version"],
    [{ title: undefined }, "feed.title is missing"],
    [{ author: { name: "x" } }, "feed.author?"],
    [{ feed_url: "/feed.json" }, "feed.feed_url is no absolute URL"],
    [{ next_url: "https://desk.example/feeds/all.json" }, "feed.next_url is the feed itself"],
    [{ hubs: [{ type: "WebSub" }] }, "feed.hubs[0].url is missing"],
    [{ items: [{ id: "1" }] }, "feed.items[0] has neither content_html nor content_text"],
    [{ items: [{ id: 1, content_text: "x" }] }, "feed.items[0].id is no text: 1"],
    [{ items: [{ id: "1", content_text: "x", image: null }] }, "feed.items[0].image is no"],
    [{ items: [{ id: "1", content_text: "x", tags: [1] }] }, "feed.items[0].tags[0] is no text"],
    [{ items: [{ id: "1", content_text: "x", authors: [{}] }] }, "authors[0] is empty"],
    [{ items: [{ id: "1", content_text: "x", date_published: "17.2.2026" }] }, "RFC 3339"],
    [
      { items: [{ id: "1", content_text: "x", attachments: [{ url: "https://a.example/" }] }] },
      "feed.items[0].attachments[0].mime_type is missing",
    ],
  ])("would find %j", (change, fault) => {
    const feed = JSON.parse(renderJsonFeed(aFeedDocument())) as object;
    expect(checkJsonFeed(JSON.stringify({ ...feed, ...change })).join("\n")).toContain(fault);
  });
});
