import { expect, it } from "vitest";
import { createEditorStore } from "../../src/adapters/store/stories/editor-store.ts";
import type { ArticleDraft } from "../../src/core/articles/article-draft.ts";
import { decideEdit, decideUndo, type EditorAction } from "../../src/core/stories/editing.ts";
import { aDraft, aRemote, HOUR, NOW } from "../support/builders.ts";
import { aFeed } from "../support/entries.ts";
import { generateText, seeded } from "../support/generated-texts.ts";
import { READABLE_IDS } from "../support/known-model.ts";
import { createWithdrawing } from "../support/withdrawing.ts";
import { openPublication } from "./open-publication.ts";

const SOURCES = ["valley", "hill"].map((id) => aRemote({ id, url: `https://${id}.example/feed` }));
const VALLEY = "urn:ours:valley:valley";
const HILL = "urn:ours:hill:hill";
const { fallbackEntryId } = READABLE_IDS;
const MERGE: EditorAction = { kind: "merge", articles: ["valley/valley", "hill/hill"] };

/** A publisher on a real store, editors, and what followers were told of each feed. */
async function openDesk(feeds = [aFeed({ items: 10 })]) {
  const publication = await openPublication({ sources: SOURCES, feeds: () => feeds });
  const { db, world } = publication;
  const editor = createEditorStore(db);
  const send = (source: string, seed: number, overrides: Partial<ArticleDraft> = {}) => {
    const text = generateText(seeded(seed), 200);
    const draft = aDraft({ key: source, text, publishedAt: NOW - HOUR, ...overrides });
    return publication.send(source, [draft]);
  };
  const edit = (action: EditorAction) =>
    editor.edit(action, (known) => decideEdit(known, action, fallbackEntryId), world.now);
  const undo = (action: EditorAction) =>
    editor.undo(action, (known, done) => decideUndo(known, done, fallbackEntryId), world.now);
  const told = async (feedId = "all") => {
    const rows = await db
      .selectFrom("change")
      .select(["kind", "entry_id"])
      .where("feed_id", "=", feedId)
      .orderBy("seq")
      .execute();
    return rows.map(({ kind, entry_id }) => `${kind} ${entry_id}`);
  };
  const publish = async () => {
    world.now += HOUR;
    await publication.publish();
  };
  const withdrawals = createWithdrawing(db);
  return { ...publication, publish, withdrawals, send, edit, undo, told };
}

/** Turns in which nothing new comes in tell nothing, be it of a publisher that was started anew. */
async function publishQuietly({ publish, startAnew }: Awaited<ReturnType<typeof openDesk>>) {
  await publish();
  startAnew();
  await publish();
}

it("what becomes of an entry is told in its order, each step once", async () => {
  const desk = await openDesk();
  const steps = ["published", "updated", "withdrawn", "restored"].map(
    (kind) => `${kind} ${VALLEY}`,
  );
  const acts = [
    () => desk.send("valley", 1),
    () => desk.send("valley", 1, { title: "Corrected", metadataHash: "corrected" }),
    () => desk.withdrawals.withdraw("valley/valley", { at: desk.world.now, reason: null }),
    () => desk.withdrawals.restore("valley/valley", desk.world.now),
  ];
  for (const [index, act] of acts.entries()) {
    await act();
    await desk.publish();
    expect(await desk.told()).toEqual(steps.slice(0, index + 1));
    await publishQuietly(desk);
    expect(await desk.told()).toEqual(steps.slice(0, index + 1));
  }
});

it("an entry that becomes part of another is told as merged, and as restored when that is undone", async () => {
  const desk = await openDesk();
  await desk.send("valley", 1);
  await desk.send("hill", 2);
  await desk.publish();
  const published = await desk.told();
  expect(published.toSorted()).toEqual([`published ${HILL}`, `published ${VALLEY}`]);
  await desk.edit(MERGE);
  await desk.publish();
  const merged = (await desk.told()).slice(2);
  const [gone, ...others] = merged.filter((line) => line.startsWith("merged "));
  expect(others).toEqual([]);
  expect([`merged ${HILL}`, `merged ${VALLEY}`]).toContain(gone);
  const left = gone === `merged ${HILL}` ? VALLEY : HILL;
  expect(merged.filter((line) => line !== gone)).toEqual([`updated ${left}`]);
  await publishQuietly(desk);
  expect((await desk.told()).slice(2)).toEqual(merged);
  await desk.undo(MERGE);
  await desk.publish();
  const back = (await desk.told()).slice(2 + merged.length);
  expect(back.toSorted()).toEqual(
    [`restored ${gone?.slice("merged ".length)}`, `updated ${left}`].toSorted(),
  );
  await publishQuietly(desk);
  expect(await desk.told()).toHaveLength(2 + merged.length + back.length);
});

it("a feed is told what becomes of its own entries", async () => {
  const hill = aFeed({ id: "hill", where: { ...aFeed().where, sources: ["hill"] } });
  const desk = await openDesk([aFeed(), hill]);
  await desk.send("valley", 1);
  await desk.send("hill", 2);
  await desk.publish();
  await desk.withdrawals.withdraw("valley/valley", { at: desk.world.now, reason: null });
  await desk.publish();
  expect(await desk.told("all")).toHaveLength(3);
  expect(await desk.told("hill")).toEqual([`published ${HILL}`]);
});

it("what was noted before the publisher died is told by the next one, once, with the documents", async () => {
  const desk = await openDesk();
  await desk.send("valley", 1);
  desk.startAnew({
    publications: {
      ...desk.publications,
      publish: () => Promise.reject(new Error("killed")),
    },
  });
  await expect(desk.publish()).rejects.toThrow("killed");
  expect(await desk.db.selectFrom("noted_change").selectAll().execute()).toHaveLength(1);
  expect(await desk.told()).toEqual([]);
  expect(desk.documents.size).toBe(0);
  desk.startAnew();
  await desk.publish();
  expect(await desk.told()).toEqual([`published ${VALLEY}`]);
  expect(desk.documents.get("/feeds/all.rss")).toContain(VALLEY);
  await publishQuietly(desk);
  expect(await desk.told()).toEqual([`published ${VALLEY}`]);
});

it("a change of which no document shows anything is told all the same", async () => {
  const desk = await openDesk([aFeed({ items: 1, withdrawn: { form: "drop", days: 0 } })]);
  await desk.send("valley", 1);
  await desk.publish();
  await desk.send("hill", 2, { publishedAt: NOW });
  await desk.publish();
  const before = (await desk.told()).length;
  await desk.send("valley", 1, { title: "Corrected", metadataHash: "corrected" });
  await desk.publish();
  expect((await desk.told()).slice(before)).toEqual([`updated ${VALLEY}`]);
});

it("nothing is written in a turn in which nothing changed", async () => {
  const desk = await openDesk();
  await desk.send("valley", 1);
  await desk.publish();
  const stored = () => desk.db.selectFrom("publication").select("seq").execute();
  const before = await stored();
  let written = 0;
  desk.startAnew({
    publications: {
      ...desk.publications,
      publish: async (publication) => {
        written += 1;
        await desk.publications.publish(publication);
      },
    },
  });
  await desk.publish();
  expect(written).toBe(1); // it may have been noted more before it was started
  await desk.publish();
  expect(written).toBe(1);
  expect(await stored()).toEqual(before);
});

it("archives that are behind catch up, and each feed is rendered once more for it", async () => {
  // So many that a turn in which something changed looks at ten clusters of each.
  const feeds = Array.from({ length: 50 }, (_, n) => aFeed({ id: `feed-${n}`, items: 2 }));
  const publication = await openPublication({ sources: SOURCES, feeds: () => feeds });
  const { db, stores, startAnew, publish, send } = publication;
  const drafts = Array.from({ length: 45 }, (_, n) => {
    const text = generateText(seeded(n + 1), 60);
    return aDraft({ key: `${n}`, text, publishedAt: NOW - n * HOUR });
  });
  await send("valley", drafts);
  let selected = 0;
  const entries: typeof stores.publish.entries = (query) => {
    selected += 1;
    return stores.publish.entries(query);
  };
  startAnew({ store: { ...stores.publish, entries } });
  await publish();
  expect(selected).toBe(2 * feeds.length);
  const told = await db.selectFrom("change").select(["feed_id", "entry_id"]).execute();
  const ofEach = Map.groupBy(told, ({ feed_id }) => feed_id);
  expect(
    [...ofEach.values()].map((rows) => new Set(rows.map(({ entry_id }) => entry_id)).size),
  ).toEqual(feeds.map(() => drafts.length));
  expect(told).toHaveLength(feeds.length * drafts.length);
});
