import { expect, it } from "vitest";
import {
  loadListing,
  packListing,
  saveListing,
} from "../../../../src/adapters/store/articles/listings.ts";
import { aRemote } from "../../../support/builders.ts";
import { openNew, openWith, storesOn } from "../open-store.ts";

const listed = (n: number) => ({
  ...{ hash: `hash ${n}`, publishedAt: n, updatedAt: null },
  written: { whole: `written ${n}`, undated: null },
  ...{ names: [n * 7919], traits: [n * 104_729], articleId: `article ${n}`, receivedAt: n },
});

it("gives back a listing of any length, and stores those of nearly one length in as many bytes", async () => {
  const { db } = await openNew();
  await openWith(async () => storesOn(db), [aRemote()]);
  const lengths: number[] = [];
  for (const count of [0, 1, 48, 49, 50]) {
    const items = Array.from({ length: count }, (_, n) => listed(n));
    const listing = { basis: "basis", around: null, items, shared: [1, 2] };
    await db
      .transaction()
      .execute((trx) => saveListing(trx, "valley", { token: count, body: packListing(listing) }));
    expect(await loadListing(db, "valley")).toEqual({ token: count, listing });
    const { body } = await db.selectFrom("listing").select("body").executeTakeFirstOrThrow();
    lengths.push(body.length);
  }
  expect(lengths.every((length) => length % 512 === 0)).toBe(true);
  expect(new Set(lengths.slice(2)).size).toBe(1);
});
