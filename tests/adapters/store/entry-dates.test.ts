import { type Kysely, sql } from "kysely";
import { describe, expect, it } from "vitest";
import { ENTRY_DATES } from "../../../src/adapters/store/engine/sqlite/migrations/0010-entry-dates.ts";
import type { Tables } from "../../../src/adapters/store/schema/tables.ts";
import { createEditorStore } from "../../../src/adapters/store/stories/editor-store.ts";
import type { ArticleDraft } from "../../../src/core/articles/article-draft.ts";
import { decideEdit, decideUndo, type EditorAction } from "../../../src/core/stories/editing.ts";
import { aDraft, aRemote, HOUR, NOW } from "../../support/builders.ts";
import { generateText, seeded } from "../../support/generated-texts.ts";
import { READABLE_IDS } from "../../support/known-model.ts";
import { createWithdrawing } from "../../support/withdrawing.ts";
import { openNew, openWith, poll, storesOn } from "./open-store.ts";

const SOURCES = ["valley", "hill"].map((id) =>
  aRemote({ id, url: `https://${id}.example/feed`, rights: id === "hill" ? "full" : "excerpt" }),
);
const TEXT = generateText(seeded(1), 200);

/** Valley's copy of a text, of which less may be republished than of hill's, which comes later and is older. */
async function openDesk() {
  const { db } = await openNew();
  const { ingest, publish } = await openWith(async () => storesOn(db), SOURCES);
  const draftOf = (source: string, overrides: Partial<ArticleDraft>): ArticleDraft => {
    const address = `https://${source}.example/a`;
    const republish = source === "hill" ? "full" : "excerpt";
    const own = { key: source, link: address, canonicalUrl: address, title: `At ${source}` };
    return aDraft({ ...own, text: TEXT, republish, ...overrides });
  };
  const send = (source: string, now: number, overrides: Partial<ArticleDraft> = {}) =>
    poll(ingest, { source, drafts: [draftOf(source, overrides)], now });
  await send("valley", NOW, { publishedAt: NOW - HOUR });
  const entries = () => publish.entries({ sources: [], after: null, limit: 10 });
  const dates = async () => {
    const [entry] = await entries();
    return { published: entry?.publishedAt ?? 0, updated: entry?.updatedAt ?? 0 };
  };
  return { db, ingest, publish, send, entries, dates, editor: createEditorStore(db) };
}

const ID = "valley/valley";

async function migrate(db: Kysely<Tables>, statements: readonly string[]): Promise<void> {
  for (const statement of statements) await sql.raw(statement).execute(db);
}

describe("an entry's dates", () => {
  it("neither go back with an earlier lead nor move with a new date of the publisher's", async () => {
    const { send, dates, entries } = await openDesk();
    expect(await dates()).toEqual({ published: NOW - HOUR, updated: NOW - HOUR });
    await send("hill", NOW + HOUR, { publishedAt: NOW - 3 * HOUR });
    const [entry] = await entries();
    expect(entry).toMatchObject({
      entryId: "urn:ours:valley:valley",
      article: { title: "At hill" },
    });
    const led = { published: NOW - HOUR, updated: NOW + HOUR };
    expect(await dates()).toEqual(led);
    await send("hill", NOW + 2 * HOUR, { publishedAt: NOW + 2 * HOUR });
    expect(await dates()).toEqual(led);
  });

  it("tell two corrections within a second apart, and one by a clock that jumped back", async () => {
    const { send, dates } = await openDesk();
    const seen = [(await dates()).updated];
    for (const [n, now] of [NOW, NOW + 5, NOW - HOUR].entries()) {
      await send("valley", now, { title: `Corrected ${n}` });
      seen.push((await dates()).updated);
    }
    for (const [n, at] of seen.slice(1).entries()) {
      expect(at - (seen[n] ?? 0)).toBeGreaterThanOrEqual(1000);
    }
  });

  it("say now when the address was put right", async () => {
    const { send, dates } = await openDesk();
    await send("valley", NOW + HOUR, {
      ...{ canonicalUrl: "https://valley.example/b", metadataHash: "moved" },
    });
    expect(await dates()).toEqual({ published: NOW - HOUR, updated: NOW + HOUR });
  });

  it("stay with a copy that joins, and with a correction of that copy", async () => {
    const { send, dates } = await openDesk();
    await send("hill", NOW + HOUR);
    const before = await dates();
    await send("valley", NOW + 2 * HOUR, { title: "Corrected in valley" });
    expect(await dates()).toEqual(before);
  });

  it("rise when its lead leaves it, and when that comes back", async () => {
    const { send, dates, editor, publish } = await openDesk();
    await send("hill", NOW + HOUR, { publishedAt: NOW - 3 * HOUR });
    const { fallbackEntryId } = READABLE_IDS;
    const action: EditorAction = { kind: "split", articles: ["hill/hill"] };
    await editor.edit(
      action,
      (known) => decideEdit(known, action, fallbackEntryId),
      NOW + 2 * HOUR,
    );
    const updated = async () => (await publish.article(ID))?.updatedAt;
    expect(await updated()).toBe(NOW + 2 * HOUR);
    await editor.undo(
      action,
      (known, change) => decideUndo(known, change, fallbackEntryId),
      NOW + 3 * HOUR,
    );
    expect(await dates()).toEqual({ published: NOW - HOUR, updated: NOW + 3 * HOUR });
  });

  it("are newer after a withdrawal that was taken back, and after rights that elected another lead", async () => {
    const { db, ingest, send, dates } = await openDesk();
    const withdrawals = createWithdrawing(db);
    await withdrawals.withdraw(ID, { at: NOW, reason: null });
    await withdrawals.restore(ID, NOW);
    const restored = { published: NOW - HOUR, updated: NOW + 1000 };
    expect(await dates()).toEqual(restored);
    await send("hill", NOW + HOUR, { publishedAt: NOW - 3 * HOUR });
    const lowered = SOURCES.map((source) =>
      source.id === "hill" ? { ...source, rights: "link" as const } : source,
    );
    await ingest.configure(lowered, NOW + 2 * HOUR);
    expect(await dates()).toEqual({ published: NOW - HOUR, updated: NOW + 2 * HOUR });
  });

  it("are those that readers have, in a database from before they were kept", async () => {
    const { db, send, dates } = await openDesk();
    await send("valley", NOW + HOUR, { title: "Corrected" });
    const before = await db.selectFrom("cluster").selectAll().execute();
    for (const column of ["published_at", "updated_at", "face"]) {
      await db.schema.alterTable("cluster").dropColumn(column).execute();
    }
    await db.schema.alterTable("cluster").addColumn("restored_at", "integer").execute();
    await migrate(db, ENTRY_DATES);
    const rows = await db.selectFrom("cluster").selectAll().execute();
    const parsed = (list: typeof rows) =>
      list.map(({ face, ...row }) => ({ ...row, face: JSON.parse(face ?? "null") }));
    expect(parsed(rows)).toEqual(parsed(before));
    await send("valley", NOW + 2 * HOUR, { title: "Corrected", publishedAt: NOW });
    expect(await dates()).toEqual({ published: NOW - HOUR, updated: NOW + HOUR });
  });
});
