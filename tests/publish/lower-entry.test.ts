import { describe, expect, it } from "vitest";
import type { Rights } from "../../src/core/model.ts";
import { composeEntry } from "../../src/publish/compose-entry.ts";
import { lowerEntry } from "../../src/publish/lower-entry.ts";
import { aStoredArticle, aStoredEntry } from "../support/builders.ts";
import { aSite } from "../support/entries.ts";

const PICTURE = {
  url: "https://valley.example/a.jpg",
  width: null,
  height: null,
  alt: null,
  credit: null,
};
const FILE = { url: "https://valley.example/a.mp3", type: "audio/mpeg", bytes: 9 };

const composed = (republish: Rights) =>
  composeEntry(
    aStoredEntry({
      article: aStoredArticle({ republish, image: PICTURE, enclosures: [FILE] }),
    }),
    aSite(),
    "full",
  );

describe("an entry of which less may be republished by now", () => {
  it.each<[Rights, Rights]>([
    ["full", "excerpt"],
    ["full", "link"],
    ["excerpt", "link"],
  ])("%s, then %s, is what it would be had that been so from the start", (before, now) => {
    expect(lowerEntry(composed(before), now)).toEqual(composed(now));
  });

  it.each<[Rights, Rights]>([
    ["full", "full"],
    ["excerpt", "full"],
    ["link", "excerpt"],
  ])("%s, then %s, stays as it was published", (before, now) => {
    expect(lowerEntry(composed(before), now)).toEqual(composed(before));
  });
});
