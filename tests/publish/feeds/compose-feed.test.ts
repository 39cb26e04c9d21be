import { describe, expect, it } from "vitest";
import { isOfManySources } from "../../../src/core/entries/entry.ts";
import { composeFeed, composeFeedPage } from "../../../src/publish/feeds/compose-feed.ts";
import { composeFront } from "../../../src/publish/pages/front-page.ts";
import { DAY, HOUR, NOW } from "../../support/builders.ts";
import { aFeed, anEntry, anEntrySource, aSite } from "../../support/entries.ts";

const FRAME = { site: aSite(), feed: aFeed(), id: "urn:uuid:1", bornAt: 5 };

describe("composeFeed", () => {
  it("is as old as its last change or arrival", () => {
    const old = anEntry({ updatedAt: NOW - DAY, enteredAt: NOW - HOUR });
    const edited = anEntry({ updatedAt: NOW, enteredAt: NOW - DAY });
    expect(composeFeed(FRAME, [old]).updatedAt).toBe(NOW - HOUR);
    expect(composeFeed(FRAME, [old, edited]).updatedAt).toBe(NOW);
  });

  it("is as old as the instance while it is empty", () => {
    expect(composeFeed(FRAME, [])).toMatchObject({ updatedAt: 5, entries: [] });
  });
});

describe("composeFeedPage", () => {
  it("tells what a feed carries, and how often", () => {
    const hill = anEntrySource({ id: "hill" });
    const entries = [
      anEntry({ id: "1", enteredAt: NOW, publishedAt: NOW - HOUR, language: "de" }),
      anEntry({ id: "2", enteredAt: NOW - 2 * DAY, publishedAt: NOW, language: "de" }),
      anEntry({ id: "3", enteredAt: NOW - 4 * DAY, language: "en", source: hill }),
    ];
    const page = composeFeedPage(aFeed(), entries);
    expect(page.summary).toMatchObject({
      entryCount: 3,
      entriesPerDay: 0.75,
      newestAt: NOW,
      languages: ["de", "en"],
    });
    expect(page.sources.map(({ source, entryCount }) => [source.id, entryCount])).toEqual([
      ["valley", 2],
      ["hill", 1],
    ]);
    expect(page.entries.map(({ contentHtml }) => contentHtml)).toEqual([null, null, null]);
  });

  it("tells the houses of a planet apart", () => {
    const mill = anEntrySource({ id: "planet", title: "Mill" });
    const quay = anEntrySource({ id: "planet", title: "Quay" });
    const entries = [
      anEntry({ id: "1", source: mill }),
      anEntry({ id: "2", source: quay }),
      anEntry({ id: "3", source: mill }),
    ];
    const { sources } = composeFeedPage(aFeed(), entries);
    expect(sources.map(({ source, entryCount }) => [source.title, entryCount])).toEqual([
      ["Mill", 2],
      ["Quay", 1],
    ]);
    expect(isOfManySources({ entries })).toBe(true);
    expect(isOfManySources({ entries: [anEntry({ source: mill })] })).toBe(false);
  });

  it("says nothing about frequency after a day, and nothing at all of nothing", () => {
    const young = [anEntry({ enteredAt: NOW }), anEntry({ enteredAt: NOW - DAY })];
    expect(composeFeedPage(aFeed(), young).summary.entriesPerDay).toBeNull();
    expect(composeFeedPage(aFeed(), [])).toMatchObject({
      summary: { entryCount: 0, entriesPerDay: null, newestAt: null },
      changedAt: null,
    });
  });
});

describe("composeFront", () => {
  it("shows the newest entries of all feeds, each once", () => {
    const shared = anEntry({ id: "shared", enteredAt: NOW });
    const older = anEntry({ id: "older", enteredAt: NOW - DAY, updatedAt: NOW + HOUR });
    const pages = [
      composeFeedPage(aFeed(), [shared, older]),
      composeFeedPage(aFeed({ id: "b" }), [shared]),
    ];
    const front = composeFront(pages, 7);
    expect(front.newest.map(({ id }) => id)).toEqual(["shared", "older"]);
    expect(front).toMatchObject({ sourceCount: 7, changedAt: NOW + HOUR });
    expect(composeFront([], 0)).toMatchObject({ newest: [], changedAt: null });
  });
});
