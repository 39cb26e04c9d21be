import { describe, expect, it } from "vitest";
import type { EntryQuery, StoredEntry } from "../../../src/core/entries/publish-store.ts";
import type { FeedFilter } from "../../../src/core/settings/definitions.ts";
import { selectEntries } from "../../../src/publish/feeds/select-entries.ts";
import { aStoredArticle, aStoredEntry, NOW } from "../../support/builders.ts";
import { aFeed } from "../../support/entries.ts";

/** A store of this many entries, newest first; every tenth is about trains. */
function fakeStore(count: number) {
  const queries: EntryQuery[] = [];
  const all: StoredEntry[] = Array.from({ length: count }, (_, n) =>
    aStoredEntry({
      clusterId: `c${String(n).padStart(6, "0")}`,
      enteredAt: NOW - n,
      article: aStoredArticle({ title: n % 10 === 9 ? "Trains" : "Other" }),
    }),
  );
  return {
    queries,
    store: {
      entries: async (query: EntryQuery) => {
        queries.push(query);
        const from = query.after === null ? 0 : NOW - query.after.enteredAt + 1;
        return all.slice(from, from + query.limit);
      },
    },
  };
}

const feed = (items: number, where: Partial<FeedFilter> = {}) =>
  aFeed({ items, where: { ...aFeed().where, ...where } });

describe("selectEntries", () => {
  it("takes the newest, no more than the feed asks for", async () => {
    const { store, queries } = fakeStore(300);
    const entries = await selectEntries(feed(20), store);
    expect(entries.map(({ enteredAt }) => NOW - enteredAt)).toEqual([...Array(20).keys()]);
    expect(queries).toHaveLength(1);
  });

  it("looks on until it has found enough that match", async () => {
    const { store } = fakeStore(300);
    const entries = await selectEntries(feed(25, { match: "trains" }), store);
    expect(entries.map(({ enteredAt }) => NOW - enteredAt)).toEqual(
      [...Array(25).keys()].map((n) => n * 10 + 9),
    );
  });

  it("ends with the store", async () => {
    const { store } = fakeStore(45);
    expect(await selectEntries(feed(50, { match: "trains" }), store)).toHaveLength(4);
  });

  it("gives up on a match that nothing has, however large the archive", async () => {
    const { store, queries } = fakeStore(25_000);
    expect(await selectEntries(feed(100, { match: "zeppelin" }), store)).toEqual([]);
    expect(queries.length).toBeLessThanOrEqual(200);
  });

  it("does not ask for the archive one by one when the feed is short", async () => {
    const { store, queries } = fakeStore(25_000);
    expect(await selectEntries(feed(1, { match: "zeppelin" }), store)).toEqual([]);
    expect(queries.length).toBeLessThanOrEqual(202);
  });

  it("asks the store for the feed's sources", async () => {
    const { store, queries } = fakeStore(1);
    await selectEntries(feed(10, { sources: ["valley"] }), store);
    expect(queries).toEqual([{ sources: ["valley"], prefer: [], after: null, limit: 10 }]);
  });

  it("asks for the copies that the feed prefers", async () => {
    const { store, queries } = fakeStore(1);
    await selectEntries(aFeed({ prefer: ["hill", "valley"] }), store);
    expect(queries).toMatchObject([{ sources: [], prefer: ["hill", "valley"] }]);
  });
});
