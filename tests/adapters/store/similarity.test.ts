import { describe, expect, it } from "vitest";
import { aDraft, aRemote, DAY, NOW } from "../../support/builders.ts";
import { generateText, seeded } from "../../support/generated-texts.ts";
import { indexedKeys } from "../../support/indexed-keys.ts";
import { onEveryEngine } from "./on-every-engine.ts";
import { openNew, openWith, poll, storesOn } from "./open-store.ts";
import { similarityContract } from "./similarity-contract.ts";

onEveryEngine(similarityContract);

const VALLEY = aRemote({ id: "valley", url: "https://valley.example/feed" });

const HILL = aRemote({ id: "hill", url: "https://hill.example/feed" });

async function openTables() {
  const { db } = await openNew();
  const store = await openWith(async () => storesOn(db), [VALLEY, HILL]);
  const send = (seed: number, when: { readonly at?: number; readonly now?: number } = {}) => {
    const { at = NOW, now = at } = when;
    const text = generateText(seeded(seed), 200);
    const drafts = [aDraft({ key: `tag:${seed}`, text, publishedAt: at })];
    return poll(store.ingest, { source: "valley", drafts, now });
  };
  const keyCount = async (): Promise<number> => (await indexedKeys(db)).length;
  return { db, store, send, keyCount };
}

describe("what is kept for the comparison", () => {
  it("is replaced with the text, and only with it", async () => {
    const { db, store, keyCount } = await openTables();
    const send = (seed: number, title: string) =>
      poll(store.ingest, {
        source: "valley",
        drafts: [aDraft({ text: generateText(seeded(seed), 200), title })],
      });
    await send(1, "One title");
    const keys = await indexedKeys(db);
    await send(1, "Another title");
    expect(await indexedKeys(db)).toEqual(keys);
    await send(2, "Another title");
    await send(1, "Another title");
    expect(await indexedKeys(db)).toEqual(keys);
    expect(await keyCount()).toBe(keys.length);
  });

  it("has four bytes a word", async () => {
    const { db, send } = await openTables();
    await send(1);
    const { tokens } = await db
      .selectFrom("fingerprint")
      .select("tokens")
      .executeTakeFirstOrThrow();
    expect(tokens).toHaveLength(4 * 200);
  });

  it("is forgotten 14 days after the last of its time came", async () => {
    const { send, keyCount } = await openTables();
    const long = NOW - 400 * DAY;
    await send(1, { at: long, now: NOW });
    await send(2, { at: NOW, now: NOW + 13 * DAY });
    expect(await keyCount()).toBe(keysOf(1, 2));
    await send(3, { at: NOW + 15 * DAY });
    expect(await keyCount()).toBe(keysOf(2, 3));
  });
});

describe("the fingerprints", () => {
  const long = NOW - 400 * DAY;
  const later = NOW + 15 * DAY;

  it("of a time go after its keys, some at a time, and its articles are compared by equality", async () => {
    const { db, store, send } = await openTables();
    const drafts = Array.from({ length: 450 }, (_, n) =>
      aDraft({ key: `old:${n}`, text: generateText(seeded(1000 + n), 12), publishedAt: long }),
    );
    await poll(store.ingest, { source: "valley", drafts });
    const printsOf = async (): Promise<number> =>
      (await db.selectFrom("fingerprint").select("id").execute()).length;
    const left: number[] = [];
    for (let seed = 1; seed <= 5; seed += 1) {
      await send(seed, { at: later });
      left.push(await printsOf());
    }
    expect(left).toEqual([251, 52, 3, 4, 5]);
    expect(await db.selectFrom("key_period").select("period").execute()).toHaveLength(1);

    const copy = aDraft({ key: "copy", text: drafts[0]?.text ?? "", publishedAt: long });
    const { counts } = await poll(store.ingest, { source: "hill", drafts: [copy], now: later });
    expect(counts.merged).toBe(1);
  });

  it("of withdrawn texts stay", async () => {
    const { db, send } = await openTables();
    await send(1, { at: long, now: NOW });
    const { id } = await db.selectFrom("fingerprint").select("id").executeTakeFirstOrThrow();
    await db.insertInto("withdrawn_key").values({ key: 1, fingerprint_id: id }).execute();
    await send(2, { at: later });
    await send(3, { at: later });
    expect(
      await db.selectFrom("fingerprint").select("id").where("id", "=", id).execute(),
    ).toHaveLength(1);
  });
});

/** How many keys these texts have together. */
const keysOf = (...seeds: readonly number[]): number =>
  seeds.flatMap((seed) => aDraft({ text: generateText(seeded(seed), 200) }).fingerprint.keys)
    .length;

it("an editor's veto outlives edits and polls", async () => {
  const { db, store, send } = await openTables();
  await send(1);
  await send(2);
  await db
    .insertInto("veto")
    .values({ article_a: "valley/tag:1", article_b: "valley/tag:2", created_at: NOW })
    .execute();
  const text = generateText(seeded(1), 200);
  const drafts = [aDraft({ key: "tag:2", text })];
  await poll(store.ingest, { source: "valley", drafts });
  expect(await store.publish.clusters({ after: null, limit: 10 })).toHaveLength(2);
});
