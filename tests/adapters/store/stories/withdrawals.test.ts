import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { createIngestStore } from "../../../../src/adapters/store/intake/ingest-store.ts";
import { createPublishStore } from "../../../../src/adapters/store/publishing/publish-store.ts";
import { createEditorStore } from "../../../../src/adapters/store/stories/editor-store.ts";
import { decideEdit, decideUndo, type EditorAction } from "../../../../src/core/stories/editing.ts";
import { aDraft, aRemote, DAY, HOUR, NOW } from "../../../support/builders.ts";
import { editText, generateText, seeded } from "../../../support/generated-texts.ts";
import { forgetAllKeys } from "../../../support/indexed-keys.ts";
import { READABLE_IDS } from "../../../support/known-model.ts";
import { temporaryFolder } from "../../../support/temporary-folder.ts";
import { createWithdrawing } from "../../../support/withdrawing.ts";
import { configurable, openFile, openNew, openWith, poll } from "../open-store.ts";

const SOURCES = ["valley", "hill", "lake"].map((id) =>
  aRemote({ id, url: `https://${id}.example/feed` }),
);
const TEXT = generateText(seeded(1), 200);
const ALL = { sources: [], after: null, limit: 10 };
const TABLES = [
  ...[
    "article",
    "article_body",
    "item_raw",
    "cluster_member",
    "fingerprint",
    "sample_key",
    "young_index",
    "block",
  ],
  ...["veto", "bond", "withdrawn_key"],
] as const;

/** A service with valley's text, hill's copy of it and lake's other text; an editor on a connection of his own. */
async function openBoth() {
  const file = join(temporaryFolder(), "offprint.db");
  const { db } = await openNew(file);
  const stores = { ingest: configurable(createIngestStore(db)), publish: createPublishStore(db) };
  const { ingest, publish } = await openWith(async () => stores, SOURCES);
  const send = (source: string, text: string, at = NOW, key = source) =>
    poll(ingest, {
      source,
      drafts: [aDraft({ key, text, publishedAt: at })],
      now: Math.max(at, NOW),
    });
  await send("valley", TEXT, NOW - 3 * HOUR);
  await send("hill", editText(seeded(3), TEXT), NOW - 2 * HOUR);
  await send("lake", generateText(seeded(2), 200), NOW - HOUR);
  const editor = (await openFile(file)).db;
  const kept = async () => {
    const tables: Record<string, unknown> = {};
    for (const table of TABLES) {
      const rows = await db.selectFrom(table).selectAll().execute();
      tables[table] = rows.map((row) => JSON.stringify(row)).toSorted();
    }
    const clusters = await db.selectFrom("cluster").selectAll().orderBy("id").execute();
    return { tables, clusters: clusters.map(({ revision: _, updated_at: __, ...rest }) => rest) };
  };
  const shown = async () =>
    (await publish.entries(ALL)).map(({ article }) => article.source.id).toSorted();
  return { ingest, publish, send, db, editor, store: createWithdrawing(editor), kept, shown };
}

const REASON = { at: NOW, reason: "The publisher asked for it." };
const idOf = (source: string): string => `${source}/${source}`;

describe("a withdrawal", () => {
  it("takes the text with all its copies out of what is published, and is seen", async () => {
    const { store, publish, shown } = await openBoth();
    const revision = await publish.revision();
    const done = await store.withdraw(idOf("hill"), REASON);
    expect(done).toMatchObject({
      ok: true,
      value: {
        entryId: "urn:ours:valley:valley",
        articles: [idOf("valley"), idOf("hill")],
        withdrawal: REASON,
      },
    });
    expect(await shown()).toEqual(["lake"]);
    expect(await publish.revision()).toBeGreaterThan(revision);
    for (const source of ["valley", "hill"]) {
      expect(await publish.article(idOf(source))).toMatchObject({ withdrawal: REASON });
    }
    expect(await publish.clusters({ after: null, limit: 10 })).toHaveLength(2);
    expect(await store.list()).toMatchObject([{ title: aDraft().title, withdrawal: REASON }]);
  });

  it.each([
    ["the same item", "valley", TEXT, NOW, "valley"],
    ["an edited item", "valley", generateText(seeded(5), 200), NOW, "valley"],
    ["a copy", "lake", TEXT, NOW, "copy"],
    ["a near copy after a year", "lake", editText(seeded(6), TEXT), NOW + 400 * DAY, "late"],
    ["a copy from long before", "lake", TEXT, NOW - 400 * DAY, "early"],
  ])("is not undone by %s", async (_, source, text, at, key) => {
    const { store, send, shown } = await openBoth();
    await store.withdraw(idOf("valley"), REASON);
    await send(source, text, at, key);
    expect(await shown()).toEqual(["lake"]);
  });

  it("shows the copy of which most may be republished when it is restored", async () => {
    const { store, ingest, publish } = await openBoth();
    await store.withdraw(idOf("hill"), REASON);
    const [valley, ...others] = SOURCES;
    if (valley === undefined) throw new Error("no source");
    await ingest.configure([{ ...valley, rights: "link" }, ...others], NOW + HOUR);
    await store.restore(idOf("hill"), NOW + 2 * HOUR);
    const [entry] = (await publish.entries(ALL)).filter(({ copies }) => copies.length > 0);
    expect(entry?.article.source.id).toBe("hill");
  });

  it("holds when the keys of its time are forgotten", async () => {
    const { store, send, shown, db } = await openBoth();
    await store.withdraw(idOf("valley"), REASON);
    await forgetAllKeys(db);
    await send("lake", editText(seeded(6), TEXT), NOW + 400 * DAY, "late");
    expect(await shown()).toEqual(["lake"]);
    // And what joined it is found by who comes after.
    await send("lake", editText(seeded(7), TEXT), NOW + 800 * DAY, "later");
    expect(await shown()).toEqual(["lake"]);
  });

  it("holds against copies when the publisher replaces the text by a notice", async () => {
    const { store, send, shown } = await openBoth();
    await store.withdraw(idOf("valley"), REASON);
    const notice = "This article was removed by its publisher. We apologise to our readers.";
    await send("valley", notice);
    await send("hill", notice);
    await send("lake", editText(seeded(6), TEXT), NOW, "copy");
    expect(await shown()).toEqual(["lake"]);
    await store.restore(idOf("valley"), NOW + HOUR);
    await send("lake", editText(seeded(7), TEXT), NOW, "another");
    expect(await shown()).toHaveLength(3);
  });

  it("holds for an old text, of which nothing was kept to compare it by", async () => {
    const { store, send, shown, db } = await openBoth();
    await forgetAllKeys(db);
    await db.deleteFrom("fingerprint").execute();
    await store.withdraw(idOf("valley"), REASON);
    await send("lake", editText(seeded(6), TEXT), NOW + 400 * DAY, "late");
    expect(await shown()).toEqual(["lake"]);
  });

  it("never gives the entry's id to another", async () => {
    const { store, ingest, publish } = await openBoth();
    const entryId = (await publish.article(idOf("valley")))?.entryId ?? "";
    await store.withdraw(idOf("valley"), REASON);
    const text = generateText(seeded(8), 200);
    await poll(ingest, { source: "lake", drafts: [aDraft({ key: "again", guid: entryId, text })] });
    expect((await publish.article("lake/again"))?.entryId).not.toBe(entryId);
  });

  it("leaves the store as it was when it is undone", async () => {
    const { store, kept, shown } = await openBoth();
    const before = await kept();
    await store.withdraw(idOf("hill"), REASON);
    expect(await kept()).not.toEqual(before);
    expect(await store.restore(idOf("valley"), NOW + HOUR)).toMatchObject({ ok: true });
    expect(await kept()).toEqual(before);
    expect(await shown()).toEqual(["lake", "valley"]);
    expect(await store.list()).toEqual([]);
  });

  it("is newer than its restoration, and that newer than it, however soon they follow", async () => {
    const { store, publish } = await openBoth();
    const withdrawnAt = async () => (await publish.article(idOf("valley")))?.withdrawal?.at ?? 0;
    await store.withdraw(idOf("valley"), REASON);
    const first = await withdrawnAt();
    await store.restore(idOf("valley"), NOW);
    const restoredAt = (await publish.article(idOf("valley")))?.updatedAt ?? 0;
    await store.withdraw(idOf("valley"), REASON);
    expect(restoredAt - first).toBeGreaterThanOrEqual(1000);
    expect((await withdrawnAt()) - restoredAt).toBeGreaterThanOrEqual(1000);
  });

  it("is refused, like its undo, where there is nothing to do", async () => {
    const { store, publish } = await openBoth();
    const revision = await publish.revision();
    const missing = { ok: false, error: 'there is no article "nobody"' };
    expect(await store.withdraw("nobody", REASON)).toEqual(missing);
    expect(await store.restore("nobody", NOW)).toEqual(missing);
    expect(await store.restore(idOf("lake"), NOW)).toMatchObject({ ok: false });
    expect(await publish.revision()).toBe(revision);
    await store.withdraw(idOf("lake"), REASON);
    expect(await store.withdraw(idOf("lake"), REASON)).toEqual({
      ok: false,
      error: `${idOf("lake")} is withdrawn already: ${REASON.reason}`,
    });
  });
});

it("an editor's older action is not undone while its articles are withdrawn", async () => {
  const { store, editor, kept } = await openBoth();
  const actions = createEditorStore(editor);
  const action: EditorAction = { kind: "merge", articles: [idOf("valley"), idOf("lake")] };
  const { fallbackEntryId } = READABLE_IDS;
  await actions.edit(action, (known) => decideEdit(known, action, fallbackEntryId), NOW);
  await store.withdraw(idOf("lake"), REASON);
  const before = await kept();
  const undo = () =>
    actions.undo(action, (known, change) => decideUndo(known, change, fallbackEntryId), NOW);
  expect(await undo()).toMatchObject({ ok: false });
  expect(await kept()).toEqual(before);
  await store.restore(idOf("lake"), NOW);
  expect(await undo()).toMatchObject({ ok: true });
});
