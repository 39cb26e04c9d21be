import { describe, expect, it } from "vitest";
import type { Entry } from "../../../src/core/entries/entry.ts";
import type { Rights } from "../../../src/core/rights/rights.ts";
import { composeEntry } from "../../../src/publish/feeds/compose-entry.ts";
import { restrictEntry } from "../../../src/publish/feeds/restrict-entry.ts";
import { aStoredArticle, aStoredEntry } from "../../support/builders.ts";
import { aCopy, aSite } from "../../support/entries.ts";

const PICTURE = {
  url: "https://valley.example/a.jpg",
  width: null,
  height: null,
  alt: null,
  credit: null,
};
const PHOTO = { url: "https://valley.example/a.png", type: "image/png", bytes: 9 };
const FILE = { url: "https://valley.example/a.mp3", type: "audio/mpeg", bytes: 9 };

const HTML = '<p>One</p><figure><img src="https://valley.example/b.jpg" alt=""></figure>';

const composed = (republish: Rights, site = aSite(), address: string | null = null) => {
  const copy = { ...aCopy(), origin: null, link: null, canonicalUrl: address };
  const article = { republish, image: PICTURE, contentHtml: HTML, enclosures: [FILE, PHOTO] };
  const addresses = { link: address, canonicalUrl: address };
  return composeEntry(
    aStoredEntry({ article: aStoredArticle({ ...article, ...addresses }), copies: [copy] }),
    site,
    "full",
  );
};

const restrict = (entry: Entry, content: Rights, site = aSite()) =>
  restrictEntry(entry, { content, site });

describe("an entry of which less may be shown by now", () => {
  it.each<[Rights, Rights]>([
    ["full", "excerpt"],
    ["full", "link"],
    ["excerpt", "link"],
  ])("%s, then %s, is what it would be had that been so from the start", (before, now) => {
    expect(restrict(composed(before), now)).toEqual(composed(now));
  });

  it.each<[Rights, Rights]>([
    ["full", "full"],
    ["excerpt", "full"],
    ["link", "excerpt"],
  ])("%s, then %s, stays as it was published", (before, now) => {
    expect(restrict(composed(before), now)).toEqual(composed(before));
  });

  it.each<Rights>(["full", "excerpt", "link"])(
    "has no pictures where there are none now: %s",
    (rights) => {
      const bare = aSite({ images: "none" });
      expect(restrict(composed(rights), rights, bare)).toEqual(composed(rights, bare));
    },
  );

  it.each([null, "https://valley.example/bridge"])(
    "is at home where the site is now: %s",
    (address) => {
      const moved = aSite({ url: "https://moved.example/desk" });
      const before = composed("full", aSite(), address);
      expect(restrict(before, "full", moved)).toEqual(composed("full", moved, address));
    },
  );
});
