import { deflateRawSync } from "node:zlib";
import type { Kysely } from "kysely";
import { expect, it } from "vitest";
import { unpackBody } from "../../../../src/adapters/store/articles/body-bytes.ts";
import { BODY_COLUMNS } from "../../../../src/adapters/store/articles/body-columns.ts";
import type { Tables } from "../../../../src/adapters/store/schema/tables.ts";
import { aDraft, aRemote, HOUR, NOW } from "../../../support/builders.ts";
import { openNew, openWith, poll, storesOn } from "../open-store.ts";

const ALL = { sources: [], after: null, limit: 10 };
const WHOLE = { contentHtml: "<p>The bridge is open.</p>", text: "The bridge is open." };

async function open() {
  const { db } = await openNew();
  const store = await openWith(async () => storesOn(db), [aRemote()]);
  const bodies = async () => {
    const rows = db.selectFrom("article_body").selectAll();
    return (await rows.execute()).length;
  };
  const shown = async () => (await store.publish.entries(ALL)).map((each) => each.article);
  return { db, ...store, bodies, shown };
}

/** As bodies were stored before they were differences. */
async function standAlone(db: Kysely<Tables>): Promise<void> {
  const rows = await db
    .selectFrom("item_raw")
    .leftJoin("article_body", "article_body.article_id", "item_raw.article_id")
    .select(["item_raw.article_id", ...BODY_COLUMNS])
    .execute();
  for (const { article_id, ...packed } of rows) {
    const { contentHtml, text, removed } = unpackBody(packed);
    const body = deflateRawSync(JSON.stringify([contentHtml, text, removed]));
    await db.insertInto("article_body").values({ article_id, body }).execute();
  }
  await db.updateTable("item_raw").set({ difference: null }).execute();
}

it("a body of before is read as it is, and is a difference once its article is written again", async () => {
  const { db, ingest, bodies, shown } = await open();
  await poll(ingest, { source: "valley", drafts: [aDraft(WHOLE)], now: NOW });
  const before = await shown();
  await standAlone(db);
  expect(await bodies()).toBe(1);
  expect(await shown()).toEqual(before);

  const changed = { contentHtml: "<p>The bridge is shut.</p>", text: "The bridge is shut." };
  await poll(ingest, { source: "valley", drafts: [aDraft(changed)], now: NOW + HOUR });
  expect(await bodies()).toBe(0);
  expect(await shown()).toMatchObject([changed]);
});

it("a body beside a page that was received stands by itself, whatever it was before", async () => {
  const { ingest, bodies, shown } = await open();
  await poll(ingest, { source: "valley", drafts: [aDraft(WHOLE)], now: NOW });
  expect(await bodies()).toBe(0);
  const page = { text: "Now with its page.", raw: JSON.stringify({ page: "x".repeat(50_000) }) };
  await poll(ingest, { source: "valley", drafts: [aDraft(page)], now: NOW + HOUR });
  expect(await bodies()).toBe(1);
  expect(await shown()).toMatchObject([{ text: page.text }]);
});
