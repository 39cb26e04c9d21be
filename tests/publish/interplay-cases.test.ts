import { expect, it } from "vitest";
import type { EditorAction } from "../../src/core/stories/editing.ts";
import { aDraft, HOUR, NOW } from "../support/builders.ts";
import { aFeed } from "../support/entries.ts";
import { editText, generateText, seeded } from "../support/generated-texts.ts";
import { type Desk, openDesk } from "./interplay-desk.ts";

const TEXT = generateText(seeded(1), 200);
const OTHER = generateText(seeded(2), 200);
const HELD = { wantsPage: true, isSummaryOnly: true };
const [VALLEY, HILL] = ["valley/valley", "hill/hill"];
const SPLIT: EditorAction = { kind: "split", articles: [HILL] };

const open = () => openDesk([aFeed({ items: 3 })]);

/** Newer entries than the feed has room for. */
async function pushOut(desk: Desk): Promise<void> {
  for (let n = 0; n < 4; n += 1) {
    desk.world.now += 60_000;
    await desk.send("lake", generateText(seeded(50 + n), 60), { key: `lake-${n}` });
  }
  await desk.publish();
}

const shelf = async (desk: Desk) => {
  await desk.publish();
  const [first] = await desk.shelves();
  if (first === undefined) throw new Error("there is no feed");
  return first;
};

const agree = async (desk: Desk): Promise<readonly string[]> => {
  const { atom, json, anew, entries } = await shelf(desk);
  const shown = entries.map(({ entryId, article }) => [entryId, article.title]);
  for (const partner of [atom, json, anew]) {
    expect(partner.map(({ id, title }) => [id, title])).toEqual(shown);
  }
  return entries.map(({ entryId }) => entryId);
};

it("a summary that is held is one entry with the full copy that arrives meanwhile, and shown at once", async () => {
  const desk = await open();
  await desk.send("valley", TEXT, HELD);
  expect(await agree(desk)).toEqual([]);
  await desk.send("hill", TEXT, { title: "Hill's" });
  expect(await agree(desk)).toHaveLength(1);
  desk.world.now += HOUR;
  await desk.complete(VALLEY, aDraft({ key: "valley", text: TEXT, isFromPage: true }));
  expect(await agree(desk)).toHaveLength(1);
});

it("an entry stays that loses all copies but one that waits for its page", async () => {
  const desk = await open();
  await desk.send("hill", TEXT, { republish: "excerpt" });
  const before = await agree(desk);
  await desk.send("valley", TEXT, HELD);
  desk.world.now += HOUR;
  await desk.send("hill", OTHER);
  expect(await agree(desk)).toEqual(expect.arrayContaining([...before]));
  expect(await agree(desk)).toHaveLength(2);
});

it("an entry whose lead is split from it is told as changed", async () => {
  const desk = await open();
  const older = { title: "Valley's", publishedAt: NOW - 2 * HOUR, republish: "excerpt" } as const;
  await desk.send("valley", TEXT, older);
  await desk.send("hill", editText(seeded(3), TEXT), { title: "Hill's" });
  expect(await agree(desk)).toHaveLength(1);
  desk.world.now += HOUR;
  expect((await desk.edit(SPLIT)).ok).toBe(true);
  expect(await agree(desk)).toHaveLength(2);
});

it("a withdrawn text is in no archive, also not under the id of an entry that it led once", async () => {
  const desk = await open();
  await desk.send("valley", TEXT, { title: "Valley's", publishedAt: NOW - HOUR });
  const secret = `${TEXT} zanzibar`;
  const draft = { title: "Hill's", contentHtml: "<p>Zanzibar</p>", publishedAt: NOW - 2 * HOUR };
  await desk.send("hill", secret, draft);
  await pushOut(desk);
  await agree(desk);
  desk.world.now += HOUR;
  await desk.edit(SPLIT);
  await agree(desk);
  desk.world.now += HOUR;
  await desk.withdraw(HILL);
  await agree(desk);
  expect(await desk.archives()).not.toContain("Zanzibar");
});

it("an article that is withdrawn while it is held leaves no trace when it is completed", async () => {
  const desk = await open();
  await desk.send("valley", TEXT, HELD);
  await agree(desk);
  await desk.withdraw(VALLEY);
  desk.world.now += HOUR;
  await desk.complete(VALLEY, aDraft({ key: "valley", text: OTHER, isFromPage: true }));
  expect(await agree(desk)).toEqual([]);
  expect(await desk.stores.pages.nextAt()).toBeNull();
});

it("a completed text that was withdrawn under another name stays away, and its job ends", async () => {
  const desk = await open();
  await desk.send("hill", TEXT);
  await agree(desk);
  await desk.withdraw(HILL);
  await desk.send("valley", OTHER, HELD);
  desk.world.now += HOUR;
  await desk.complete(VALLEY, aDraft({ key: "valley", text: TEXT, isFromPage: true }));
  expect(await agree(desk)).toEqual([]);
  expect(await desk.stores.pages.nextAt()).toBeNull();
  expect(desk.documents.get("/feeds/all.atom")?.match(/deleted-entry ref/g)).toHaveLength(1);
});
