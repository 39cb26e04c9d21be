import { expect, it } from "vitest";
import { feedRenderers } from "../../../src/adapters/feed-writer/feed-renderers.ts";
import { feedPath } from "../../../src/core/entries/addresses.ts";
import type { StoredEntry } from "../../../src/core/entries/publish-store.ts";
import type { PublishedDocument } from "../../../src/core/entries/published.ts";
import type { FeedDefinition } from "../../../src/core/settings/definitions.ts";
import { composeEntry } from "../../../src/publish/feeds/compose-entry.ts";
import { composeFeed, composeFeedPage } from "../../../src/publish/feeds/compose-feed.ts";
import { composeArticlePage } from "../../../src/publish/pages/article-page.ts";
import { createPublishedTexts } from "../../../src/service/web/published-texts.ts";
import { aStoredArticle, aStoredEntry } from "../../support/builders.ts";
import { brotliOf } from "../../support/document-text.ts";
import { aFeed, anEntrySource, aSite } from "../../support/entries.ts";

const site = aSite();

/** Feeds as a web process has them, without a database. */
function setUp(stored: readonly StoredEntry[], feeds: readonly FeedDefinition[]) {
  const documents = new Map<string, PublishedDocument>();
  const pages = feeds.map((feed) => {
    const entries = stored.map((entry) => composeEntry(entry, site, feed.content));
    const json = feedRenderers.json(composeFeed({ site, feed, id: "urn:x", bornAt: 1 }, entries));
    const path = feedPath(feed.id, "json");
    documents.set(path, { path, br: brotliOf(json) } as unknown as PublishedDocument);
    const derived = stored.map(({ article: { id, derived } }) => [id, derived] as const);
    return composeFeedPage(feed, entries, Object.fromEntries(derived));
  });
  const decoded: string[] = [];
  const find = createPublishedTexts({
    pages: { all: async () => pages },
    document(path) {
      decoded.push(path);
      return documents.get(path);
    },
  });
  return { find, decoded };
}

const article = aStoredArticle({ id: "a1" });
const picture = {
  url: "https://valley.example/bridge.jpg",
  width: 800,
  height: 600,
  alt: "The bridge",
  credit: "Ann Exemplar",
  type: "image/jpeg",
};

it.each([
  ["with a line that names its house", aFeed(), {}],
  ["of a German feed", aFeed({ language: "de-AT" }), {}],
  ["without that line", aFeed({ attribution: false }), {}],
  ["with its picture on top", aFeed({ leadImage: "content" }), { image: picture }],
  ["of which only an excerpt may be shown", aFeed(), { republish: "excerpt" as const }],
  ["without a text", aFeed(), { contentHtml: "" }],
  ["without a date of its publisher", aFeed(), { derived: ["publishedAt" as const] }],
  [
    "of the desk itself",
    aFeed(),
    { canonicalUrl: null, link: null, source: anEntrySource({ url: null, feedUrl: null }) },
  ],
])("the page of an article %s is that of the database", async (_, feed, overrides) => {
  const stored = aStoredEntry({ article: { ...article, ...overrides } });
  const { find } = setUp([stored], [feed]);
  expect(await find("a1")).toEqual(composeArticlePage(stored, { site, feeds: [feed] }));
});

it("shows the most that a feed carries", async () => {
  const stored = aStoredEntry({ article });
  const feeds = [
    aFeed({ id: "links", content: "link" }),
    aFeed({ id: "texts" }),
    aFeed({ id: "excerpts", content: "excerpt" }),
  ];
  const { find, decoded } = setUp([stored], feeds);
  const found = await find("a1");
  expect(found?.entry.contentHtml).toBe(article.contentHtml);
  expect(found?.feeds.map(({ id }) => id).toSorted()).toEqual(["excerpts", "links", "texts"]);
  expect(decoded).toEqual(["/feeds/texts.json"]);
});

it("finds nothing that no feed carries", async () => {
  const { find } = setUp([aStoredEntry({ article })], [aFeed()]);
  expect(await find("another")).toBeNull();
});
