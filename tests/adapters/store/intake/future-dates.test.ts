import { expect, it } from "vitest";
import { loadOutlines } from "../../../../src/adapters/store/articles/repeated-blocks.ts";
import { createFileLooks } from "../../../../src/adapters/store/queues/file-look-queue.ts";
import { unlisted } from "../../../../src/core/intake/order-items.ts";
import { LEASE_MS } from "../../../../src/core/lease.ts";
import { aDraft, aRemote, DAY, HOUR, NOW } from "../../../support/builders.ts";
import { generateText, seeded } from "../../../support/generated-texts.ts";
import { openNew, poll, sourceOf, storesOn } from "../open-store.ts";

const VALLEY = aRemote({ id: "valley" });
const MINUTE = 60_000;

/** An old article, two undated ones that came while the clock was two days ahead, and a new one. */
async function desk() {
  const { db } = await openNew();
  const { ingest, publish, pages } = storesOn(db);
  await ingest.configure([VALLEY], NOW);
  const send = (key: string, now: number, draft: object = {}, isClockRight = false) => {
    const text = generateText(seeded(1000 * key.length + (key.codePointAt(0) ?? 0)), 200);
    const drafts = [aDraft({ key, guid: key, title: key, text, publishedAt: null, ...draft })];
    return poll(ingest, { source: "valley", drafts, now, isClockRight });
  };
  await send("old", NOW - DAY);
  await send("first ahead", NOW + 2 * DAY);
  await send("second of those", NOW + 2 * DAY + MINUTE);
  await send("held for its page....", NOW + 2 * DAY, { wantsPage: true });
  await send("new", NOW);
  const entries = async () =>
    (await publish.entries({ sources: [], after: null, limit: 9 })).map(
      ({ article: { title }, publishedAt, updatedAt }) => [title, publishedAt, updatedAt],
    );
  const titles = async () => (await entries()).map(([title]) => title);
  const pollAt = async (now: number, isClockRight: boolean) => {
    const state = { ...(await sourceOf(ingest, "valley")), lastPollAt: now };
    await ingest.recordPoll({ state, filesTried: new Map(), isClockRight });
  };
  return { db, send, entries, titles, pollAt, pages, publish };
}

const AHEAD = [
  ["second of those", NOW + 2 * DAY + MINUTE, NOW + 2 * DAY + MINUTE],
  ["first ahead", NOW + 2 * DAY, NOW + 2 * DAY],
];
const REST = [
  ["new", NOW, NOW],
  ["old", NOW - DAY, NOW - DAY],
];

it("pulls dates of the future down to now when the clock is known to be right, once", async () => {
  const { entries, pollAt, publish } = await desk();
  expect(await entries()).toEqual([...AHEAD, ...REST]);
  await pollAt(NOW + HOUR, true);
  const down = [
    ["second of those", NOW + HOUR, NOW + 2 * DAY + MINUTE + 1000],
    ["first ahead", NOW + HOUR, NOW + 2 * DAY + 1000],
  ];
  expect(await entries()).toEqual([...down, ...REST]);
  const revision = await publish.revision();
  await pollAt(NOW + 2 * HOUR, true);
  expect(await entries()).toEqual([...down, ...REST]);
  expect(await publish.revision()).toBe(revision);
});

it("puts them below what comes in the poll that says so, and above what came just before", async () => {
  const { send, titles } = await desk();
  await send("just before", NOW + HOUR - 100);
  await send("a newcomer", NOW + HOUR, {}, true);
  expect(await titles()).toEqual([
    "a newcomer",
    "second of those",
    "first ahead",
    "just before",
    "new",
    "old",
  ]);
});

it("tells of no change where only the place was of the future", async () => {
  const { send, entries, pollAt } = await desk();
  await send("dated by its publisher", NOW + 2 * DAY, { publishedAt: NOW - HOUR });
  await pollAt(NOW + HOUR, true);
  expect(await entries()).toContainEqual(["dated by its publisher", NOW - HOUR, NOW - HOUR]);
});

it("keeps the order of a thousand, and lets all that comes from then on stand above them", async () => {
  const { db } = await openNew();
  const { ingest, publish } = storesOn(db);
  await ingest.configure([VALLEY], NOW);
  const send = (keys: readonly string[], now: number) =>
    poll(ingest, {
      source: "valley",
      drafts: keys.map((key) =>
        aDraft({ key, guid: key, title: key, text: key, publishedAt: null }),
      ),
      ...{ now, isClockRight: true },
    });
  const titles = async () =>
    (await publish.entries({ sources: [], after: null, limit: 1_999 })).map(
      ({ article: { title } }) => title,
    );
  const keys = Array.from({ length: 1_000 }, (_, index) => `${index}`);
  await send(keys, NOW + DAY);
  const ahead = await titles();
  await send(["first of now"], NOW);
  await send(["second of now"], NOW + MINUTE);
  expect(await titles()).toEqual(["second of now", "first of now", ...ahead]);
});

it.each([
  ["is shown", false],
  ["waits for its page", true],
])(
  "lets no listing of that time say when an article was received that %s",
  async (_what, wantsPage) => {
    const { db } = await openNew();
    const { ingest } = storesOn(db);
    await ingest.configure([VALLEY], NOW);
    const drafts = [aDraft({ publishedAt: null, wantsPage })];
    const send = (now: number, isClockRight: boolean) =>
      poll(ingest, { source: "valley", drafts, listing: unlisted(drafts), now, isClockRight });
    await send(NOW + 2 * DAY, false);
    const received = async () => (await ingest.lastListing("valley"))?.listing.items[0]?.receivedAt;
    expect(await received()).toBe(NOW + 2 * DAY);
    await send(NOW + HOUR, true);
    expect(await received()).toBe(NOW + HOUR);
  },
);

it("leaves them when nobody knows whether the clock is right", async () => {
  const { entries, pollAt } = await desk();
  await pollAt(NOW + HOUR, false);
  expect(await entries()).toEqual([...AHEAD, ...REST]);
});

it("ends holds that would last for days, and lets these enter as of now", async () => {
  const { entries, pollAt, pages } = await desk();
  await pollAt(NOW + HOUR, true);
  expect(await pages.release(NOW + HOUR)).toBe(1);
  expect((await entries()).map(([title, publishedAt]) => [title, publishedAt])).toContainEqual([
    "held for its page....",
    NOW + HOUR,
  ]);
});

it("asks for the pages and files that only waited for a time that was wrong", async () => {
  const { db, send, pollAt, pages } = await desk();
  const files = createFileLooks(db);
  const image = {
    url: "https://cdn.example/a",
    width: null,
    height: null,
    alt: null,
    credit: null,
  };
  await send("with a picture", NOW + 2 * DAY, { image });
  await pollAt(NOW + HOUR, false);
  expect([await pages.due(NOW + HOUR, 9), await files.due(NOW + HOUR, 9)]).toEqual([[], []]);
  await pollAt(NOW + HOUR, true);
  expect(await pages.due(NOW + HOUR, 9)).toHaveLength(1);
  expect(await files.due(NOW + HOUR, 9)).toHaveLength(1);
});

it("leaves a page and a file that failed their waits, up to those that no host can ask for", async () => {
  const { db, send, pollAt, pages } = await desk();
  const files = createFileLooks(db);
  const image = {
    url: "https://cdn.example/a",
    width: null,
    height: null,
    alt: null,
    credit: null,
  };
  await send("with a picture", NOW, { image });
  const fail = async (nextAt: number) => {
    const [due] = await pages.due(NOW + 90 * DAY, 9);
    const job = due && (await pages.claim(due.articleId, LEASE_MS, NOW + 90 * DAY));
    if (job) await pages.fail(job, { reason: "503", nextAt }, NOW);
    const look = await files.claim(image.url, LEASE_MS, NOW + 90 * DAY);
    if (look) await files.fail(look, { reason: "503", nextAt });
    await pollAt(NOW + HOUR, true);
    return [await pages.nextAt(), await files.nextAt()];
  };
  expect(await fail(NOW + 7 * DAY)).toEqual([NOW + 7 * DAY, NOW + 7 * DAY]);
  expect(await fail(NOW + 30 * DAY)).toEqual([NOW + HOUR, NOW + HOUR]);
});

it("takes none of them for the last articles of their source any more", async () => {
  const { db, pollAt } = await desk();
  const latest = async () =>
    Math.max(...(await loadOutlines(db, "valley", [])).recent.map(({ enteredAt }) => enteredAt));
  expect(await latest()).toBeGreaterThan(NOW + DAY);
  await pollAt(NOW + HOUR, true);
  expect(await latest()).toBe(NOW + HOUR);
});
