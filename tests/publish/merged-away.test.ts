import { describe, expect, it } from "vitest";
import { createEditorStore } from "../../src/adapters/store/stories/editor-store.ts";
import type { ArticleDraft } from "../../src/core/articles/article-draft.ts";
import { decideEdit, decideUndo, type EditorAction } from "../../src/core/stories/editing.ts";
import { poll } from "../adapters/store/open-store.ts";
import { aDraft, aRemote, DAY, HOUR, NOW } from "../support/builders.ts";
import { aFeed, aSite } from "../support/entries.ts";
import { editText, generateText, seeded } from "../support/generated-texts.ts";
import { READABLE_IDS } from "../support/known-model.ts";
import { atomImporter, jsonImporter } from "../support/partner.ts";
import { openPublication } from "./open-publication.ts";

const SOURCES = ["valley", "hill", "lake"].map((id) =>
  aRemote({ id, url: `https://${id}.example/feed` }),
);
const SITE = aSite();
const { fallbackEntryId } = READABLE_IDS;
const TEXT = generateText(seeded(1), 200);
const ENTRY = { valley: "urn:ours:valley:valley", hill: "urn:ours:hill:hill" };

/** A publisher on a real store, an editor, and two partners. */
async function openDesk(feed = aFeed({ items: 10 })) {
  const publication = await openPublication({ sources: SOURCES, feeds: () => [feed] });
  const { db, stores, world, documents, publish, fetchText } = publication;
  const { ingest, publish: store } = stores;
  const editor = createEditorStore(db);
  const partners = { atom: atomImporter(fetchText), json: jsonImporter(fetchText) };
  const read = async () => {
    await publish();
    for (const [format, partner] of Object.entries(partners)) {
      await partner.read(`${SITE.url}/feeds/${feed.id}.${format}`);
    }
  };
  /** What each partner has, and what the store publishes. */
  const shelves = async () => {
    const entries = await store.entries({ sources: [], after: null, limit: 500 });
    const has = ({ articles }: { articles: () => readonly { id: string }[] }) =>
      articles()
        .map(({ id }) => id)
        .toSorted();
    return {
      atom: has(partners.atom),
      json: has(partners.json),
      store: entries.map(({ entryId }) => entryId).toSorted(),
    };
  };
  const send = (source: string, text: string, overrides: Partial<ArticleDraft> = {}) => {
    const draft = aDraft({ key: source, text, publishedAt: NOW - HOUR, ...overrides });
    return poll(ingest, { source, drafts: [draft], now: world.now });
  };
  const edit = (action: EditorAction) =>
    editor.edit(action, (known) => decideEdit(known, action, fallbackEntryId), world.now);
  const undo = (action: EditorAction) =>
    editor.undo(action, (known, done) => decideUndo(known, done, fallbackEntryId), world.now);
  return { db, world, publish, read, shelves, send, edit, undo, documents };
}

type Desk = Awaited<ReturnType<typeof openDesk>>;

const MERGE: EditorAction = { kind: "merge", articles: ["valley/valley", "hill/hill"] };

/** Two entries that partners have, and as many newer ones as push them out of the feed. */
async function lay(desk: Desk, newer: number): Promise<void> {
  await desk.send("valley", TEXT);
  await desk.send("hill", generateText(seeded(2), 200));
  await desk.read();
  for (let n = 0; n < newer; n += 1) {
    desk.world.now += 60_000;
    const text = generateText(seeded(100 + n), 60);
    await desk.send("lake", text, { key: `lake-${n}`, publishedAt: desk.world.now });
  }
  await desk.read();
  desk.world.now += HOUR;
}

const expectAgreement = async (desk: Desk, count: number): Promise<void> => {
  const { atom, json, store } = await desk.shelves();
  expect(store).toHaveLength(count);
  expect(atom).toEqual(store);
  expect(json).toEqual(store);
};

describe.each([
  ["in the feed", 0],
  ["in its archive", 30],
])("an entry %s that becomes part of another", (_, newer) => {
  it("goes from a partner's shelf, and comes back when the merge is undone", async () => {
    const desk = await openDesk();
    await lay(desk, newer);
    await expectAgreement(desk, newer + 2);
    await desk.edit(MERGE);
    await desk.read();
    await expectAgreement(desk, newer + 1);
    desk.world.now += HOUR;
    await desk.undo(MERGE);
    await desk.read();
    await expectAgreement(desk, newer + 2);
  });

  it("goes from the shelf of a partner who was away for months, and of one who comes anew", async () => {
    const desk = await openDesk();
    await lay(desk, newer);
    await desk.edit(MERGE);
    await desk.publish();
    desk.world.now += 60 * DAY;
    await desk.send("lake", generateText(seeded(7), 60), { key: "late" });
    await desk.read();
    await expectAgreement(desk, newer + 2);
  });

  it("is told once, with the entry that it is part of now", async () => {
    const desk = await openDesk();
    await lay(desk, newer);
    await desk.edit(MERGE);
    await desk.read();
    const atom = desk.documents.get("/feeds/all.atom");
    expect(atom?.match(/<at:deleted-entry /g)).toHaveLength(1);
    expect(atom).toContain(`<at:deleted-entry ref="${ENTRY.hill}"`);
    const reason = `It is the same text as ${ENTRY.valley}, and is part of that entry now.`;
    expect(atom).toContain(`<at:comment>${reason}</at:comment>`);
    const json = JSON.parse(desk.documents.get("/feeds/all.json") ?? "");
    expect(json._offprint.withdrawn).toMatchObject([{ id: ENTRY.hill, reason }]);
  });
});

it("an entry that a copy of both draws to another goes from a partner's shelf", async () => {
  const desk = await openDesk();
  await lay(desk, 0);
  // The correction makes it a copy of valley's.
  await desk.send("hill", editText(seeded(3), TEXT));
  await desk.read();
  await expectAgreement(desk, 1);
});

it("an entry that nobody has seen goes without a word", async () => {
  const desk = await openDesk();
  await desk.send("valley", TEXT);
  await desk.send("hill", generateText(seeded(2), 200));
  await desk.edit(MERGE);
  await desk.read();
  expect(desk.documents.get("/feeds/all.atom")).not.toContain("deleted-entry");
  expect(desk.documents.get("/feeds/all.json")).not.toContain("withdrawn");
  await expectAgreement(desk, 1);
});

it("a feed tells nothing of an entry that it never held", async () => {
  const desk = await openDesk(
    aFeed({ where: { ...aFeed().where, sources: ["valley"], match: "zebra" } }),
  );
  await lay(desk, 0);
  await desk.edit(MERGE);
  await desk.read();
  expect(desk.documents.get("/feeds/all.atom")).not.toContain("deleted-entry");
});

it("merges that follow one another are told by the entry that is left", async () => {
  const desk = await openDesk();
  await lay(desk, 1);
  await desk.edit(MERGE);
  desk.world.now += HOUR;
  await desk.edit({ kind: "merge", articles: ["lake/lake-0", "valley/valley"] });
  await desk.read();
  await expectAgreement(desk, 1);
  const json = JSON.parse(desk.documents.get("/feeds/all.json") ?? "");
  const reasons = json._offprint.withdrawn.map(({ reason }: { reason: string }) => reason);
  expect(reasons).toHaveLength(2);
  for (const reason of reasons) expect(reason).toContain("urn:ours:lake:lake-0");
});
