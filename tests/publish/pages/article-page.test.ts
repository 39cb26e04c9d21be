import { expect, it } from "vitest";
import { composeArticlePage } from "../../../src/publish/pages/article-page.ts";
import { aStoredArticle, aStoredEntry } from "../../support/builders.ts";
import { aCopy, aFeed, anEntrySource, aSite } from "../../support/entries.ts";

const FEED = "https://valley.example/feed.xml";

const pageOf = (address: {
  readonly link: string | null;
  readonly url?: string;
  readonly feedUrl?: string;
}) => {
  const { link, url = null, feedUrl = null } = address;
  const source = anEntrySource({ url, feedUrl });
  const article = aStoredArticle({ canonicalUrl: link, link, source });
  return composeArticlePage(aStoredEntry({ article }), { site: aSite(), feeds: [] });
};

it("a text from a folder that has no other address is our own", () => {
  expect(pageOf({ link: null })).toMatchObject({ kind: "found", isOwn: true });
});

it.each([
  ["has its address", { link: "https://valley.example/bridge" }],
  ["comes from a feed, though it says no address", { link: null, feedUrl: FEED }],
  ["comes from a file of a site, though it says no address", { link: null, url: FEED }],
])("a text that %s is somebody else's: search engines leave it out", (_, address) => {
  expect(pageOf(address)).toMatchObject({ kind: "found", isOwn: false });
});

it("names the feeds that a text belongs to, by its sources, its copies' and its words", () => {
  const where = aFeed().where;
  const feeds = [
    aFeed({ id: "all" }),
    aFeed({ id: "valley", where: { ...where, sources: ["valley"] } }),
    aFeed({ id: "hill", where: { ...where, sources: ["hill"] } }),
    aFeed({ id: "lake", where: { ...where, sources: ["lake"] } }),
    aFeed({ id: "trams", where: { ...where, match: "trams" } }),
    aFeed({ id: "bridges", where: { ...where, match: "bridge" } }),
  ];
  const article = aStoredArticle({ source: anEntrySource({ id: "valley" }) });
  const copy = aCopy({ source: anEntrySource({ id: "hill" }) });
  const copies = [{ ...copy, origin: null, link: copy.url, canonicalUrl: copy.url }];
  const page = composeArticlePage(aStoredEntry({ article, copies }), { site: aSite(), feeds });
  expect(page?.kind === "found" && page.feeds.map(({ id }) => id)).toEqual([
    "all",
    "valley",
    "hill",
    "bridges",
  ]);
});
