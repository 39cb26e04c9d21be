import { describe, expect, it } from "vitest";
import type { ItemSource } from "../../../src/core/articles/item.ts";
import { creditOf } from "../../../src/publish/feeds/original-house.ts";
import { anEntrySource } from "../../support/entries.ts";

const PLANET = anEntrySource({
  id: "planet",
  title: "Planet",
  url: "https://planet.example/",
  feedUrl: "https://planet.example/feed",
});
const HILL: ItemSource = {
  title: "Hill Gazette",
  url: "https://hill.example/",
  feedUrl: "https://hill.example/feed",
  id: "tag:hill.example,2020:f",
  rights: "CC BY Hill",
};

describe("the credit of an item", () => {
  it("goes to the house that it names, and to its source for passing it on", () => {
    expect(creditOf(PLANET, HILL)).toEqual({
      source: {
        id: "planet",
        title: "Hill Gazette",
        url: "https://hill.example/",
        feedUrl: "https://hill.example/feed",
        feedId: "tag:hill.example,2020:f",
        rights: "CC BY Hill",
      },
      via: PLANET,
    });
  });

  it.each<[string, ItemSource | null]>([
    ["names none", null],
    ["names itself", { title: " PLANET ", url: null }],
    ["names its own page", { title: "The Planet", url: "http://www.planet.example" }],
    ["names its own feed", { title: "X", url: null, feedUrl: "https://planet.example/feed" }],
  ])("goes to its source when it %s", (_, origin) => {
    expect(creditOf(PLANET, origin)).toEqual({ source: PLANET, via: null });
  });

  it("links the house, not its feed, where RSS gives that alone, and names it by its host", () => {
    const url = "https://hill.example/feed?key=SECRET";
    expect(creditOf(PLANET, { title: null, url, feedUrl: url }).source).toMatchObject({
      title: "hill.example",
      url: "https://hill.example/",
      feedUrl: null,
    });
  });
});
