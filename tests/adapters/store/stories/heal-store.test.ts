import { join } from "node:path";
import Database from "better-sqlite3";
import { sql } from "kysely";
import { describe, expect, it, onTestFinished } from "vitest";
import { JUDGING_RULES } from "../../../../src/adapters/store/engine/sqlite/migrations/0018-judging-rules.ts";
import { createEditorStore } from "../../../../src/adapters/store/stories/editor-store.ts";
import {
  createHealStore,
  type HealTurn,
} from "../../../../src/adapters/store/stories/heal-store.ts";
import { decideEdit, type EditorAction } from "../../../../src/core/stories/editing.ts";
import { decideHealing } from "../../../../src/core/stories/healing.ts";
import { aDraft, aRemote, HOUR, NOW } from "../../../support/builders.ts";
import { READABLE_IDS } from "../../../support/known-model.ts";
import { temporaryFolder } from "../../../support/temporary-folder.ts";
import { openNew, poll, storesOn } from "../open-store.ts";

const NAMES = ["valley", "hill", "lake"];
const idOf = (source: string): string => `${source}/https://${source}.example/1`;
const { fallbackEntryId } = READABLE_IDS;

/** One text of three sources, that of the hill split from the others by an editor whose word is lost. */
async function parted(file?: string) {
  const { db } = await openNew(file);
  const stores = storesOn(db);
  const sources = NAMES.map((id) => aRemote({ id, url: `https://${id}.example/feed` }));
  await stores.ingest.configure(sources, NOW);
  for (const source of NAMES) {
    await poll(stores.ingest, { source, drafts: [aDraft({ key: `https://${source}.example/1` })] });
  }
  const action: EditorAction = { kind: "split", articles: [idOf("hill")] };
  await createEditorStore(db).edit(
    action,
    (known) => decideEdit(known, action, fallbackEntryId),
    NOW,
  );
  await db.deleteFrom("veto").execute();
  const heal = (limit: number, turn: Partial<HealTurn> = {}) =>
    createHealStore(db).heal({ limit, everyMs: 0, now: NOW + HOUR, ...turn }, (known, ids) =>
      decideHealing(known, ids, fallbackEntryId),
    );
  const groups = async () =>
    (await stores.publish.clusters({ after: null, limit: 10 })).map(
      ({ members }) => members.length,
    );
  return { ...stores, db, heal, groups };
}

describe("one text in two clusters", () => {
  it("is one story after a turn, and the other entry says which it is part of", async () => {
    const { heal, groups, publish } = await parted();
    expect((await groups()).toSorted()).toEqual([1, 2]);
    const before = await publish.revision();
    expect(await heal(10)).toBe(1);
    expect(await groups()).toEqual([3]);
    expect(await publish.revision()).toBeGreaterThan(before);
  });

  it("is found however few are looked at in a turn, which begins again after the last", async () => {
    const { heal } = await parted();
    const joined: number[] = [];
    for (let turn = 0; turn < NAMES.length + 1; turn += 1) joined.push(await heal(1));
    expect(joined.reduce((sum, each) => sum + each)).toBe(1);
  });

  it("is looked for again when it is time, also after a clock that ran ahead", async () => {
    const { db, heal } = await parted();
    const everyMs = HOUR;
    const lookedAt = async (now: number): Promise<boolean> => {
      await db.deleteFrom("setting").where("name", "=", "healed-until").execute();
      await heal(1, { everyMs, now });
      const cursor = db.selectFrom("setting").select("value").where("name", "=", "healed-until");
      return (await cursor.executeTakeFirst()) !== undefined;
    };
    const turns = [NOW, NOW + everyMs - 1, NOW + everyMs, NOW - 1];
    const done: boolean[] = [];
    for (const now of turns) done.push(await lookedAt(now));
    expect(done).toEqual([true, false, true, true]);
  });

  it("stays two where it was judged by older rules, and is found from the next article on", async () => {
    const { db, ingest, heal, groups } = await parted();
    for (const statement of JUDGING_RULES) await sql.raw(statement).execute(db);
    expect(await heal(10)).toBe(0);
    expect((await groups()).toSorted()).toEqual([1, 2]);

    const sea = aRemote({ id: "sea", url: "https://sea.example/feed" });
    await ingest.configure([sea], NOW);
    const draft = aDraft({ key: "https://sea.example/1" });
    await poll(ingest, { source: "sea", drafts: [draft], now: NOW + HOUR });
    await heal(10);
    expect((await groups()).reduce((sum, count) => sum + count)).toBe(4);
  });

  it("keeps nobody from writing while it is looked for where there is none", async () => {
    const file = join(temporaryFolder(), "offprint.db");
    const { db, heal } = await parted(file);
    await heal(10);
    const other = new Database(file, { timeout: 0 });
    onTestFinished(() => void other.close());
    let looks = 0;
    await createHealStore(db).heal({ limit: 10, everyMs: 0, now: NOW + HOUR }, () => {
      looks += 1;
      other.exec("UPDATE counter SET value = value");
      return [];
    });
    expect(looks).toBe(NAMES.length);
  });

  it("is looked for without a trace where there is none", async () => {
    const { heal, publish } = await parted();
    await heal(10);
    const before = await publish.revision();
    expect(await heal(10)).toBe(0);
    expect(await publish.revision()).toBe(before);
  });
});
