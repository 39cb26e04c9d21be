import { describe, expect, it } from "vitest";
import type { ArticleDraft } from "../../src/core/articles/article-draft.ts";
import { markOf } from "../../src/core/articles/identity/marks.ts";
import type { Item } from "../../src/core/articles/item.ts";
import {
  type ListedItem,
  listingBasis,
  type StoredListing,
} from "../../src/core/articles/listing.ts";
import { readListing } from "../../src/ingest/read-listing.ts";
import { aDraft, anItem, aRemote, HOUR, NOW } from "../support/builders.ts";

const SOURCE = aRemote();
const items = ["one", "two", "three"].map((name) => anItem({ guid: name, title: `Story ${name}` }));

const draftOf = ({ guid, title }: Item): ArticleDraft =>
  aDraft({ key: guid ?? "", guid, title: title ?? "", textHash: `text of ${guid}`, link: null });

function read(all: readonly Item[], last: StoredListing | null) {
  const drafted: (string | null)[] = [];
  const draft = (index: number) => {
    const item = all[index] ?? expect.unreachable("another item");
    drafted.push(item.guid);
    return draftOf(item);
  };
  return {
    ...readListing({ items: all, written: null }, { source: SOURCE, last, draft }),
    drafted,
  };
}

/** What a poll would have stored of these items. */
function listingOf(
  all: readonly Item[],
  marks: Partial<Pick<ListedItem, "names" | "traits">> = {},
): StoredListing {
  const { entries } = read(all, null);
  const listed = entries.map(({ stamp }, at) => ({
    ...stamp,
    ...{ names: [], traits: [], ...marks },
    articleId: `article ${all[at]?.guid}`,
    receivedAt: NOW,
    written: null,
  }));
  return {
    token: 7,
    listing: { basis: listingBasis(SOURCE), around: null, items: listed, shared: [] },
  };
}

const foundIn = ({ entries }: ReturnType<typeof read>) =>
  entries.map(({ found }) => ("listed" in found ? found.listed.articleId : found.draft));

describe("readListing", () => {
  it("drafts every item of a first document", () => {
    expect(read(items, null)).toMatchObject({ drafted: ["one", "two", "three"], token: null });
  });

  it("drafts only what is new or changed, in the order of the document", () => {
    const [, second = anItem(), third = anItem()] = items;
    const now = [
      anItem({ guid: "new", title: "Another" }),
      second,
      { ...third, title: "Corrected" },
    ];
    const result = read(now, listingOf(items));
    expect(result.drafted).toEqual(["new", "three"]);
    expect(foundIn(result)).toEqual([0, "article two", 1]);
    expect(result.token).toBe(7);
  });

  it("recognises items whose dates have moved", () => {
    const moved = items.map((item) => ({ ...item, publishedAt: NOW + HOUR, updatedAt: NOW }));
    const result = read(moved, listingOf(items));
    expect(result.drafted).toEqual([]);
    expect(result.entries.map(({ stamp }) => stamp.publishedAt)).toEqual(
      items.map(() => NOW + HOUR),
    );
  });

  it("drafts a recognised item that has a mark in common with a new one", () => {
    const [first = anItem()] = items;
    const last = listingOf([first], { traits: [markOf("text", "text of new")] });
    expect(read([anItem({ guid: "new" }), first], last).drafted).toEqual(["new", "one"]);
  });

  it("drafts all versions of an article of which one has a mark in common with a new one", () => {
    const [first = anItem(), second = anItem(), third = anItem()] = items;
    const { token, listing } = listingOf([first, second, third]);
    const traits = [markOf("text", "text of new")];
    const versions = listing.items.map((each, at) =>
      at === 2 ? each : { ...each, articleId: "versions", traits: at === 0 ? traits : [] },
    );
    const last = { token, listing: { ...listing, items: versions } };
    const result = read([anItem({ guid: "new" }), first, second, third], last);
    expect(result.drafted).toEqual(["new", "one", "two"]);
  });

  it("leaves a mark aside that two items still share, and asks again when one of them is gone", () => {
    const [first = anItem(), second = anItem()] = items;
    const logo = markOf("text", "text of new");
    const { token, listing } = listingOf([first, second], { traits: [logo] });
    const last = { token, listing: { ...listing, shared: [logo] } };
    const fresh = anItem({ guid: "new" });
    expect(read([fresh, first, second], last)).toMatchObject({ drafted: ["new"], shared: [logo] });
    expect(read([fresh, first], last)).toMatchObject({ drafted: ["new", "one"], shared: [] });
  });

  it("takes no trait for shared that one item alone has twice", () => {
    const [first = anItem()] = items;
    const logo = markOf("file", "valley.example/1.mp3");
    const { token, listing } = listingOf([first], { traits: [logo, logo] });
    const last = { token, listing: { ...listing, shared: [logo] } };
    expect(read([first], last).shared).toEqual([]);
  });

  it("drafts one more copy of an item that was not parsed", () => {
    const { token, listing } = listingOf(items.slice(0, 1));
    const written = { whole: "<item>", undated: null };
    const last = {
      token,
      listing: { ...listing, items: listing.items.map((each) => ({ ...each, written })) },
    };
    const result = readListing(
      {
        items: [null, null],
        written: { around: "", hashes: [written, written], parsed: [], redated: new Map() },
      },
      { source: SOURCE, last, draft: () => draftOf(anItem()) },
    );
    expect(foundIn({ ...result, drafted: [] })).toEqual(["article one", 0]);
  });

  it("leaves out what becomes no article", () => {
    const result = readListing(
      { items, written: null },
      { source: SOURCE, last: null, draft: () => null },
    );
    expect(result).toMatchObject({ entries: [], drafts: [] });
  });

  it("does not use the listing of another definition", () => {
    const { token, listing } = listingOf(items);
    const basis = listingBasis(aRemote({ categories: ["Sport"] }));
    const result = read(items, { token, listing: { ...listing, basis } });
    expect(result).toMatchObject({ drafted: ["one", "two", "three"], token: null });
  });
});
