import { expect, it } from "vitest";
import { createRenameStore } from "../../src/adapters/store/sources/rename-sources.ts";
import { aDraft, aRemote, NOW } from "../support/builders.ts";
import { textOf } from "../support/document-text.ts";
import { aFeed } from "../support/entries.ts";
import { openPublication } from "./open-publication.ts";

const FORMER = aRemote({ id: "valley-token-abc", url: "https://valley.example/feed?token=abc" });
const TODAY = "valley-0123456789ab";

const drafts = (count: number) =>
  Array.from({ length: count }, (_, n) => {
    const text = `Text number ${n}, and nothing else.`;
    return aDraft({ key: `https://valley.example/?p=${n}`, title: `Title ${n}`, text });
  });

/** Twelve entries of which the feed shows two. */
async function archived() {
  const feed = aFeed({ items: 2 });
  const desk = await openPublication({ sources: [FORMER], feeds: () => [feed] });
  await desk.send(FORMER.id, drafts(12));
  await desk.publish();
  const pages = async () => (await desk.archive.state(feed.id))?.pages ?? 0;
  const read = async () => {
    const keys = Array.from({ length: await pages() }, (_, n) => n + 1);
    const documents = await Promise.all(
      keys.map((page) => desk.page({ feedId: feed.id, page, format: "json" })),
    );
    return [
      ...desk.documents.values(),
      ...documents.map((each) => (each === null ? "" : textOf(each))),
    ].join();
  };
  return { ...desk, pages, read };
}

it("a renamed source is named by its new id in feeds and archives, and archives take in nothing for that", async () => {
  const desk = await archived();
  const pages = await desk.pages();
  expect(pages).toBeGreaterThan(0);
  const before = await desk.read();
  expect(before).toContain(`"id":"${FORMER.id}","title":"${FORMER.id}"`);
  expect(before).toContain(`>${FORMER.id}<`);
  await createRenameStore(desk.db).rename(() => [{ from: FORMER.id, to: TODAY }]);
  desk.world.now = NOW + 1000;
  await desk.publish();
  const read = await desk.read();
  expect(read).toContain(`"id":"${TODAY}"`);
  expect(read).not.toContain(`"${FORMER.id}"`);
  expect(read).not.toContain(`>${FORMER.id}<`);
  expect(await desk.pages()).toBe(pages);
  const waiting = await desk.db.selectFrom("archive_pending").selectAll().execute();
  expect(waiting).toEqual([]);
});
