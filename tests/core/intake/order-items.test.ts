import { expect, it } from "vitest";
import type { DocumentEntry, ListedItem } from "../../../src/core/articles/listing.ts";
import { oldestFirst } from "../../../src/core/intake/order-items.ts";
import { aDraft, HOUR, NOW } from "../../support/builders.ts";

const recognised = (articleId: string, publishedAt: number | null): DocumentEntry => {
  const stamp = { hash: "a", publishedAt, updatedAt: null };
  const listed: ListedItem = {
    ...{ ...stamp, articleId, names: [], traits: [], receivedAt: NOW, written: null },
  };
  return { stamp, written: null, found: { listed } };
};

const drafted: DocumentEntry = {
  ...{
    stamp: { hash: "b", publishedAt: NOW, updatedAt: null },
    written: null,
    found: { draft: 0 },
  },
};

function orderOf(entries: readonly DocumentEntry[]): readonly string[] {
  const draft = aDraft({ key: "new", publishedAt: NOW });
  const items = oldestFirst(entries, { items: [{ draft, stored: undefined }], keys: ["new"] });
  return items.map((item) => ("draft" in item ? item.draft.key : item.articleId));
}

it("puts the articles of a document in the order of their dates, undated ones last", () => {
  const entries = [recognised("none", null), drafted, recognised("old", NOW - HOUR)];
  expect(orderOf(entries)).toEqual(["old", "new", "none"]);
});

it.each<[string, readonly (number | null)[]]>([
  ["has no date", [null, NOW - HOUR]],
  ["is older", [NOW - 2 * HOUR, NOW - HOUR]],
  ["is newer", [NOW - HOUR, NOW - 2 * HOUR]],
])(
  "puts an article once where its newest version stands, though its first one %s",
  (_what, dates) => {
    const [first = null, second = null] = dates;
    const entries = [
      ...[recognised("versions", first), drafted, recognised("versions", second)],
      recognised("older", NOW - 1.5 * HOUR),
    ];
    expect(orderOf(entries)).toEqual(["older", "versions", "new"]);
  },
);
