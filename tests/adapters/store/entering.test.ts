import { describe, expect, it } from "vitest";
import { createHolds } from "../../../src/adapters/store/articles/held-articles.ts";
import { createEditorStore } from "../../../src/adapters/store/stories/editor-store.ts";
import { decideEdit, decideUndo, type EditorAction } from "../../../src/core/stories/editing.ts";
import { aDraft, aRemote, HOUR, NOW } from "../../support/builders.ts";
import { generateText, seeded } from "../../support/generated-texts.ts";
import { READABLE_IDS } from "../../support/known-model.ts";
import { complete, dueJobs, openNew, openWith, poll, storesOn } from "./open-store.ts";

const HOLD = 600_000;
const MINUTE = 60_000;
const SOURCES = ["valley", "hill"].map((id) =>
  aRemote({ id, url: `https://${id}.example/feed`, fullText: "auto" }),
);
const { fallbackEntryId } = READABLE_IDS;

/** A desk whose sources were polled before: what comes now is news. */
async function desk() {
  const { db } = await openNew();
  const store = await openWith(async () => storesOn(db), SOURCES);
  const send = (source: string, key: string, now: number, draft: object = {}) => {
    const text = generateText(seeded(key.length + 1000 * (key.codePointAt(0) ?? 0)), 200);
    const guid = `${source}-${key}`;
    return poll(store.ingest, {
      ...{ source, now },
      drafts: [aDraft({ key, guid, title: key, text, publishedAt: now, ...draft })],
    });
  };
  for (const { id } of SOURCES) await send(id, `first of ${id}`, NOW - HOUR);
  const order = async () =>
    (await store.publish.entries({ sources: [], after: null, limit: 9 })).map(
      ({ article, enteredAt }) => [article.title, enteredAt],
    );
  return { ...store, db, send, order, holds: createHolds(db), editor: createEditorStore(db) };
}

describe("an article that was held back for its page", () => {
  const HELD = { wantsPage: true, isSummaryOnly: true };

  it("enters above what came meanwhile when its page has come", async () => {
    const { send, order, ...store } = await desk();
    await send("valley", "held", NOW, HELD);
    await send("hill", "meanwhile", NOW + MINUTE);
    const [job] = await dueJobs(store, NOW, 9);
    if (job === undefined) throw new Error("no page is due");

    const whole = aDraft({ key: "held", title: "held", text: generateText(seeded(77), 300) });
    await complete(store, job, { ...whole, isFromPage: true }, NOW + 2 * MINUTE);

    expect((await order()).slice(0, 2)).toEqual([
      ["held", NOW + 2 * MINUTE],
      ["meanwhile", NOW + MINUTE],
    ]);
  });

  it("enters when its hold ends, also when nobody was there to end it in time", async () => {
    const { send, order, holds } = await desk();
    await send("valley", "held", NOW, HELD);
    expect(await holds.nextEnd()).toBe(NOW + HOLD);
    await send("hill", "meanwhile", NOW + 2 * HOLD);

    expect(await holds.release(NOW + 3 * HOLD)).toBe(1);

    expect((await order())[0]).toEqual(["held", NOW + 3 * HOLD]);
    expect(await holds.nextEnd()).toBeNull();
  });

  it("goes where it belongs when it is of the backlog of a new source", async () => {
    const { send, order, ingest, holds } = await desk();
    await ingest.configure(
      [...SOURCES, aRemote({ id: "lake", url: "https://lake.example/" })],
      NOW,
    );
    await send("lake", "old", NOW, { ...HELD, publishedAt: NOW - 9 * HOUR });

    await holds.release(NOW + HOLD);

    expect((await order()).at(-1)).toEqual(["old", NOW - 9 * HOUR]);
  });
});

describe("an entry that an editor makes", () => {
  /** The same text from both sources, in one entry of which readers have seen valley's. */
  async function merged() {
    const { send, ...rest } = await desk();
    const text = generateText(seeded(5), 200);
    const same = { text, textHash: "same", contentHash: "same", title: "One story" };
    await send("valley", "a", NOW, same);
    await send("hill", "b", NOW, same);
    await send("hill", "meanwhile", NOW + MINUTE);
    const decide = (action: EditorAction) =>
      rest.editor.edit(action, (known) => decideEdit(known, action, fallbackEntryId), NOW + HOUR);
    return { ...rest, send, decide };
  }

  it.each<[string, EditorAction]>([
    ["a split", { kind: "split", articles: ["hill/b"] }],
    ["a veto", { kind: "veto", articles: ["valley/a", "hill/b"] }],
  ])("by %s enters now, above what readers have", async (_, action) => {
    const { decide, order } = await merged();
    expect((await decide(action)).ok).toBe(true);
    expect((await order()).slice(0, 3)).toEqual([
      ["One story", NOW + HOUR],
      ["meanwhile", NOW + MINUTE],
      ["One story", NOW],
    ]);
  });

  it("by the undo of a merge comes back to where readers had it", async () => {
    const { decide, order, editor } = await merged();
    const action: EditorAction = { kind: "merge", articles: ["valley/a", "hill/meanwhile"] };
    const before = await order();
    expect((await decide(action)).ok).toBe(true);
    await editor.undo(
      action,
      (known, change) => decideUndo(known, change, fallbackEntryId),
      NOW + 2 * HOUR,
    );
    expect(await order()).toEqual(before);
  });

  it("by the undo of a merge enters now when nobody had seen it before", async () => {
    const { decide, order, editor, send, holds } = await merged();
    await send("hill", "held", NOW + MINUTE, { wantsPage: true, isSummaryOnly: true });
    const action: EditorAction = { kind: "merge", articles: ["valley/a", "hill/held"] };
    expect((await decide(action)).ok).toBe(true);
    await holds.release(NOW + 2 * HOUR);
    await editor.undo(
      action,
      (known, change) => decideUndo(known, change, fallbackEntryId),
      NOW + 3 * HOUR,
    );
    expect((await order())[0]).toEqual(["held", NOW + 3 * HOUR]);
  });
});
