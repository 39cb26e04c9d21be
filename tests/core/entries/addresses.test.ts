import { describe, expect, it } from "vitest";
import { feedUrls, isFeedOf } from "../../../src/core/entries/addresses.ts";

describe("feedUrls", () => {
  it("are absolute, one for each format and one for people", () => {
    expect(feedUrls("https://desk.example/news", "all")).toEqual({
      rss: "https://desk.example/news/feeds/all.rss",
      atom: "https://desk.example/news/feeds/all.atom",
      json: "https://desk.example/news/feeds/all.json",
      page: "https://desk.example/news/feeds/all",
    });
  });
});

describe("isFeedOf", () => {
  it.each([
    ["a feed", "https://desk.example/feeds/all.rss", true],
    ["a feed with a query", "https://desk.example/feeds/all.rss?x=1", true],
    ["a feed over http", "http://desk.example/feeds/all.atom", true],
    ["a host in capitals", "https://DESK.example/feeds/all.json", true],
    ["a feed's page", "https://desk.example/feeds/all", true],
    ["an alias", "https://desk.example/rss.xml", true],
    ["another path", "https://desk.example/articles/1", false],
    ["another host", "https://other.example/feeds/all.rss", false],
    ["another port", "https://desk.example:8443/feeds/all.rss", false],
    ["what is no URL", "feeds/all.rss", false],
  ])("knows %s", (_what, url, expected) => {
    expect(isFeedOf("https://desk.example", url)).toBe(expected);
  });

  it.each([
    ["its own feed", "https://town.example/desk/feeds/all.rss", true],
    ["its own alias", "https://town.example/desk/feed.json", true],
    ["a neighbour's feed on the same host", "https://town.example/feeds/news.xml", false],
    ["a neighbour's alias on the same host", "https://town.example/rss.xml", false],
    ["a path that only begins alike", "https://town.example/desktop/feeds/all.rss", false],
  ])("below a path knows %s", (_what, url, expected) => {
    expect(isFeedOf("https://town.example/desk", url)).toBe(expected);
  });
});
