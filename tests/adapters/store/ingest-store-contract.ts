import { describe, expect, it } from "vitest";
import type { ArticleDraft } from "../../../src/core/articles/article-draft.ts";
import type { StoredContext } from "../../../src/core/articles/stored-context.ts";
import type { PublishStore } from "../../../src/core/entries/publish-store.ts";
import { lookupFor } from "../../../src/core/intake/ingest-lookup.ts";
import { aDraft, anIdentity, anIntent, aRemote, DAY, HOUR, NOW } from "../../support/builders.ts";
import { type OpenStore, openWith, poll, sourceOf } from "./open-store.ts";

const VALLEY = aRemote({ id: "valley" });
const HILL = aRemote({ id: "hill", url: "https://hill.example/feed.xml" });
const AT_HILL = "https://hill.example/1";
const FRESH = { etag: '"fresh"', lastModified: null };

const clusters = (publish: PublishStore) => publish.clusters({ after: null, limit: 100 });

/** The promises of IngestStore, for any engine. */
export function ingestStoreContract(open: OpenStore): void {
  const opened = () => openWith(open, [VALLEY, HILL]);

  describe("ingest", () => {
    it("keeps articles and what the poll learned of its source", async () => {
      const { ingest, publish } = await opened();
      const intent = await poll(ingest, {
        source: "valley",
        drafts: [aDraft(), aDraft({ key: "https://valley.example/2", text: "Another text." })],
        state: { validators: FRESH, validatorsAt: NOW, nextPollAt: NOW + HOUR },
      });
      expect(intent.counts).toMatchObject({ new: 2, merged: 0 });
      expect(await clusters(publish)).toHaveLength(2);
      expect(await sourceOf(ingest, "valley")).toMatchObject({
        validators: FRESH,
        nextPollAt: NOW + HOUR,
      });
    });

    it("changes nothing when the same articles come again", async () => {
      const { ingest, publish } = await opened();
      const drafts = [aDraft(), aDraft({ key: "https://valley.example/2" })];
      await poll(ingest, { source: "valley", drafts });
      const before = await publish.entries({ sources: [], after: null, limit: 10 });
      const revision = await publish.revision();

      const again = await poll(ingest, { source: "valley", drafts, now: NOW + DAY });
      expect(again.counts).toEqual({ new: 0, updated: 0, unchanged: 2, merged: 0 });
      expect(await publish.entries({ sources: [], after: null, limit: 10 })).toEqual(before);
      expect(await publish.revision()).toBe(revision);
    });

    it("knows again all that it stored, field by field", async () => {
      const { ingest, publish } = await opened();
      const draft = aDraft({
        authors: [{ name: "Ada \u0000Weir", email: null, url: null }],
        categories: ["Örtliches", "__proto__"],
        image: { url: "https://valley.example/a.jpg", width: 3, height: 2, alt: "A", credit: null },
        enclosures: [{ url: "https://valley.example/a.mp3", type: "audio/mpeg", bytes: 1 }],
        commentsUrl: "https://valley.example/bridge#comments",
        rights: "© Valley",
        derived: ["language"],
        removed: [{ text: "Share this", rule: "share-label" }],
        republish: "excerpt",
      });
      await poll(ingest, { source: "valley", drafts: [draft] });
      const [entry] = await publish.entries({ sources: [], after: null, limit: 1 });
      const { title, text, contentHtml, summary, authors, categories, image, enclosures } = draft;
      const { commentsUrl, rights, derived, removed, republish, guid, link, canonicalUrl } = draft;
      expect(entry?.article).toMatchObject({
        ...{ title, text, contentHtml, summary, authors, categories, image, enclosures },
        ...{ commentsUrl, rights, derived, removed, republish, guid, link, canonicalUrl },
        ...{ publishedAt: NOW - HOUR, updatedAt: NOW - HOUR, receivedAt: NOW },
      });
    });

    it("writes nothing at all when the decision fails", async () => {
      const { ingest, publish } = await opened();
      const source = await sourceOf(ingest, "valley");
      const state = { ...source, validators: FRESH };
      const failing = ingest.ingest({ state, filesTried: new Map() }, lookupFor([]), () => {
        throw new Error("no decision");
      });
      await expect(failing).rejects.toThrow("no decision");
      expect(await sourceOf(ingest, "valley")).toEqual(source);
      expect(await publish.revision()).toBe(0);
      await poll(ingest, { source: "valley", drafts: [aDraft()] });
    });

    it("keeps neither validators nor half of the articles when a write fails", async () => {
      const { ingest, publish } = await opened();
      const { inserts } = await poll(ingest, { source: "valley", drafts: [aDraft()] });
      const source = await sourceOf(ingest, "valley");
      const [known] = inserts;
      if (!known) throw new Error("nothing was inserted");
      const fresh = { ...known, id: "fresh", draft: aDraft({ key: "tag:fresh" }) };
      const failing = ingest.ingest(
        { state: { ...source, validators: FRESH }, filesTried: new Map() },
        lookupFor([]),
        () => anIntent({ inserts: [fresh, known] }),
      );
      await expect(failing).rejects.toThrow();
      expect(await sourceOf(ingest, "valley")).toEqual(source);
      expect(await publish.article("fresh")).toBeNull();
    });

    it("shows a decision what it asked for and nothing else", async () => {
      const { ingest } = await opened();
      const text = "The text that both carry.";
      await poll(ingest, {
        source: "valley",
        drafts: [
          aDraft({ key: "https://valley.example/1", text }),
          aDraft({ key: "https://valley.example/2", text: "Something else." }),
        ],
      });
      const state = await sourceOf(ingest, "hill");
      const lookup = lookupFor([
        aDraft({ key: "https://valley.example/2", text, guid: "https://valley.example/2" }),
      ]);
      let seen: StoredContext | null = null;
      await ingest.ingest({ state, filesTried: new Map() }, lookup, (known) => {
        seen = known;
        return anIntent();
      });
      const known = seen as unknown as StoredContext;
      expect([...known.articles.keys()]).toEqual(["valley/https://valley.example/1"]);
      expect([...known.clusters.keys()]).toEqual(["valley/https://valley.example/1"]);
      expect([...known.takenEntryIds].toSorted()).toEqual([
        "https://valley.example/1",
        "https://valley.example/2",
      ]);
    });

    it("looks at a bounded number of articles with one text", async () => {
      const { ingest } = await opened();
      const text = "A notice that comes again and again, every week of the year, in every paper.";
      const drafts = Array.from({ length: 100 }, (_, week) =>
        aDraft({ key: `tag:${week}`, text, tokenCount: 60, publishedAt: NOW - week * 7 * DAY }),
      );
      await poll(ingest, { source: "valley", drafts });
      const state = await sourceOf(ingest, "hill");
      let seen = 0;
      await ingest.ingest(
        { state, filesTried: new Map() },
        lookupFor([aDraft({ text })]),
        (known) => {
          seen = known.articles.size;
          return anIntent();
        },
      );
      expect(seen).toBe(60);
    });

    it("takes a thousand articles at once", async () => {
      const { ingest, publish } = await opened();
      const drafts = Array.from({ length: 1000 }, (_, n) =>
        aDraft({ key: `tag:${n}`, text: `Text ${n}` }),
      );
      await poll(ingest, { source: "valley", drafts });
      const again = await poll(ingest, { source: "valley", drafts });
      expect(again.counts.unchanged).toBe(1000);
      expect(await publish.clusters({ after: null, limit: 2000 })).toHaveLength(1000);
    });
  });

  describe("what a document listed", () => {
    const stamp = { hash: "a", publishedAt: NOW - DAY, updatedAt: null };
    const document = { around: null, shared: [] };
    const entry = { stamp, written: null, found: { draft: 0 } };
    const readNew = { ...document, entries: [entry], token: null };

    /** The valley's first document, and its one item as it is recognised. */
    async function listed() {
      const { ingest, publish } = await opened();
      const drafts = [aDraft({ publishedAt: NOW - DAY })];
      await poll(ingest, { source: "valley", drafts, listing: readNew });
      const last = await ingest.lastListing("valley");
      const [item] = last?.listing.items ?? [];
      if (!last || !item) throw new Error("nothing is listed");
      return { ingest, publish, last, item };
    }

    it("is kept with the articles that its items are", async () => {
      const { ingest, item } = await listed();
      expect(item).toMatchObject({
        ...stamp,
        articleId: `valley/${aDraft().key}`,
        receivedAt: NOW,
      });
      expect(await ingest.lastListing("hill")).toBeNull();
    });

    it("is forgotten where other pages were wanted meanwhile: those that waited are asked for again", async () => {
      const { ingest, last } = await listed();
      const definition = (await sourceOf(ingest, "valley")).definition;
      if (definition.kind !== "remote") throw new Error("the valley is not remote");
      await ingest.configure([definition], NOW);
      expect(await ingest.lastListing("valley")).toEqual(last);
      const other = definition.fullText === "never" ? "always" : "never";
      await ingest.configure([{ ...definition, fullText: other }], NOW);
      await ingest.configure([definition], NOW);
      expect(await ingest.lastListing("valley")).toBeNull();
    });

    it("gives a recognised item its new date, and changes nothing that readers see", async () => {
      const { ingest, publish, last, item } = await listed();
      const [before] = await publish.entries({ sources: [], after: null, limit: 10 });
      const revision = await publish.revision();
      const moved = { ...stamp, publishedAt: NOW - HOUR };
      const entries = [{ stamp: moved, written: null, found: { listed: item } }];
      const listing = { ...document, entries, token: last.token };
      const intent = await poll(ingest, { source: "valley", drafts: [], listing });
      expect(intent.redated).toEqual([{ id: item.articleId, publishedAt: NOW - HOUR }]);
      const [after] = await publish.entries({ sources: [], after: null, limit: 10 });
      expect(after?.article.publishedAt).toBe(NOW - HOUR);
      expect(after?.publishedAt).toBe(before?.publishedAt);
      expect(await publish.revision()).toBe(revision);
    });

    it("gives an item its former date again that moved alone, and is drafted when it is back", async () => {
      const { ingest, publish, last, item } = await listed();
      const moved = { ...stamp, publishedAt: NOW - HOUR };
      const entries = [{ stamp: moved, written: null, found: { listed: item } }];
      const listing = { ...document, entries, token: last.token };
      await poll(ingest, { source: "valley", drafts: [], listing });
      const drafts = [aDraft({ publishedAt: NOW - DAY })];
      await poll(ingest, { source: "valley", drafts, listing: readNew });
      const [entry] = await publish.entries({ sources: [], after: null, limit: 10 });
      expect(entry?.article.publishedAt).toBe(NOW - DAY);
    });

    it("must be the stored one: else nothing is decided, and the poll goes on", async () => {
      const { ingest, last, item } = await listed();
      const moved = { ...stamp, publishedAt: NOW };
      const entries = [{ stamp: moved, written: null, found: { listed: item } }];
      const listing = { ...document, entries, token: last.token - 1 };
      const intent = await poll(ingest, { source: "valley", drafts: [], listing });
      expect(intent).toMatchObject({ wantsWhole: true, redated: [] });
      expect(await ingest.lastListing("valley")).toEqual(last);
      expect(await ingest.claim({ id: "valley", isWanted: () => true, forMs: HOUR })).toMatchObject(
        {
          lease: { id: "valley" },
        },
      );
    });
  });

  describe("an article that its publisher calls otherwise", () => {
    const called = (guid: string, n: number): ArticleDraft =>
      aDraft({ key: guid, title: `Story ${n}`, text: `Text ${n}.`, link: AT_HILL + n });

    it("goes on under the new key, and readers see nothing of it", async () => {
      const { ingest, publish } = await opened();
      await poll(ingest, { source: "valley", drafts: [called("a", 1), called("b", 2)] });
      const revision = await publish.revision();
      const drafts = [called("c", 1), called("d", 2)];
      const { rekeyed } = await poll(ingest, { source: "valley", drafts });
      expect(rekeyed.map(({ id, key }) => [id, key]).toSorted()).toEqual([
        ["valley/a", "c"],
        ["valley/b", "d"],
      ]);
      expect(await publish.revision()).toBe(revision);
      const again = await poll(ingest, { source: "valley", drafts });
      expect(again).toMatchObject({ rekeyed: [], counts: { unchanged: 2 } });
    });

    it("leaves its id to none that has its former key", async () => {
      const { ingest, publish } = await opened();
      await poll(ingest, { source: "valley", drafts: [called("a", 1)] });
      await poll(ingest, { source: "valley", drafts: [called("b", 1)] });
      const { counts } = await poll(ingest, {
        source: "valley",
        drafts: [called("b", 1), called("a", 2)],
      });
      expect(counts.new).toBe(1);
      const entries = await publish.entries({ sources: [], after: null, limit: 10 });
      expect(new Set(entries.map(({ entryId }) => entryId)).size).toBe(2);
    });

    it("keeps for ever that a name is everybody's", async () => {
      const { ingest } = await opened();
      const under = (n: number): ArticleDraft => {
        const identity = anIdentity({ guid: "0", content: `content ${n}` });
        return aDraft({ key: "0", identity, title: `Story ${n}`, text: `Text ${n}.` });
      };
      const first = await poll(ingest, { source: "valley", drafts: [under(1), under(2)] });
      expect(first).toMatchObject({ weakNames: { guids: ["0"] }, counts: { new: 2 } });
      const next = await poll(ingest, { source: "valley", drafts: [under(3)] });
      expect(next).toMatchObject({ weakNames: { guids: [] }, counts: { new: 1 } });
    });
  });

  describe("clusters", () => {
    it("join one text of two sources under the id that it had first", async () => {
      const { ingest, publish } = await opened();
      await poll(ingest, { source: "valley", drafts: [aDraft({ isOnOwnHost: false })] });
      await poll(ingest, { source: "hill", drafts: [aDraft({ key: AT_HILL })] });
      const [entry, ...others] = await publish.entries({ sources: [], after: null, limit: 10 });
      expect(others).toEqual([]);
      expect(entry).toMatchObject({
        entryId: aDraft().key,
        article: { source: { id: "hill" } },
        copies: [{ source: { id: "valley" }, why: { rule: "exact", tokens: 200 } }],
      });
    });

    it("keep their id when the lead leaves, and take back who founded them", async () => {
      const { ingest, publish } = await opened();
      const atValley = (text?: string) =>
        poll(ingest, {
          source: "valley",
          drafts: [aDraft({ isOnOwnHost: false, ...(text === undefined ? {} : { text }) })],
        });
      await atValley("Valley alone.");
      await poll(ingest, { source: "hill", drafts: [aDraft({ key: AT_HILL })] });
      await atValley();
      const merged = await clusters(publish);
      expect(merged).toMatchObject([{ id: `hill/${AT_HILL}`, members: [{}, {}] }]);

      await atValley("Valley alone again.");
      const entries = await publish.entries({ sources: [], after: null, limit: 10 });
      const ids = entries.map(({ entryId, article }) => [article.source.id, entryId]);
      expect(ids.toSorted()).toEqual([
        ["hill", AT_HILL],
        ["valley", aDraft().key],
      ]);
    });

    it("that stand empty are not published, and their article is found in the other", async () => {
      const { ingest, publish } = await opened();
      await poll(ingest, { source: "valley", drafts: [aDraft({ text: "Valley alone." })] });
      await poll(ingest, { source: "hill", drafts: [aDraft({ key: AT_HILL })] });
      await poll(ingest, { source: "valley", drafts: [aDraft()] });
      expect(await clusters(publish)).toHaveLength(1);
      expect(await publish.article(`valley/${aDraft().key}`)).toMatchObject({
        clusterId: `hill/${AT_HILL}`,
        article: { source: { id: "valley" } },
        copies: [{ source: { id: "hill" }, why: expect.anything() }],
      });
    });

    it("raise the revision when an article of theirs changes", async () => {
      const { ingest, publish } = await opened();
      await poll(ingest, { source: "valley", drafts: [aDraft()] });
      const before = await publish.revision();
      await poll(ingest, { source: "valley", drafts: [aDraft({ categories: ["Local"] })] });
      expect(await publish.revision()).toBeGreaterThan(before);
    });
  });

  describe("an update", () => {
    it("is stored with the time when it was seen", async () => {
      const { ingest, publish } = await opened();
      await poll(ingest, { source: "valley", drafts: [aDraft()] });
      const drafts = [aDraft({ title: "Closed again", contentHtml: "<p>New</p>" })];
      await poll(ingest, { source: "valley", drafts, now: NOW + DAY });
      const [entry] = await publish.entries({ sources: [], after: null, limit: 10 });
      expect(entry?.article).toMatchObject({
        title: "Closed again",
        contentHtml: "<p>New</p>",
        updatedAt: NOW + DAY,
        receivedAt: NOW,
      });
    });

    it("of what readers do not see keeps the time of the last one that they did", async () => {
      const { ingest, publish } = await opened();
      await poll(ingest, { source: "valley", drafts: [aDraft()] });
      const drafts = [aDraft({ categories: ["Local"] })];
      await poll(ingest, { source: "valley", drafts, now: NOW + DAY });
      const [entry] = await publish.entries({ sources: [], after: null, limit: 10 });
      expect(entry?.article).toMatchObject({ categories: ["Local"], updatedAt: NOW - HOUR });
    });
  });
}
