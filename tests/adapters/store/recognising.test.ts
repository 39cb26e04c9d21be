import fc from "fast-check";
import { expect, it } from "vitest";
import type { Item } from "../../../src/core/articles/item.ts";
import type { StoredListing, WrittenHashes } from "../../../src/core/articles/listing.ts";
import type { IngestIntent } from "../../../src/core/intake/ingest-intent.ts";
import { draftArticle } from "../../../src/ingest/draft-article.ts";
import { type ItemsToList, readListing } from "../../../src/ingest/read-listing.ts";
import { aReceived, aRemote } from "../../support/builders.ts";
import { type Plan, plans, tell } from "../../support/invented-source.ts";
import { PLAIN_DRAFTING } from "../../support/plain-drafting.ts";
import { deskOf } from "./desk-state.ts";
import { openNew, poll, storesOn } from "./open-store.ts";

const SOURCE = aRemote({ id: "valley" });

const draftOf = (item: Item) =>
  draftArticle(aReceived({ item }), { source: SOURCE, repeated: [], keptLines: [] }, PLAIN_DRAFTING)
    .draft;

type Desk = Awaited<ReturnType<typeof openDesk>>;

async function openDesk() {
  const { db, close } = await openNew();
  const { ingest } = storesOn(db);
  await ingest.configure([SOURCE], 0);
  return { db, ingest, close };
}

/** Items are written as JSON here. */
const hashesOf = (item: Item): WrittenHashes => ({
  whole: JSON.stringify(item),
  undated: JSON.stringify({ ...item, publishedAt: null, updatedAt: null }),
});

/** Leaves out what the last document had in the same words, but for the dates. */
function documentOf(items: readonly Item[], last: StoredListing | null): ItemsToList {
  const known = last?.listing.items.map(({ written }) => written) ?? [];
  const read = items.map((item) => {
    const { whole, undated } = hashesOf(item);
    const isKnown = known.some((each) => each?.whole === whole);
    return {
      item,
      isKnown,
      isRedated: !isKnown && known.some((each) => each?.undated === undated),
    };
  });
  const redated = read.flatMap(({ item, isRedated }, at) =>
    isRedated ? [[at, item] as const] : [],
  );
  return {
    items: read.map(({ item, isKnown, isRedated }) => (isKnown || isRedated ? null : item)),
    written: {
      ...{ around: "the valley", hashes: items.map(hashesOf), parsed: [] },
      redated: new Map(redated),
    },
  };
}

type Read = { readonly intent: IngestIntent; readonly drafted: number };

/** @param byListing recognises items by the last document. */
async function take(
  { ingest }: Desk,
  items: readonly Item[],
  { now, byListing }: { readonly now: number; readonly byListing: boolean },
): Promise<Read> {
  const draft = (index: number) => draftOf(items[index] ?? expect.unreachable("another item"));
  const last = byListing ? await ingest.lastListing(SOURCE.id) : null;
  const document = documentOf(items, last);
  const { drafts, ...listing } = readListing(document, { source: SOURCE, last, draft });
  const intent = await poll(ingest, { source: SOURCE.id, drafts, listing, now });
  if (!intent.wantsWhole) return { intent, drafted: drafts.length };
  const whole = await take({ ingest } as Desk, items, { now, byListing: false });
  return { ...whole, drafted: drafts.length + whole.drafted };
}

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
        expect(await deskOf(one.db)).toEqual(await deskOf(other.db));
        recognised += quick.drafted;
        whole += slow.drafted;
      }
      await Promise.all([one.close(), other.close()]);
    }),
  );
  expect(recognised).toBeLessThan(whole);
});
