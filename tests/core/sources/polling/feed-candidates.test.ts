import { describe, expect, it } from "vitest";
import type { IngestError } from "../../../../src/core/sources/errors.ts";
import type { FeedLink } from "../../../../src/core/sources/feed.ts";
import { feedCandidates, isNoFeed } from "../../../../src/core/sources/polling/feed-candidates.ts";

const link = (url: string, title: string | null = null): FeedLink => ({ url, title });
const NEWS = link("https://valley.example/news.xml", "News");
const COMMENTS = link("https://valley.example/comments/feed/", "Comments");

describe("the candidates for a page's feed", () => {
  it("are what it announces, at most three, comments last", () => {
    const sections = ["a", "b", "c"].map((name) => link(`https://valley.example/${name}.xml`));
    expect(feedCandidates([COMMENTS, NEWS, ...sections], "https://valley.example/")).toEqual([
      NEWS.url,
      "https://valley.example/a.xml",
      "https://valley.example/b.xml",
      COMMENTS.url,
    ]);
  });

  it("are common places before comments, when it announces nothing else", () => {
    const candidates = feedCandidates([COMMENTS], "https://valley.example/");
    expect(candidates[0]).toBe("https://valley.example/feed/");
    expect(candidates.at(-1)).toBe(COMMENTS.url);
    expect(candidates.length).toBeLessThanOrEqual(7);
  });

  it.each([
    ["https://valley.example/blog", "https://valley.example/blog/feed/"],
    ["https://valley.example/blog/?page=2#x", "https://valley.example/blog/feed/"],
    ["https://valley.example/blog/index.html", "https://valley.example/blog/feed/"],
  ])("of %s are beside it", (page, first) => {
    expect(feedCandidates([], page)[0]).toBe(first);
  });

  it.each([
    ["https://valley.example/feed.xml"],
    ["https://valley.example/a.RSS"],
    ["no url"],
    [null],
  ])("of %s are none", (page) => {
    expect(feedCandidates([], page)).toEqual([]);
  });
});

describe("a candidate", () => {
  const status = (code: number): IngestError => ({
    kind: "http-status",
    status: code,
    retryAfterMs: null,
  });

  it.each([
    [status(404), true],
    [status(403), true],
    [status(410), true],
    [status(408), false],
    [status(429), false],
    [status(500), false],
    [{ kind: "not-a-feed", message: "", feedLinks: [] } as const, true],
    [{ kind: "empty", message: "" } as const, true],
    [{ kind: "dns", host: "x", code: "ENOTFOUND" } as const, false],
    [{ kind: "own-feed", url: "x" } as const, false],
  ])("that gave %j is no feed: %s", (error, expected) => {
    expect(isNoFeed(error)).toBe(expected);
  });
});
