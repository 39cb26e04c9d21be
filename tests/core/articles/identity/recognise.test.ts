import { describe, expect, it } from "vitest";
import { markOf } from "../../../../src/core/articles/identity/marks.ts";
import { mustTestify, recognise } from "../../../../src/core/articles/identity/recognise.ts";
import type { ItemStamp, ListedItem } from "../../../../src/core/articles/listing.ts";
import { HOUR, NOW } from "../../../support/builders.ts";

const stamp = (hash: string, dates: Partial<ItemStamp> = {}): ItemStamp => ({
  hash,
  publishedAt: NOW,
  updatedAt: null,
  ...dates,
});

const listed = (hash: string, more: Partial<ListedItem> = {}): ListedItem => ({
  ...stamp(hash),
  names: [markOf("guid", hash)],
  traits: [],
  articleId: `article ${hash}`,
  receivedAt: NOW,
  written: null,
  ...more,
});

const idsOf = (stamps: readonly ItemStamp[], items: readonly ListedItem[]) =>
  recognise(stamps, { items }).map((item) => item?.articleId ?? null);

describe("recognise", () => {
  it("finds the items that say the same, wherever they stand", () => {
    const items = [listed("a"), listed("b"), listed("c")];
    expect(idsOf([stamp("new"), stamp("c"), stamp("a")], items)).toEqual([
      null,
      "article c",
      "article a",
    ]);
  });

  it("takes a moved date for no change, and one that comes or goes for a change", () => {
    const items = [listed("a"), listed("b"), listed("c", { publishedAt: null })];
    const later = { publishedAt: NOW + HOUR, updatedAt: NOW };
    expect(
      idsOf([stamp("a", later), stamp("b", { publishedAt: null }), stamp("c")], items),
    ).toEqual(["article a", null, null]);
  });

  it("finds as many of two equal items as were listed, in their order", () => {
    const items = [listed("a", { articleId: "first" }), listed("a", { articleId: "second" })];
    expect(idsOf([stamp("a"), stamp("a"), stamp("a")], items)).toEqual(["first", "second", null]);
  });

  it.each<[string, readonly string[]]>([
    ["is gone", ["older", "c"]],
    ["stands in another place among them", ["older", "newer", "c"]],
    ["was changed", ["corrected", "older", "c"]],
  ])("recognises no version of an article of which another one %s", (_what, told) => {
    const items = ["newer", "older"].map((hash) => listed(hash, { articleId: "ticker" }));
    const found = idsOf(
      told.map((hash) => stamp(hash)),
      [...items, listed("c")],
    );
    expect(found).toEqual(told.map((hash) => (hash === "c" ? "article c" : null)));
  });

  it("recognises all versions of an article that stand as they were listed", () => {
    const items = ["newer", "older"].map((hash) => listed(hash, { articleId: "ticker" }));
    expect(idsOf([stamp("x"), stamp("newer"), stamp("older")], items)).toEqual([
      ...[null, "ticker", "ticker"],
    ]);
  });

  it.each<[string, Partial<ItemStamp>]>([
    ["its date", { publishedAt: NOW + HOUR }],
    ["the date of its change", { updatedAt: NOW + HOUR }],
  ])(
    "recognises no version of an article that was listed twice and whose %s moved",
    (_what, moved) => {
      const names = [markOf("guid", "ticker")];
      const items = [listed("a", { names }), listed("b", { names }), listed("c")];
      expect(idsOf([stamp("a", moved), stamp("b"), stamp("c", moved)], items)).toEqual([
        null,
        "article b",
        "article c",
      ]);
    },
  );
});

describe("mustTestify", () => {
  const [name, title] = [markOf("guid", "1"), markOf("title", "news")];
  const item = { names: [name], traits: [title] };
  it.each<[string, readonly number[], readonly number[], boolean]>([
    ["shares nothing with those that are not recognised", [markOf("guid", "2")], [], false],
    ["shares a name", [name], [], true],
    ["shares a name, whatever is known to be shared", [name], [name], true],
    ["shares a title", [title], [], true],
    ["shares a title that is known to identify nothing", [title], [title], false],
  ])("says whether an item is drafted that %s", (_what, open, shared, expected) => {
    expect(mustTestify(item, new Set(open), new Set(shared))).toBe(expected);
  });
});
