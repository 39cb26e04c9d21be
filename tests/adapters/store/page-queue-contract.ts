import { describe, expect, it } from "vitest";
import type { ArticleDraft } from "../../../src/core/articles/article-draft.ts";
import { decideIngest } from "../../../src/core/intake/decide-ingest.ts";
import { NO_CHANGES } from "../../../src/core/intake/ingest-intent.ts";
import { lookupFor } from "../../../src/core/intake/ingest-lookup.ts";
import { LEASE_MS } from "../../../src/core/lease.ts";
import { NO_USAGE_HEADERS } from "../../../src/core/rights/usage-terms.ts";
import { aDraft, anItem, aRemote, DAY, HOUR, NOW } from "../../support/builders.ts";
import { generateText, seeded } from "../../support/generated-texts.ts";
import { READABLE_IDS } from "../../support/known-model.ts";
import {
  complete,
  dueJobs,
  type OpenedStore,
  type OpenStore,
  openWith,
  poll,
  sourceOf,
} from "./open-store.ts";

const VALLEY = aRemote({ id: "valley" });
const HILL = aRemote({ id: "hill", url: "https://hill.example/feed.xml" });
const TEN_MINUTES = 600_000;
const ID = `valley/${aDraft().key}`;
const PAGE = { url: "https://valley.example/bridge", html: "<p>1", headers: NO_USAGE_HEADERS };

const received = (title: string, page: typeof PAGE | null = null): string =>
  JSON.stringify({ item: anItem({ title }), documentUrl: null, siteUrl: null, derived: [], page });

const summary = (overrides: Partial<ArticleDraft> = {}): ArticleDraft =>
  aDraft({ wantsPage: true, isSummaryOnly: true, raw: received("One"), ...overrides });
const whole = (overrides: Partial<ArticleDraft> = {}): ArticleDraft =>
  summary({
    ...{ text: "All of the text that its page has.", isFromPage: true, isSummaryOnly: false },
    ...{ receivedHash: summary().receivedHash, raw: received("One", PAGE) },
    ...overrides,
  });

const send = (store: OpenedStore, draft: ArticleDraft, now = NOW) =>
  poll(store.ingest, { source: "valley", drafts: [draft], now });
const shown = async ({ publish }: OpenedStore) => {
  const [entry] = await publish.entries({ sources: [], after: null, limit: 10 });
  return entry?.article;
};

/** The promises of PageQueue, for any engine. */
export function pageQueueContract(open: OpenStore): void {
  const opened = () => openWith(open, [VALLEY, HILL]);

  /** A store with one article that waits for its page. */
  async function waiting() {
    const store = await opened();
    await send(store, summary());
    const [job] = await dueJobs(store, NOW, 10);
    if (!job) throw new Error("nothing waits");
    return { store, job };
  }

  /** A store with one article that was completed. */
  async function completed() {
    const { store, job } = await waiting();
    await complete(store, job, whole());
    return store;
  }

  describe("a page that is wanted", () => {
    it("is due at once, with what was received", async () => {
      const { store, job } = await waiting();
      expect(job).toEqual({
        ...{ articleId: ID, sourceId: "valley", key: aDraft().key },
        lease: { id: ID, token: expect.any(Number) },
        ...{ url: summary().link, attempts: 0 },
        ...{ raw: received("One"), keptLines: [], mustFetch: true },
      });
      expect(await store.pages.nextAt()).toBe(NOW);
    });

    it("is asked for once, however often its item comes", async () => {
      const { store, job } = await waiting();
      await complete(store, job, whole());
      await send(store, summary(), NOW + HOUR);
      expect(await dueJobs(store, NOW + HOUR, 10)).toEqual([]);
      expect(await store.pages.nextAt()).toBeNull();
    });

    it("is due before those of older articles, as many as are asked for", async () => {
      const store = await opened();
      for (const [index, key] of ["a", "b", "c"].entries()) {
        await send(store, summary({ key, text: key }), NOW + index * HOUR);
      }
      const due = await dueJobs(store, NOW + HOUR, 2);
      expect(due.map(({ articleId }) => articleId)).toEqual(["valley/b", "valley/a"]);
      expect(await dueJobs(store, NOW + DAY, 1)).toMatchObject([{ articleId: "valley/c" }]);
    });

    it("takes turns with the pages of other sources", async () => {
      const store = await opened();
      for (const key of ["a", "b", "c"]) await send(store, summary({ key, text: key }), NOW + HOUR);
      await poll(store.ingest, { source: "hill", drafts: [summary({ key: "d", text: "d" })] });
      const due = await store.pages.due(NOW + HOUR, 2);
      expect(due.map(({ articleId }) => articleId)).toEqual(["valley/b", "hill/d"]);
    });

    it.each([
      ["is paused", [{ ...VALLEY, paused: true }, HILL]],
      ["has left the configuration", [HILL]],
    ])("is not due while its source %s", async (_what, sources) => {
      const { store } = await waiting();
      await store.ingest.configure(sources, NOW);
      expect(await dueJobs(store, NOW, 10)).toEqual([]);
      expect(await store.pages.nextAt()).toBeNull();
      await store.ingest.configure([VALLEY, HILL], NOW);
      expect(await dueJobs(store, NOW, 10)).toHaveLength(1);
    });

    it("is stored together with its article, or neither is", async () => {
      const store = await opened();
      const source = await sourceOf(store.ingest, "valley");
      const drafts = [summary()];
      const record = { state: source, filesTried: new Map() };
      const failing = store.ingest.ingest(record, lookupFor(drafts), (known) => {
        const options = { mode: "poll" as const, source, drafts, ids: READABLE_IDS, now: NOW };
        const intent = decideIngest(options, known);
        const nowhere = { url: null as unknown as string };
        return { ...intent, pageJobs: intent.pageJobs.map((job) => ({ ...job, ...nowhere })) };
      });
      await expect(failing).rejects.toThrow();
      expect(await store.publish.clusters({ after: null, limit: 10 })).toEqual([]);
      expect((await send(store, summary())).counts).toMatchObject({ new: 1 });
      expect(await dueJobs(store, NOW, 10)).toHaveLength(1);
    });
  });

  describe("an article that waits for its page", () => {
    it("is stored and not shown", async () => {
      const { store } = await waiting();
      expect(await shown(store)).toBeUndefined();
      expect(await store.publish.article(ID)).toBeNull();
      const waits = await store.publish.article(ID, { withHeld: true });
      expect(waits).toMatchObject({ article: { id: ID } });
      const held = { sources: [], after: null, limit: 10, withHeld: true };
      expect(await store.publish.entries(held)).toMatchObject([{ article: { id: ID } }]);
      expect(await store.publish.clusters({ after: null, limit: 10 })).toHaveLength(1);
    });

    it("is shown with the text of its page, as of the day it came", async () => {
      const { store, job } = await waiting();
      const before = await store.publish.revision();
      await complete(store, job, whole({ provenance: { authors: "json-ld" } }), NOW + 1000);
      expect(await shown(store)).toMatchObject({
        ...{ id: ID, text: whole().text, updatedAt: NOW - HOUR },
        provenance: { authors: "json-ld" },
      });
      expect(await store.publish.revision()).toBeGreaterThan(before);
      expect(await dueJobs(store, NOW + DAY, 10)).toEqual([]);
    });

    it("is shown as it is after ten minutes", async () => {
      const { store } = await waiting();
      const before = await store.publish.revision();
      expect(await store.pages.release(NOW + TEN_MINUTES - 1)).toBe(0);
      expect(await shown(store)).toBeUndefined();
      expect(await store.publish.revision()).toBe(before);

      expect(await store.pages.release(NOW + TEN_MINUTES)).toBe(1);
      expect(await shown(store)).toMatchObject({ id: ID });
      expect(await store.publish.article(ID)).not.toBeNull();
      expect(await store.publish.revision()).toBeGreaterThan(before);
      expect(await store.pages.release(NOW + DAY)).toBe(0);
    });

    it("has news for its readers when the page comes later than that", async () => {
      const { store, job } = await waiting();
      await store.pages.release(NOW + TEN_MINUTES);
      await complete(store, job, whole(), NOW + HOUR);
      expect(await shown(store)).toMatchObject({ updatedAt: NOW + HOUR });
    });

    it("is shown as it is when its page may not be used, which is not tried again", async () => {
      const { store, job } = await waiting();
      const drafts = [summary()];
      const lookup = lookupFor(drafts);
      await store.pages.complete({ job, lookup, now: NOW, refused: "a paywall" }, () => NO_CHANGES);
      expect(await shown(store)).toMatchObject({ id: ID });
      expect(await dueJobs(store, NOW + DAY, 10)).toEqual([]);
    });

    it("is shown in part, and waits for another attempt to have the rest", async () => {
      const { store, job } = await waiting();
      const part = whole({ text: "The first page of its text.", isSummaryOnly: true });
      const retryAt = NOW + TEN_MINUTES;
      await complete(store, job, part, NOW, { refused: "the rest is missing", retryAt });
      expect(await shown(store)).toMatchObject({ id: ID, text: part.text });
      expect(await store.pages.nextAt()).toBe(retryAt);
      const [again] = await dueJobs(store, retryAt, 10);
      expect(again).toMatchObject({ attempts: 1, mustFetch: true, raw: part.raw });
      if (again) await complete(store, again, whole(), retryAt);
      expect(await shown(store)).toMatchObject({ text: whole().text });
      expect(await store.pages.nextAt()).toBeNull();
    });

    it.each([
      ["stays hidden while it is tried again soon", NOW + 60_000, false],
      ["is shown when it is tried again later", NOW + HOUR, true],
      ["is shown when it is given up", null, true],
    ])("%s", async (_what, nextAt, isShown) => {
      const { store, job } = await waiting();
      await store.pages.fail(job, { reason: "503", nextAt }, NOW);
      expect((await shown(store))?.id).toBe(isShown ? ID : undefined);
      expect(await store.pages.nextAt()).toBe(nextAt);
      expect(await store.pages.claim(job.articleId, LEASE_MS, NOW)).toBeNull();
      expect(await dueJobs(store, NOW, 10)).toEqual([]);
      const later = await dueJobs(store, NOW + HOUR, 10);
      expect(later.map(({ attempts }) => attempts)).toEqual(nextAt === null ? [] : [1]);
    });

    it("shows no reader a copy that waits while another does not", async () => {
      const store = await opened();
      const copy = summary({ key: "tag:h", isOnOwnHost: true, isSummaryOnly: false });
      await poll(store.ingest, { source: "valley", drafts: [aDraft({ isOnOwnHost: false })] });
      const older = aDraft({ key: "tag:old", text: "Another.", publishedAt: NOW - DAY });
      await poll(store.ingest, { source: "hill", drafts: [older] });
      await poll(store.ingest, { source: "hill", drafts: [copy] });
      const [cluster] = await store.publish.clusters({ after: null, limit: 10 });
      expect(cluster?.members.find(({ sourceId }) => sourceId === "hill")?.why.rule).toBe("lead");
      expect(await shown(store)).toMatchObject({ id: ID });
      const ofHill = { sources: ["hill"], after: null, limit: 1 };
      expect(await store.publish.entries(ofHill)).toMatchObject([
        { article: { id: "hill/tag:old" } },
      ]);

      await store.pages.release(NOW + TEN_MINUTES);
      expect(await shown(store)).toMatchObject({ id: "hill/tag:h" });
      expect(await store.publish.entries(ofHill)).toMatchObject([
        { article: { id: "hill/tag:h" } },
      ]);
    });
  });

  describe("an item that changed after it was completed", () => {
    const corrected = summary({ title: "Corrected", raw: received("Two") });

    it("waits for its page with the one that is kept, and is stored with it", async () => {
      const store = await completed();
      const { counts } = await send(store, corrected, NOW + HOUR);
      expect(counts).toMatchObject({ updated: 1, unchanged: 0 });
      expect(await shown(store)).toMatchObject({ title: summary().title, text: whole().text });

      const again = await send(store, corrected, NOW + HOUR);
      expect(again.counts).toMatchObject({ updated: 0, unchanged: 1 });
      const [job] = await dueJobs(store, NOW + HOUR, 10);
      expect(job).toMatchObject({ raw: received("Two", PAGE), mustFetch: true });
      if (!job) return;

      const { receivedHash } = corrected;
      await complete(store, job, whole({ title: "Corrected", receivedHash }), NOW + HOUR);
      expect(await shown(store)).toMatchObject({ title: "Corrected", updatedAt: NOW + HOUR });
      expect((await send(store, corrected, NOW + DAY)).counts).toMatchObject({ unchanged: 1 });
      expect(await dueJobs(store, NOW + DAY, 10)).toEqual([]);
    });

    it("needs its page still when only its categories changed since", async () => {
      const store = await completed();
      await send(store, corrected);
      await send(store, { ...corrected, receivedMetadataHash: "other" });
      expect(await dueJobs(store, NOW, 10)).toMatchObject([{ mustFetch: true }]);
    });

    it("is asked for ever less often while its page brings nothing", async () => {
      const store = await completed();
      let now = NOW;
      const waits: number[] = [];
      for (const n of [1, 2, 3, 4]) {
        await send(store, summary({ text: `Advert ${n}`, raw: received(`Advert ${n}`) }), now);
        const at = (await store.pages.nextAt()) ?? now;
        waits.push(at - now);
        now = at;
        const [job] = await dueJobs(store, now, 10);
        if (!job) throw new Error("nothing waits");
        const receivedHash = summary({ text: `Advert ${n}` }).receivedHash;
        await complete(store, job, whole({ receivedHash }), now);
      }
      expect(waits).toEqual([0, TEN_MINUTES, 2 * TEN_MINUTES, 4 * TEN_MINUTES]);
    });

    it("does not come before its turn when only its categories change meanwhile", async () => {
      const store = await completed();
      await send(store, summary({ text: "Advert 1", raw: received("Two") }));
      const [job] = await dueJobs(store, NOW, 10);
      if (!job) throw new Error("nothing waits");
      await complete(
        store,
        job,
        whole({ receivedHash: summary({ text: "Advert 1" }).receivedHash }),
      );

      const advert = summary({ text: "Advert 2", raw: received("Three") });
      await send(store, advert);
      await send(store, { ...advert, itemHash: "other", receivedMetadataHash: "other" });
      expect(await dueJobs(store, NOW, 10)).toEqual([]);
      expect(await dueJobs(store, NOW + TEN_MINUTES, 10)).toHaveLength(1);
    });

    it("rests after a page that failed, however often it changes", async () => {
      const { store, job } = await waiting();
      await store.pages.fail(job, { reason: "500", nextAt: NOW + TEN_MINUTES }, NOW);
      await send(store, summary({ text: "Advert", raw: received("Two") }), NOW + 1);
      expect(await store.pages.nextAt()).toBe(NOW + TEN_MINUTES);
    });

    it("does with the page that is kept when only its categories changed", async () => {
      const store = await completed();
      await send(store, summary({ receivedMetadataHash: "other" }));
      expect(await dueJobs(store, NOW, 10)).toMatchObject([{ mustFetch: false }]);
    });

    it("makes a late page of what it was before do nothing", async () => {
      const store = await completed();
      await send(store, corrected);
      const [late] = await dueJobs(store, NOW, 10);
      await send(store, summary({ title: "Corrected again", raw: received("Three") }));
      if (!late) return;
      const before = await shown(store);
      const intent = await complete(store, late, whole({ title: "Corrected" }));
      expect(intent).toEqual(NO_CHANGES);
      await store.pages.fail(late, { reason: "404", nextAt: null }, NOW);
      expect(await shown(store)).toEqual(before);
      expect(await dueJobs(store, NOW, 10)).toMatchObject([{ raw: received("Three", PAGE) }]);
    });
  });

  describe("an item whose feed shows only the beginning of its text now", () => {
    const TEXT = generateText(seeded(1), 480);
    const long = aDraft({ text: TEXT, raw: received("One") });
    const raw = received("Corrected");
    const teaser = summary({ text: TEXT.split("\n\n")[0] ?? "", title: "Corrected", raw });

    it("waits to be drafted with the text that is kept, then for its page", async () => {
      const store = await opened();
      await send(store, long);
      await send(store, teaser, NOW + HOUR);
      const [job] = await dueJobs(store, NOW + HOUR, 10);
      if (!job) throw new Error("nothing waits");
      const { contentHtml, summaryHtml } = anItem();
      const formerText = { contentHtml, summaryHtml };
      expect(job).toMatchObject({ mustFetch: false });
      expect(JSON.parse(job.raw)).toEqual({ ...JSON.parse(raw), formerText });
      const { itemHash, receivedHash } = teaser;
      const drafted = { ...long, itemHash, receivedHash, raw: job.raw, wantsPage: true };
      await complete(store, job, { ...drafted, title: "Corrected" }, NOW + HOUR);
      expect(await shown(store)).toMatchObject({ title: "Corrected", text: TEXT });
      expect(await dueJobs(store, NOW + HOUR, 10)).toMatchObject([
        { mustFetch: true, raw: job.raw },
      ]);
      expect((await send(store, teaser, NOW + DAY)).counts).toMatchObject({ unchanged: 1 });
    });

    it("is overtaken by what the feed shows next", async () => {
      const store = await opened();
      await send(store, long);
      await send(store, teaser);
      const again = received("Whole again");
      await send(store, {
        ...long,
        title: "Whole again",
        itemHash: "again",
        receivedHash: "again",
        raw: again,
      });
      expect(await dueJobs(store, NOW, 10)).toMatchObject([{ raw: again }]);
    });
  });

  describe("an item that changed while its page was fetched", () => {
    it("makes that page do nothing, and has it fetched again", async () => {
      const { store, job } = await waiting();
      await send(store, summary({ title: "Corrected", raw: received("Two") }));
      expect(await complete(store, job, whole())).toEqual(NO_CHANGES);
      expect(await shown(store)).toBeUndefined();
      expect(await dueJobs(store, NOW, 10)).toMatchObject([{ raw: received("Two") }]);
    });
  });

  describe("a completion", () => {
    it("that fails leaves the job and the article as they were", async () => {
      const { store, job } = await waiting();
      const broken = whole({ raw: undefined as unknown as string });
      await expect(complete(store, job, broken)).rejects.toThrow();
      expect(await shown(store)).toBeUndefined();
      expect(await dueJobs(store, NOW, 10)).toEqual([{ ...job, lease: expect.anything() }]);
    });

    it("counts once", async () => {
      const { store, job } = await waiting();
      await complete(store, job, whole());
      expect(await complete(store, job, whole({ title: "Twice" }))).toEqual(NO_CHANGES);
    });
  });
}
