import { describe, expect, it } from "vitest";
import { aDraft, anIdentity, aRemote, DAY, HOUR, NOW } from "../../support/builders.ts";
import { generateText, seeded } from "../../support/generated-texts.ts";
import { temporaryFolder } from "../../support/temporary-folder.ts";
import {
  complete,
  dueJobs,
  openFile,
  openNew,
  openSqliteStore,
  openWith,
  poll,
  storesOn,
} from "./open-store.ts";

const VALLEY = aRemote({ id: "valley" });
const HILL = aRemote({ id: "hill", url: "https://hill.example/feed.xml" });
const LINK = "https://valley.example/bridge";
const WHOLE = generateText(seeded(1), 200);

/** A teaser whose guid is another one at each poll. */
const teaser = (guid: string, title = "The bridge is open again today") =>
  aDraft({
    ...{ key: guid, guid, link: LINK, canonicalUrl: LINK, title, wantsPage: true },
    ...{ text: "After four years the bridge carries walkers again.", tokenCount: 8 },
  });

/** The same with the text of its page. */
const completed = (guid: string) => {
  const { itemHash, receivedHash, receivedMetadataHash, ...draft } = teaser(guid);
  const page = aDraft({
    ...draft,
    text: WHOLE,
    textHash: "page",
    contentHash: "page",
    isFromPage: true,
  });
  return { ...page, itemHash, receivedHash, receivedMetadataHash };
};

describe("an article whose guid changes at each poll", () => {
  it("goes on while it is held for its page, and asks for that once", async () => {
    const store = await openWith(openSqliteStore, [VALLEY]);
    await poll(store.ingest, { source: "valley", drafts: [teaser("1")] });
    const again = await poll(store.ingest, { source: "valley", drafts: [teaser("2")] });
    expect(again).toMatchObject({ inserts: [], pageJobs: [], rekeyed: [{ key: "2" }] });
    expect(await dueJobs(store, NOW + HOUR, 10)).toHaveLength(1);
  });

  it("goes on with the text of its page, and readers hear nothing", async () => {
    const store = await openWith(openSqliteStore, [VALLEY]);
    await poll(store.ingest, { source: "valley", drafts: [teaser("1")] });
    const [job] = await dueJobs(store, NOW + HOUR, 10);
    if (!job) throw new Error("no page is wanted");
    await complete(store, job, completed("1"));
    const again = await poll(store.ingest, {
      source: "valley",
      drafts: [teaser("2")],
      now: NOW + HOUR,
    });
    expect(again).toMatchObject({
      inserts: [],
      updates: [],
      pageJobs: [],
      rekeyed: [{ key: "2" }],
    });
    const [entry, ...others] = await store.publish.entries({ sources: [], after: null, limit: 9 });
    expect(others).toEqual([]);
    expect(entry?.article.text).toBe(WHOLE);
  });

  it("goes on with a corrected title, for which its page is asked for again", async () => {
    const store = await openWith(openSqliteStore, [VALLEY]);
    await poll(store.ingest, { source: "valley", drafts: [teaser("1")] });
    const [job] = await dueJobs(store, NOW + HOUR, 10);
    if (!job) throw new Error("no page is wanted");
    await complete(store, job, completed("1"));
    const drafts = [teaser("2", "The bridge is open again tonight")];
    const { inserts, pageJobs, counts } = await poll(store.ingest, {
      ...{ source: "valley", drafts, now: NOW + HOUR },
    });
    expect(inserts).toEqual([]);
    expect(pageJobs).toMatchObject([{ mustFetch: true }]);
    expect(counts.updated).toBe(1);
  });

  it("goes on after a restart, under names that were found to be weak before it", async () => {
    const file = `${temporaryFolder()}/offprint.db`;
    const named = (n: number) =>
      aDraft({
        ...{
          key: "0",
          guid: "0",
          title: `Story ${n} of the valley`,
          text: generateText(seeded(n), 60),
        },
        identity: anIdentity({ guid: "0", content: `content ${n}` }),
      });
    const first = await openNew(file);
    const before = await openWith(async () => storesOn(first.db), [VALLEY]);
    await poll(before.ingest, { source: "valley", drafts: [named(1), named(2)] });
    await first.close();
    const { ingest } = storesOn((await openFile(file)).db);
    const { counts } = await poll(ingest, { source: "valley", drafts: [named(3)], now: NOW + DAY });
    expect(counts).toMatchObject({ new: 1, updated: 0 });
    const again = await poll(ingest, { source: "valley", drafts: [named(1)], now: NOW + 2 * DAY });
    expect(again.counts).toMatchObject({ new: 0, updated: 0 });
  });
});

describe("an episode that two outlets carry", () => {
  const episode = (outlet: string, n: number, host: string) =>
    aDraft({
      ...{ key: `${outlet}-${n}`, link: `https://${outlet}.example/${n}` },
      canonicalUrl: `https://${outlet}.example/${n}`,
      title: `Conversation by the river, number ${n}`,
      ...{ text: WHOLE, publishedAt: NOW - n * DAY },
      enclosures: [
        { url: `https://${host}/show/${n}.mp3`, type: "audio/mpeg", bytes: 9_000_000 + n },
      ],
    });

  it.each([
    ["of one host", "cdn.example", "cdn.example"],
    ["of two hosts", "cdn.example", "media.example"],
  ])(
    "is one entry with its copy, with recordings %s, and no other episode is in it",
    async (_, one, other) => {
      const { ingest, publish } = await openWith(openSqliteStore, [VALLEY, HILL]);
      await poll(ingest, {
        source: "valley",
        drafts: [1, 2, 3].map((n) => episode("valley", n, one)),
      });
      await poll(ingest, {
        source: "hill",
        drafts: [1, 2, 3].map((n) => episode("hill", n, other)),
      });
      const entries = await publish.entries({ sources: [], after: null, limit: 10 });
      const told = entries.map(({ article, copies }) =>
        [article, ...copies].map(({ title }) => title),
      );
      expect(told.toSorted()).toEqual(
        [1, 2, 3].map((n) => [
          `Conversation by the river, number ${n}`,
          `Conversation by the river, number ${n}`,
        ]),
      );
    },
  );
});
