import { describe, expect, it } from "vitest";
import type { ReceivedQuery } from "../../../src/core/intake/revision-store.ts";
import { aDraft, aRemote, DAY, NOW } from "../../support/builders.ts";
import { generateText, seeded } from "../../support/generated-texts.ts";
import { outlineOfText } from "../../support/outlines.ts";
import {
  complete,
  dueJobs,
  type OpenedStore,
  type OpenStore,
  openWith,
  poll,
  revise,
} from "./open-store.ts";

const VALLEY = aRemote({ id: "valley" });
const HILL = aRemote({ id: "hill", url: "https://hill.example/feed.xml" });
const ALL: ReceivedQuery = { sourceId: null, articleIds: null, after: null, limit: 100 };
const PROMPT = "Read on with a subscription, from one coin a month, for all who live in the valley";

/** An article that ends with what its source repeats. */
const prompted = (seed: number) => {
  const own = Array.from({ length: 5 }, (_, n) => generateText(seeded(seed * 10 + n), 30));
  const text = [...own, PROMPT].join("\n\n");
  return aDraft({
    key: `tag:${seed}`,
    text,
    outline: outlineOfText(text),
    publishedAt: NOW - seed,
  });
};
const range = (from: number, to: number): number[] =>
  Array.from({ length: to - from }, (_, index) => from + index);
const send = ({ ingest }: OpenedStore, seeds: readonly number[], now = NOW) =>
  poll(ingest, { source: "valley", drafts: seeds.map(prompted), now });

/** The promises of RevisionStore, and what is learnt for it, for any engine. */
export function revisionStoreContract(open: OpenStore): void {
  const opened = () => openWith(open, [VALLEY, HILL]);

  describe("what was received", () => {
    async function withThree() {
      const store = await opened();
      const drafts = ["b", "a"].map((key) => aDraft({ key, text: key, raw: `{"item":"${key}"}` }));
      await poll(store.ingest, { source: "valley", drafts });
      await poll(store.ingest, { source: "hill", drafts: [aDraft({ key: "c", text: "c" })] });
      return store;
    }

    it("is given in the order of ids, a page at a time", async () => {
      const { revisions } = await withThree();
      const first = await revisions.received({ ...ALL, limit: 2 });
      expect(first.map(({ articleId }) => articleId)).toEqual(["hill/c", "valley/a"]);
      const second = await revisions.received({ ...ALL, after: "valley/a" });
      expect(second).toEqual([
        { articleId: "valley/b", key: "b", sourceId: "valley", raw: '{"item":"b"}', keptLines: [] },
      ]);
    });

    it("is given of one source, or of some articles", async () => {
      const { revisions } = await withThree();
      const ids = async (query: Partial<ReceivedQuery>) =>
        (await revisions.received({ ...ALL, ...query })).map(({ articleId }) => articleId);
      expect(await ids({ sourceId: "valley" })).toEqual(["valley/a", "valley/b"]);
      expect(await ids({ articleIds: ["valley/b", "hill/c", "none"] })).toEqual([
        "hill/c",
        "valley/b",
      ]);
      expect(await ids({ articleIds: [] })).toEqual([]);
      expect([await revisions.count("valley"), await revisions.count(null)]).toEqual([2, 3]);
    });

    it("is that of the last change", async () => {
      const { ingest, revisions } = await withThree();
      await poll(ingest, { source: "hill", drafts: [aDraft({ key: "c", raw: '{"new":1}' })] });
      expect(await revisions.received({ ...ALL, limit: 1 })).toMatchObject([{ raw: '{"new":1}' }]);
    });
  });

  describe("a revision", () => {
    async function withCopies() {
      const store = await opened();
      await poll(store.ingest, { source: "valley", drafts: [aDraft()] });
      const copy = aDraft({ key: "tag:h", isOnOwnHost: false });
      await poll(store.ingest, { source: "hill", drafts: [copy] });
      const received = await store.revisions.received({ ...ALL, sourceId: "valley" });
      return { store, received };
    }
    const entries = ({ publish }: OpenedStore) =>
      publish.entries({ sources: [], after: null, limit: 10 });

    it("changes what is published, not when nor which articles are one", async () => {
      const { store, received } = await withCopies();
      const [before] = await entries(store);
      const draft = aDraft({ text: "Another text by far.", categories: ["New"], publishedAt: NOW });
      await revise(store, received, [draft], NOW + DAY);
      expect(await entries(store)).toMatchObject([
        {
          ...{ clusterId: before?.clusterId, enteredAt: before?.enteredAt },
          article: {
            ...{ text: "Another text by far.", categories: ["New"] },
            ...{ publishedAt: before?.article.publishedAt, updatedAt: NOW + DAY },
          },
          copies: [{ articleId: "hill/tag:h" }],
        },
      ]);
    });

    it("changes no revision when nothing changed", async () => {
      const { store, received } = await withCopies();
      const before = await store.publish.revision();
      expect((await revise(store, received, [aDraft()])).counts).toMatchObject({ unchanged: 1 });
      expect(await store.publish.revision()).toBe(before);
    });

    it("lets another copy lead when less of this one may be republished", async () => {
      const { store, received } = await withCopies();
      const lowered = [{ to: "link" as const, by: "robots meta: noarchive" }];
      await revise(store, received, [aDraft({ republish: "link", lowered })]);
      expect(await entries(store)).toMatchObject([
        { article: { id: "hill/tag:h" }, copies: [{ why: { rule: "exact", tokens: 200 } }] },
      ]);
      const own = await store.publish.article(`valley/${aDraft().key}`);
      expect(own?.article).toMatchObject({ republish: "link", lowered });
    });

    it("leaves an article alone that changed while it was drafted", async () => {
      const { store, received } = await withCopies();
      const newer = aDraft({ title: "Newer", raw: '{"newer":1}' });
      await poll(store.ingest, { source: "valley", drafts: [newer] });
      const { updates } = await revise(store, received, [aDraft({ title: "Late" })]);
      expect(updates).toEqual([]);
      expect(await entries(store)).toMatchObject([{ article: { title: "Newer" } }]);
    });
  });

  describe("what a source repeats", () => {
    it("is learnt with the articles that show it, of that source alone", async () => {
      const store = await opened();
      const { learned } = await send(store, range(0, 5));
      const keys = learned.map(({ key }) => key);
      expect(keys).not.toEqual([]);
      expect(await store.ingest.repeatedBlocks("valley")).toEqual({ active: keys, retired: [] });
      expect(await store.ingest.repeatedBlocks("hill")).toEqual({ active: [], retired: [] });
    });

    it("is retired when the last fifty are without it, and active when it comes back", async () => {
      const store = await opened();
      const { learned } = await send(store, range(0, 5));
      const keys = learned.map(({ key }) => key);
      const plain = range(0, 50).map((n) => {
        const text = [1, 2, 3].map((m) => generateText(seeded(9000 + n * 10 + m), 30)).join("\n\n");
        return aDraft({ key: `plain:${n}`, text, outline: outlineOfText(text), publishedAt: NOW });
      });
      await poll(store.ingest, { source: "valley", drafts: plain, now: NOW + DAY });
      expect(await store.ingest.repeatedBlocks("valley")).toEqual({ active: [], retired: keys });

      await send(store, range(100, 120), NOW + 2 * DAY);
      expect(await store.ingest.repeatedBlocks("valley")).toEqual({ active: keys, retired: [] });
    });

    it("is learnt of the last fifty articles, which are those to be drafted again", async () => {
      const store = await opened();
      await send(store, range(0, 70));
      const recent = await store.revisions.recent("valley");
      expect(recent.toSorted()).toEqual(
        range(0, 50)
          .map((n) => `valley/tag:${n}`)
          .toSorted(),
      );
      await send(store, [70], NOW + DAY);
      expect(await store.revisions.recent("valley")).toHaveLength(50);
      expect(await store.revisions.recent("valley")).toContain("valley/tag:70");
    });
  });

  describe("a request to draft articles again", () => {
    const DONE = { state: "done", answer: null } as const;

    it("is an order that is made when a block was learnt, and ends when it is done", async () => {
      const { revisions, orders, ...store } = await opened();
      expect(await revisions.wanted()).toEqual([]);
      await send({ revisions, orders, ...store }, range(0, 5));
      expect(await revisions.wanted()).toEqual([{ sourceId: "valley", extent: "recent" }]);
      const held = await orders.lease(["revise"], 1000);
      expect(held?.order).toEqual({ kind: "revise", sourceId: "valley", extent: "recent" });
      if (held) await orders.settle(held.lease, DONE);
      expect(await revisions.wanted()).toEqual([]);
    });

    it("is another one when the first is being carried out", async () => {
      const { revisions, orders, ...store } = await opened();
      await send({ revisions, orders, ...store }, range(0, 5));
      const held = await orders.lease(["revise"], 1000);
      await store.ingest.configure([{ ...VALLEY, categories: ["New"] }, HILL], NOW);
      if (held) await orders.settle(held.lease, DONE);
      expect(await revisions.wanted()).toEqual([{ sourceId: "valley", extent: "all" }]);
    });

    it("for all articles is not narrowed by one for the last", async () => {
      const store = await opened();
      await store.ingest.configure([{ ...VALLEY, categories: ["New"] }, HILL], NOW);
      await send(store, range(0, 5));
      expect(await store.revisions.wanted()).toEqual([{ sourceId: "valley", extent: "all" }]);
    });

    it("is not made by a source that is no longer configured", async () => {
      const store = await opened();
      await send(store, range(0, 5));
      await store.ingest.configure([HILL], NOW);
      expect(await store.revisions.wanted()).toEqual([]);
    });
  });

  describe("lines that an editor keeps", () => {
    const id = "valley/tag:1";

    it("come with the article, until they are taken back", async () => {
      const store = await opened();
      await send(store, [1]);
      await store.revisions.keepLines(id, [PROMPT, "Another"], NOW);
      await store.revisions.keepLines(id, [PROMPT], NOW + 1);
      const [article] = await store.revisions.received(ALL);
      expect(article?.keptLines.toSorted()).toEqual(["Another", PROMPT]);
      expect(await store.revisions.forgetKeptLines(id)).toBe(true);
      expect(await store.revisions.forgetKeptLines(id)).toBe(false);
      expect(await store.revisions.received(ALL)).toMatchObject([{ keptLines: [] }]);
    });

    it.each([
      [1, "were kept while its page was read", [PROMPT]],
      [0, "stayed the same", []],
    ])("have a completed article drafted again %i times when they %s", async (times, _, lines) => {
      const store = await opened();
      const draft = { ...prompted(1), wantsPage: true };
      await poll(store.ingest, { source: "valley", drafts: [draft] });
      const [job] = await dueJobs(store, NOW, 1);
      if (!job) throw new Error("nothing waits");
      await store.revisions.keepLines(id, lines, NOW);
      await complete(store, job, { ...draft, text: "All of it." });
      expect(await store.revisions.wanted()).toHaveLength(times);
    });

    it("have the article drafted again after a poll changed it, however old it is", async () => {
      const store = await opened();
      await send(store, [1]);
      await store.revisions.keepLines(id, [PROMPT], NOW);
      const drafts = range(100, 150).map((n) => aDraft({ key: `tag:${n}`, text: `Text ${n}` }));
      await poll(store.ingest, { source: "valley", drafts, now: NOW + DAY });
      expect(await store.revisions.wanted()).toEqual([]);
      const changed = {
        ...prompted(1),
        title: "Changed",
        itemHash: "changed",
        receivedHash: "changed",
      };
      await poll(store.ingest, { source: "valley", drafts: [changed], now: NOW + DAY });
      expect(await store.revisions.wanted()).toMatchObject([{ extent: "recent" }]);
      expect(await store.revisions.recent("valley")).toContain(id);
    });
  });
}
