import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { createEditorStore } from "../../../../src/adapters/store/stories/editor-store.ts";
import { decideEdit, decideUndo, type EditorAction } from "../../../../src/core/stories/editing.ts";
import { aDraft, aRemote, HOUR, NOW } from "../../../support/builders.ts";
import { editText, generateText, seeded } from "../../../support/generated-texts.ts";
import { READABLE_IDS } from "../../../support/known-model.ts";
import { temporaryFolder } from "../../../support/temporary-folder.ts";
import { openFile, openNew, openWith, poll, storesOn } from "../open-store.ts";

const SOURCES = ["valley", "hill", "lake"].map((id) =>
  aRemote({ id, url: `https://${id}.example/feed` }),
);
const TEXT = generateText(seeded(1), 200);
const OTHER = generateText(seeded(2), 200);
const { fallbackEntryId } = READABLE_IDS;

/** A service with valley's text, hill's copy of it and lake's other text; an editor on a connection of his own. */
async function openBoth() {
  const file = join(temporaryFolder(), "offprint.db");
  const { db } = await openNew(file);
  const store = await openWith(async () => storesOn(db), SOURCES);
  const send = (source: string, text: string, at = NOW) =>
    poll(store.ingest, { source, drafts: [aDraft({ key: source, text, publishedAt: at })] });
  await send("valley", TEXT, NOW - 3 * HOUR);
  await send("hill", editText(seeded(3), TEXT), NOW - 2 * HOUR);
  await send("lake", OTHER, NOW - HOUR);

  const editor = createEditorStore((await openFile(file)).db);
  const edit = (action: EditorAction) =>
    editor.edit(action, (known) => decideEdit(known, action, fallbackEntryId), NOW + HOUR);
  const undo = (action: EditorAction) =>
    editor.undo(
      action,
      (known, change) => decideUndo(known, change, fallbackEntryId),
      NOW + 2 * HOUR,
    );
  const groups = async (): Promise<readonly string[]> => {
    const clusters = await store.publish.clusters({ after: null, limit: 10 });
    const names = clusters.map(({ members }) => members.map(({ sourceId }) => sourceId));
    return names.map((list) => list.toSorted().join(" + ")).toSorted();
  };
  const kept = async () => ({
    clusters: await db
      .selectFrom("cluster")
      .select(["id", "entry_id", "lead_id", "entered_at", "merged_into"])
      .where("lead_id", "is not", null)
      .orderBy("id")
      .execute(),
    members: await db.selectFrom("cluster_member").selectAll().orderBy("article_id").execute(),
    vetoes: await db.selectFrom("veto").selectAll().execute(),
    bonds: await db.selectFrom("bond").selectAll().execute(),
  });
  return { store, send, editor, edit, undo, groups, kept };
}

const idOf = (source: string): string => `${source}/${source}`;
const pair = (kind: "veto" | "merge", one: string, other: string): EditorAction => ({
  kind,
  articles: [idOf(one), idOf(other)],
});
const SPLIT: EditorAction = { kind: "split", articles: [idOf("hill")] };

const ACTIONS: readonly [string, EditorAction, readonly string[]][] = [
  ["a veto", pair("veto", "valley", "hill"), ["hill", "lake", "valley"]],
  ["a split", SPLIT, ["hill", "lake", "valley"]],
  ["a merge", pair("merge", "lake", "valley"), ["hill + lake + valley"]],
];

describe.each(ACTIONS)("%s", (_, action, after) => {
  it("is seen by who publishes, and outlives polls and edits", async () => {
    const { store, send, edit, groups } = await openBoth();
    const revision = await store.publish.revision();
    expect(await edit(action)).toMatchObject({ ok: true });
    expect(await groups()).toEqual(after);
    expect(await store.publish.revision()).toBeGreaterThan(revision);

    await send("hill", editText(seeded(4), TEXT), NOW - 2 * HOUR);
    await send("valley", editText(seeded(5), TEXT), NOW - 3 * HOUR);
    await send("lake", editText(seeded(6), OTHER), NOW - HOUR);
    expect(await groups()).toEqual(after);
  });

  it("leaves everything as it was when it is undone, once", async () => {
    const { edit, undo, kept, groups } = await openBoth();
    const before = await kept();
    await edit(action);
    expect(await kept()).not.toEqual(before);
    const [one, other] = action.articles;
    const sameAction = (other ? { ...action, articles: [other, one] } : action) as EditorAction;
    expect(await undo(sameAction)).toMatchObject({ ok: true });
    expect(await kept()).toEqual(before);

    expect(await undo(action)).toEqual({
      ok: false,
      error: `there is no such ${action.kind} to undo`,
    });
    await edit(action);
    expect(await groups()).toEqual(after);
  });

  it("changes no entry id", async () => {
    const { store, edit } = await openBoth();
    const entryIds = async () =>
      (await store.publish.entries({ sources: [], after: null, limit: 10 })).map(
        ({ clusterId, entryId }) => `${clusterId} ${entryId}`,
      );
    const before = await entryIds();
    await edit(action);
    const remaining = (await entryIds()).filter((each) => before.includes(each));
    expect(remaining).toHaveLength(Math.min(before.length, after.length));
  });
});

it.each([
  ["a veto of articles that are in two clusters", pair("veto", "valley", "lake")],
  ["a merge of articles that are in one cluster", pair("merge", "valley", "hill")],
])("%s is undone too", async (_, action) => {
  const { edit, undo, kept } = await openBoth();
  const before = await kept();
  expect(await edit(action)).toMatchObject({ ok: true });
  expect(await kept()).not.toEqual(before);
  expect(await undo(action)).toMatchObject({ ok: true });
  expect(await kept()).toEqual(before);
});

it("what is refused changes nothing", async () => {
  const { store, edit, kept } = await openBoth();
  const before = await kept();
  const revision = await store.publish.revision();
  expect(await edit({ kind: "split", articles: ["nobody"] })).toEqual({
    ok: false,
    error: 'there is no article "nobody"',
  });
  expect(await kept()).toEqual(before);
  expect(await store.publish.revision()).toBe(revision);
});

it("a cluster is shown by its id or a member's, the lead first, with its texts", async () => {
  const { editor } = await openBoth();
  const cluster = await editor.cluster(idOf("hill"));
  expect(cluster?.members.map(({ sourceId }) => sourceId)).toEqual(["valley", "hill"]);
  expect(cluster?.members[0]?.text).toBe(TEXT);
  expect(await editor.cluster(cluster?.id ?? "")).toEqual(cluster);
  expect(await editor.cluster("nobody")).toBeNull();
});
