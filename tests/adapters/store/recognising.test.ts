import fc from "fast-check";
import type { Kysely } from "kysely";
import { expect, it } from "vitest";
import type { Tables } from "../../../src/adapters/store/schema/tables.ts";
import type { Item } from "../../../src/core/articles/item.ts";
import type { StoredListing } from "../../../src/core/articles/listing.ts";
import type { IngestIntent } from "../../../src/core/intake/ingest-intent.ts";
import { draftArticle } from "../../../src/ingest/draft-article.ts";
import { readListing } from "../../../src/ingest/read-listing.ts";
import { aReceived, aRemote } from "../../support/builders.ts";
import { type Plan, plans, tell } from "../../support/invented-source.ts";
import { readableBy } from "../../support/readable.ts";
import { openNew, poll, storesOn } from "./open-store.ts";

const SOURCE = aRemote({ id: "valley" });

const deps = {
  readContent: readableBy((html) => ({
    contentHtml: html,
    text: html.replaceAll("</p><p>", "\n\n").replace(/<[^>]*>/g, ""),
    ...{ removed: [], outline: [] },
  })),
  detectLanguage: () => "en",
  plainText: (html: string) => html,
  readPage: () => expect.unreachable("read a page"),
};

const draftOf = (item: Item) =>
  draftArticle(aReceived({ item }), { source: SOURCE, repeated: [], keptLines: [] }, deps).draft;

type Desk = Awaited<ReturnType<typeof openDesk>>;

async function openDesk() {
  const { db, close } = await openNew();
  const { ingest } = storesOn(db);
  await ingest.configure([SOURCE], 0);
  return { db, ingest, close };
}

/** Items are written as JSON here. */
const writtenOf = (items: readonly Item[]) => ({
  around: "the valley",
  hashes: items.map((item) => JSON.stringify(item)),
  parsed: [],
});

/** Leaves out what the last document had in the same words. */
const unlessWritten = (item: Item, last: StoredListing | null): Item | null =>
  last?.listing.items.some(({ written }) => written === JSON.stringify(item)) ? null : item;

type Read = { readonly intent: IngestIntent; readonly drafted: number };

/** @param byListing recognises items by the last document. */
async function take(
  { ingest }: Desk,
  items: readonly Item[],
  { now, byListing }: { readonly now: number; readonly byListing: boolean },
): Promise<Read> {
  const draft = (index: number) => draftOf(items[index] ?? expect.unreachable("another item"));
  const last = byListing ? await ingest.lastListing(SOURCE.id) : null;
  const document = {
    items: items.map((item) => unlessWritten(item, last)),
    written: writtenOf(items),
  };
  const { drafts, ...listing } = readListing(document, { source: SOURCE, last, draft });
  const intent = await poll(ingest, { source: SOURCE.id, drafts, listing, now });
  if (!intent.wantsWhole) return { intent, drafted: drafts.length };
  const whole = await take({ ingest } as Desk, items, { now, byListing: false });
  return { ...whole, drafted: drafts.length + whole.drafted };
}

/**
 * Everything of the articles but the hashes that change with their dates, and everything of their entries but the dates of
 * those that nobody has seen: these are settled when they are shown.
 */
const stateOf = async (db: Kysely<Tables>) => ({
  entries: await db
    .selectFrom("cluster")
    .select(["id", "published_at", "updated_at"])
    .where("face", "is not", null)
    .orderBy("id")
    .execute(),
  articles: await db
    .selectFrom("article")
    .innerJoin("cluster_member", "cluster_member.article_id", "article.id")
    .innerJoin("cluster", "cluster.id", "cluster_member.cluster_id")
    .select(["article.id", "article.key", "article.guid", "article.link", "article.title"])
    .select(["article.text_hash", "article.received_hash", "article.published_at"])
    .select(["article.first_published_at", "article.compared_at", "article.entered_at"])
    .select(["article.updated_at", "cluster_member.cluster_id", "cluster_member.why"])
    .select(["cluster.entry_id", "cluster.lead_id", "cluster.entered_at as placed_at"])
    .orderBy("article.id")
    .execute(),
  weakNames: await db.selectFrom("weak_name").selectAll().orderBy("name").execute(),
});

const toldOf = ({ counts, inserts }: IngestIntent) => ({
  counts,
  inserted: inserts.map(({ id, enteredAt }) => [id, enteredAt]),
});

it("a document of which items are recognised comes to the same as one that is drafted as a whole", async () => {
  let [recognised, whole] = [0, 0];
  await fc.assert(
    fc.asyncProperty(plans, async (plan: Plan) => {
      const [one, other] = [await openDesk(), await openDesk()];
      for (const { now, told } of tell(plan)) {
        const items = told.map(({ item }) => item);
        const quick = await take(one, items, { now, byListing: true });
        const slow = await take(other, items, { now, byListing: false });
        expect(toldOf(quick.intent)).toEqual(toldOf(slow.intent));
        expect(await stateOf(one.db)).toEqual(await stateOf(other.db));
        recognised += quick.drafted;
        whole += slow.drafted;
      }
      await Promise.all([one.close(), other.close()]);
    }),
  );
  expect(recognised).toBeLessThan(whole);
});
