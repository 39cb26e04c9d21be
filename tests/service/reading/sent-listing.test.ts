import { describe, expect, it } from "vitest";
import type { DocumentEntry, ListedItem } from "../../../src/core/articles/listing.ts";
import { receiveListing, sendListing } from "../../../src/service/reading/sent-listing.ts";
import { NOW } from "../../support/builders.ts";

const listed = (n: number): ListedItem => ({
  ...{ hash: `hash ${n}`, publishedAt: NOW + n, updatedAt: null },
  ...{ names: [n], traits: [n, 7], articleId: `article ${n}`, receivedAt: NOW },
  written: { whole: `whole ${n}`, undated: `undated ${n}` },
});

const items = [listed(0), listed(1), listed(2)];
const last = { token: 3, listing: { basis: "basis", items, around: "around", shared: [7] } };

const recognised = (
  item: ListedItem,
  change: Partial<DocumentEntry["stamp"]> = {},
): DocumentEntry => {
  const { hash, publishedAt, updatedAt, written } = item;
  return { stamp: { hash, publishedAt, updatedAt, ...change }, written, found: { listed: item } };
};

const cross = (entries: readonly DocumentEntry[], by: typeof last | null = last) => {
  const document = { entries, around: "around", shared: [7], token: by?.token ?? null };
  const sent = structuredClone(sendListing(document, by));
  return { document, sent, received: receiveListing(sent, by) };
};

describe("the listing of a document that a worker sends", () => {
  const drafted: DocumentEntry = {
    ...{ stamp: { hash: "new", publishedAt: null, updatedAt: null }, written: null },
    found: { draft: 0 },
  };
  const [first = listed(0), second = listed(1), third = listed(2)] = items;

  it.each([
    ["items as they were, in another order", [recognised(third), recognised(first)]],
    ["a new item among them", [drafted, recognised(first)]],
    ["a moved date", [recognised(second, { publishedAt: NOW }), recognised(first)]],
    ["another date of its last change", [recognised(second, { updatedAt: NOW })]],
    ["markup that is written in another way", [{ ...recognised(first), written: null }]],
    ["an item that is not of the last listing", [recognised(listed(9))]],
    ["nothing", []],
  ])("arrives as it was, with %s", (_what, entries) => {
    const { document, received } = cross(entries);
    expect(received).toEqual(document);
  });

  it("arrives as it was where there was no last one", () => {
    const { document, received } = cross([drafted], null);
    expect(received).toEqual(document);
  });

  it("names items that are wholly as they were by their places alone, and copies none", () => {
    const { sent, received } = cross([drafted, recognised(third), recognised(first)]);
    expect(sent.entries.slice(1)).toEqual([2, 0]);
    expect(received.entries.map(({ found }) => "listed" in found && found.listed)).toEqual([
      false,
      expect.toSatisfy((each) => each === third),
      expect.toSatisfy((each) => each === first),
    ]);
  });
});
