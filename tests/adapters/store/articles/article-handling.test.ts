import type { Kysely } from "kysely";
import { describe, expect, it } from "vitest";
import type { Tables } from "../../../../src/adapters/store/schema/tables.ts";
import { createEditorStore } from "../../../../src/adapters/store/stories/editor-store.ts";
import { aDraft, aRemote, NOW } from "../../../support/builders.ts";
import { openNew, openWith, poll, storesOn } from "../open-store.ts";

async function openArticle() {
  const { db } = await openNew();
  const source = aRemote({ id: "valley", url: "https://valley.example/feed" });
  const store = await openWith(async () => storesOn(db), [source]);
  await poll(store.ingest, { source: "valley", drafts: [aDraft({ key: "k" })] });
  const [entry] = await store.publish.entries({ sources: [], after: null, limit: 1 });
  const id = entry?.article.id ?? "";
  return { db, id, store, editor: createEditorStore(db) };
}

const addJob = (
  db: Kysely<Tables>,
  articleId: string,
  job: { readonly state: "waiting" | "done" | "failed"; readonly last_error: string | null },
) =>
  db
    .insertInto("page_job")
    .values({
      ...{ article_id: articleId, source_id: "valley", url: "https://valley.example/a" },
      ...{ attempts: 2, due_at: NOW, must_fetch: 1, raw: null, ...job },
      ...{ received_hash: null, received_metadata_hash: null },
    })
    .execute();

describe("how an article was handled", () => {
  it("is not known of what is not there", async () => {
    const { editor } = await openArticle();

    expect(await editor.handling("nobody")).toBeNull();
  });

  it("tells which lines an editor keeps in it", async () => {
    const { editor, store, id } = await openArticle();
    await store.revisions.keepLines(id, ["Second line", "First line"], NOW);

    expect((await editor.handling(id))?.keptLines).toEqual(["First line", "Second line"]);
  });

  it.each([
    ["waiting", NOW],
    ["done", null],
    ["failed", null],
  ] as const)("tells what became of its page: %s", async (state, nextAt) => {
    const { db, editor, id } = await openArticle();
    await addJob(db, id, { state, last_error: "it answered 503" });

    expect((await editor.handling(id))?.page).toEqual({
      ...{ url: "https://valley.example/a", state, attempts: 2, nextAt },
      reason: "it answered 503",
    });
  });

  it("counts by source the pages that are still to be fetched, and no others", async () => {
    const { db, editor, id } = await openArticle();
    await addJob(db, id, { state: "waiting", last_error: null });
    expect(await editor.waitingPages()).toEqual(new Map([["valley", 1]]));

    await db.updateTable("page_job").set({ state: "failed" }).execute();
    expect(await editor.waitingPages()).toEqual(new Map());
  });
});

describe("a source that left the configuration", () => {
  it("is known as it last was", async () => {
    const { store } = await openArticle();
    await store.ingest.configure([], NOW);

    expect((await store.revisions.definitions()).get("valley")).toMatchObject({
      id: "valley",
      url: "https://valley.example/feed",
    });
  });
});
