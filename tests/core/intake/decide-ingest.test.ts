import fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { ArticleDraft } from "../../../src/core/articles/article-draft.ts";
import { EMPTY_CONTEXT, type StoredContext } from "../../../src/core/articles/stored-context.ts";
import { decideIngest } from "../../../src/core/intake/decide-ingest.ts";
import { NO_CHANGES } from "../../../src/core/intake/ingest-intent.ts";
import { lookupFor } from "../../../src/core/intake/ingest-lookup.ts";
import { addressOf } from "../../../src/core/urls/canonical-url.ts";
import { aDraft, aKnownArticle, aRemote, DAY, HOUR, NOW } from "../../support/builders.ts";
import { createKnownModel, READABLE_IDS } from "../../support/known-model.ts";

const decide = (
  drafts: readonly ArticleDraft[],
  known: StoredContext,
  firstIngestAt: number | null = 1,
) =>
  decideIngest(
    {
      mode: "poll",
      source: { definition: aRemote(), firstIngestAt },
      drafts,
      ids: READABLE_IDS,
      now: NOW,
    },
    known,
  );

/** One stored article, in a cluster of its own, as the plain draft made it. */
function knowing(overrides: Parameters<typeof aKnownArticle>[0] = {}): StoredContext {
  const id = `valley/${aDraft().key}`;
  const article = aKnownArticle({ id, clusterId: id, ...overrides });
  const cluster = {
    id,
    entryId: article.key,
    founderId: id,
    isWithdrawn: false,
    leadId: id,
    enteredAt: article.enteredAt,
    members: new Map([[id, { rule: "exact" as const, tokens: article.tokenCount }]]),
  };
  return {
    ...EMPTY_CONTEXT,
    articles: new Map([[id, article]]),
    byKey: new Map([[article.key, id]]),
    clusters: new Map([[id, cluster]]),
    takenEntryIds: new Set([cluster.entryId]),
  };
}

describe("a new article", () => {
  it.each<
    [string, Partial<ArticleDraft>, number | null, { publishedAt: number; enteredAt: number }]
  >([
    [
      "enters now when it comes late",
      { publishedAt: NOW - DAY },
      1,
      { publishedAt: NOW - DAY, enteredAt: NOW },
    ],
    [
      "of a new source enters where it belongs",
      { publishedAt: NOW - DAY },
      null,
      { publishedAt: NOW - DAY, enteredAt: NOW - DAY },
    ],
    [
      "with a date in the future is of today",
      { publishedAt: NOW + DAY },
      1,
      { publishedAt: NOW, enteredAt: NOW },
    ],
    [
      "of a new source in the future is of today",
      { publishedAt: NOW + DAY },
      null,
      { publishedAt: NOW, enteredAt: NOW },
    ],
    [
      "without a date is of the day we saw it",
      { publishedAt: null },
      null,
      { publishedAt: NOW, enteredAt: NOW },
    ],
  ])("%s", (_what, overrides, firstIngestAt, expected) => {
    const { inserts, counts } = decide([aDraft(overrides)], EMPTY_CONTEXT, firstIngestAt);
    expect(inserts).toMatchObject([{ ...expected, receivedAt: NOW, sourceId: "valley" }]);
    expect(counts).toEqual({ new: 1, updated: 0, unchanged: 0, merged: 0 });
  });

  it("keeps its place among those that arrive with it", () => {
    const texts = ["a", "b", "c"].map((key) =>
      aDraft({ key, textHash: key, tokenCount: 0, publishedAt: key === "c" ? NOW - DAY : null }),
    );
    const { inserts } = decide(texts, EMPTY_CONTEXT, 1);
    const newestFirst = inserts.toSorted((a, b) => b.enteredAt - a.enteredAt);
    expect(newestFirst.map(({ draft, enteredAt }) => [draft.key, enteredAt])).toEqual([
      ["a", NOW],
      ["b", NOW - 1],
      ["c", NOW - 2],
    ]);
  });

  it("counts once when a document repeats it, as the document has it first", () => {
    const { inserts, counts } = decide(
      [aDraft({ title: "Newest" }), aDraft({ title: "Older" })],
      EMPTY_CONTEXT,
    );
    expect(inserts.map(({ draft }) => draft.title)).toEqual(["Newest"]);
    expect(counts).toEqual({ new: 1, updated: 0, unchanged: 1, merged: 0 });
  });

  it("is merged with an article of the same document that carries the same text", () => {
    const { clusters, counts } = decide([aDraft(), aDraft({ key: "tag:2" })], EMPTY_CONTEXT);
    expect(counts).toMatchObject({ new: 2, merged: 1 });
    expect(clusters).toHaveLength(1);
  });
});

describe("a known article", () => {
  it("that did not change is not touched", () => {
    expect(decide([aDraft()], knowing())).toEqual({
      ...NO_CHANGES,
      counts: { new: 0, updated: 0, unchanged: 1, merged: 0 },
    });
  });

  it.each<[string, Partial<ArticleDraft>]>([
    ["another title", { title: "The bridge is closed again" }],
    ["another text", { text: "It was a mistake." }],
  ])("with %s is updated now", (_what, overrides) => {
    const { updates, counts } = decide([aDraft(overrides)], knowing());
    expect(updates).toMatchObject([{ updatedAt: NOW, publishedAt: NOW - HOUR }]);
    expect(counts).toMatchObject({ updated: 1, unchanged: 0 });
  });

  it("whose other fields changed is stored, and is no update to readers", () => {
    const { updates, counts } = decide([aDraft({ categories: ["Local"] })], knowing());
    expect(updates).toMatchObject([{ updatedAt: null }]);
    expect(counts).toMatchObject({ updated: 0, unchanged: 1 });
  });

  it.each([
    ["is re-dated as the publisher says", NOW - DAY, NOW - DAY],
    ["is never dated later than it came", NOW + DAY, NOW - HOUR],
  ])("%s", (_what, publishedAt, expected) => {
    const { updates } = decide([aDraft({ publishedAt })], knowing());
    expect(updates).toMatchObject([{ publishedAt: expected, updatedAt: null }]);
  });

  it("keeps its date when the publisher no longer gives one", () => {
    const { updates } = decide([aDraft({ publishedAt: null, title: "New" })], knowing());
    expect(updates).toMatchObject([{ publishedAt: NOW - HOUR }]);
  });

  it("keeps a derived date: the time of a file is no news", () => {
    const file = { derived: ["publishedAt" as const], publishedAt: NOW - 3 * HOUR };
    const { metadataHash } = aDraft(file);
    const known = knowing({ metadataHash });
    expect(decide([aDraft({ ...file, publishedAt: NOW })], known).updates).toEqual([]);
    const edited = aDraft({ ...file, publishedAt: NOW, text: "An edited file." });
    expect(decide([edited], known).updates).toMatchObject([{ publishedAt: NOW - HOUR }]);
  });

  it("never changes its place among the entries", () => {
    const { clusters } = decide([aDraft({ publishedAt: NOW - 9 * DAY, title: "New" })], knowing());
    expect(clusters.map(({ enteredAt }) => enteredAt)).toEqual([NOW - HOUR]);
  });
});

describe("a decision", () => {
  const drafts = fc.array(
    fc.record({
      key: fc.constantFrom("tag:a", "tag:b", "tag:c", "tag:d"),
      text: fc.constantFrom("one", "two", "three"),
      title: fc.constantFrom("first", "second"),
      publishedAt: fc.option(fc.integer({ min: NOW - 30 * DAY, max: NOW + 30 * DAY })),
    }),
    { maxLength: 6 },
  );
  const polls = fc.array(
    fc.record({
      sourceId: fc.constantFrom("x", "y", "z"),
      drafts: drafts.map((l) => l.map(aDraft)),
    }),
    { minLength: 1, maxLength: 6 },
  );

  it("changes nothing when the same drafts come again", () => {
    fc.assert(
      fc.property(polls, (list) => {
        const model = createKnownModel();
        for (const poll of list) model.ingest({ ...poll, now: NOW });
        const last = list.at(-1);
        if (!last) return;
        const again = model.ingest({ ...last, now: NOW + DAY });
        expect(again).toMatchObject({ inserts: [], updates: [], clusters: [] });
        expect(again.counts.unchanged).toBe(last.drafts.length);
      }),
    );
  });

  it("counts every draft once and dates nothing in the future", () => {
    fc.assert(
      fc.property(polls, (list) => {
        const model = createKnownModel();
        for (const poll of list) {
          const { counts, inserts, updates } = model.ingest({ ...poll, now: NOW });
          expect(counts.new + counts.updated + counts.unchanged).toBe(poll.drafts.length);
          expect(counts.merged).toBeLessThanOrEqual(counts.new);
          for (const { publishedAt } of [...inserts, ...updates]) {
            expect(publishedAt).toBeLessThanOrEqual(NOW);
          }
        }
      }),
    );
  });

  it("changes nothing for an item that is what it was and is read otherwise by newer rules", () => {
    const { itemHash } = aKnownArticle();
    const draft = aDraft({ itemHash, text: "Less of a wrapper.", receivedHash: "by newer rules" });
    const { updates, counts } = decide([draft], knowing());
    expect(updates).toEqual([]);
    expect(counts).toMatchObject({ updated: 0, unchanged: 1 });
  });

  it.each<[string, Partial<ArticleDraft>, boolean]>([
    ["the same words", { contentHash: "another picture" }, false],
    ["a title that is cleaned now", { title: "The bridge is open again" }, false],
    ["another title", { title: "The bridge is closed" }, true],
    [
      "the fuller of its texts",
      { text: `${aDraft().text} The mayor cut a ribbon, and the band of the fire brigade played.` },
      false,
    ],
    [
      "other words",
      { text: "Nobody walks here any more, the county says, and nobody will." },
      true,
    ],
  ])("told by older rules, an item with %s in it is news: %s", (_, change, isUpdated) => {
    const title = "The\u200b bridge is o\u00adpen again ";
    const older = knowing({ rules: 0, contentHash: "by older rules", title });
    const { updates, counts } = decide([aDraft({ itemHash: "a counter ran", ...change })], older);
    expect(counts.updated).toBe(Number(isUpdated));
    expect(updates).toMatchObject([{ updatedAt: isUpdated ? NOW : null }]);
  });

  it("leaves what is known as it was", () => {
    const known = knowing();
    const before = structuredClone([...known.clusters.values()]);
    decide([aDraft({ text: "Changed." }), aDraft({ key: "tag:2" })], known);
    expect([...known.clusters.values()]).toEqual(before);
  });
});

/** The item is what it was. */
const AS_BEFORE = { receivedHash: aDraft().receivedHash };
const WAITING: Partial<ArticleDraft> = { wantsPage: true, isSummaryOnly: true };

describe("an article whose page is wanted", () => {
  const asked = { articleId: `valley/${aDraft().key}`, sourceId: "valley", url: aDraft().link };

  it("is stored at once and held back for ten minutes, with its page on the queue", () => {
    const { inserts, pageJobs } = decide([aDraft(WAITING)], EMPTY_CONTEXT);
    expect(inserts).toMatchObject([{ heldUntil: NOW + 600_000 }]);
    expect(pageJobs).toEqual([{ ...asked, mustFetch: true, changed: null, notBefore: NOW }]);
  });

  it.each<[string, Partial<ArticleDraft>]>([
    ["has no address", { ...WAITING, link: null }],
    ["has its text", { wantsPage: false }],
  ])("is not held back when it %s", (_what, overrides) => {
    const { inserts, pageJobs } = decide([aDraft(overrides)], EMPTY_CONTEXT);
    expect(inserts).toMatchObject([{ heldUntil: null }]);
    expect(pageJobs).toEqual([]);
  });

  it.each([
    ["that was never asked for is asked for, without a hold", false, 1],
    ["that was asked for is not asked for again", true, 0],
  ])("%s", (_what, hadPageJob, jobs) => {
    const { updates, pageJobs, counts } = decide([aDraft(WAITING)], knowing({ hadPageJob }));
    expect(updates).toEqual([]);
    expect(pageJobs).toHaveLength(jobs);
    expect(counts.unchanged).toBe(1);
  });

  it.each<[string, Partial<ArticleDraft>, number]>([
    ["another text", { text: "They closed it." }, 1],
    ["other categories", { categories: ["Local"] }, 0],
  ])("is replaced with %s as it stands, and its page asked for once a text", (_, change, jobs) => {
    const known = knowing({ hadPageJob: true });
    const { updates, pageJobs } = decide([aDraft({ ...WAITING, ...change })], known);
    expect(updates).toHaveLength(1);
    expect(pageJobs).toHaveLength(jobs);
  });

  it.each<[string, Partial<ArticleDraft>, number]>([
    ["waits when it was just asked for in vain", { text: "They closed it." }, NOW + 540_000],
    ["is asked for at once under another title", { title: "Closed" }, NOW],
  ])("that changed %s", (_what, change, notBefore) => {
    const visits = { fetchedAt: NOW - 60_000, quiet: 1 };
    const known = knowing({ hadPageJob: true, visits });
    const { pageJobs } = decide([aDraft({ ...WAITING, ...change })], known);
    expect(pageJobs).toMatchObject([{ mustFetch: true, notBefore }]);
  });

  it("is no news while it is held back", () => {
    const known = knowing({ heldUntil: NOW + HOUR });
    const { updates } = decide([aDraft({ ...WAITING, text: "They closed it." })], known);
    expect(updates).toMatchObject([{ updatedAt: null, heldUntil: NOW + HOUR }]);
  });
});

describe("a changed item of an article that is that of its page", () => {
  const known = knowing({
    isFromPage: true,
    hadPageJob: true,
    ...AS_BEFORE,
    contentHash: "of the page",
  });

  it.each<[string, Partial<ArticleDraft>, boolean, number]>([
    ["and fetches it for another text", { text: "They closed it." }, true, 1],
    ["and takes the one that is kept for other categories", { categories: ["x"] }, false, 0],
  ])("waits for that %s", (_what, change, mustFetch, updated) => {
    const draft = aDraft({ ...WAITING, ...change, raw: '{"item":1}' });
    const { raw, receivedHash, receivedMetadataHash } = draft;
    const intent = decide([draft], known);
    expect(intent).toMatchObject({ updates: [], clusters: [] });
    expect(intent.pageJobs).toMatchObject([
      { mustFetch, changed: { raw, receivedHash, receivedMetadataHash } },
    ]);
    expect(intent.counts).toMatchObject({ updated, unchanged: 1 - updated });
  });

  it("counts as unchanged while the page rests that was asked for in vain", () => {
    const visits = { fetchedAt: NOW, quiet: 1 };
    const resting = knowing({ ...AS_BEFORE, isFromPage: true, hadPageJob: true, visits });
    const { counts, pageJobs } = decide([aDraft({ ...WAITING, text: "An advert." })], resting);
    expect(counts).toMatchObject({ updated: 0, unchanged: 1 });
    expect(pageJobs).toMatchObject([{ notBefore: NOW + 600_000 }]);
  });

  it("replaces it when the item has the whole text now", () => {
    const { updates, pageJobs } = decide([aDraft({ text: "All of it." })], known);
    expect(updates).toMatchObject([{ updatedAt: NOW }]);
    expect(pageJobs).toEqual([]);
  });

  it("changes nothing when it was received just so", () => {
    expect(decide([aDraft(WAITING)], known)).toMatchObject({ updates: [], pageJobs: [] });
  });
});

describe("what the cleaner took out of a known article", () => {
  it("is no change of its item", () => {
    const known = knowing({ ...AS_BEFORE, contentHash: "without a repeated block" });
    expect(decide([aDraft()], known).updates).toEqual([]);
  });

  it("is no news when only that changed in the item", () => {
    const { updates } = decide([aDraft({ receivedHash: "with another advertisement" })], knowing());
    expect(updates).toMatchObject([{ updatedAt: null }]);
  });
});

describe("more metadata than before", () => {
  it("is stored, and compares no texts: the rules of today would move articles that say nothing new", () => {
    const draft = aDraft({ metadataHash: "more", receivedMetadataHash: "more" });
    const known = knowing({ address: addressOf(draft.canonicalUrl) });
    const { updates, clusters, counts } = decide([draft], known);
    expect(updates).toMatchObject([{ draft: { metadataHash: "more" }, updatedAt: null }]);
    expect(clusters).toEqual([]);
    expect(counts).toEqual({ new: 0, updated: 0, unchanged: 1, merged: 0 });
  });
});

describe("a completed article", () => {
  const completeWith = (draft: ArticleDraft, known: StoredContext) =>
    decideIngest(
      {
        mode: "complete",
        source: { definition: aRemote(), firstIngestAt: 1 },
        drafts: [draft],
        ids: READABLE_IDS,
        now: NOW,
      },
      known,
    );
  const whole = aDraft({ text: "All of the text.", isFromPage: true, wantsPage: true });

  it.each([
    ["is no news when it was held back", NOW + HOUR, null, 0],
    ["is news when readers have seen its summary", null, NOW, 1],
  ])("%s", (_what, heldUntil, updatedAt, updated) => {
    const intent = completeWith(whole, knowing({ heldUntil }));
    expect(intent.updates).toMatchObject([{ updatedAt, heldUntil: null, isNewText: true }]);
    expect(intent.counts).toMatchObject({ new: 0, updated });
    expect(intent.pageJobs).toEqual([]);
  });

  it("is no news when its page says the same", () => {
    const { updates, clusters } = completeWith(aDraft(WAITING), knowing());
    expect(updates).toMatchObject([{ updatedAt: null }]);
    expect(clusters).toEqual([]);
  });

  it("is compared again, with what it is now", () => {
    const known = knowing();
    const other = aKnownArticle({
      ...{ id: "hill/1", clusterId: "hill/1", sourceId: "hill", isOnOwnHost: true },
      ...{ textHash: whole.textHash, firstPublishedAt: 0 },
    });
    const cluster = { ...[...known.clusters.values()][0], id: "hill/1", founderId: "hill/1" };
    const { clusters } = completeWith(whole, {
      ...known,
      articles: new Map(known.articles).set("hill/1", other),
      clusters: new Map(known.clusters).set("hill/1", {
        ...cluster,
        ...{ entryId: "hill/1", leadId: "hill/1", enteredAt: 0, isWithdrawn: false },
        members: new Map([["hill/1", { rule: "lead" as const }]]),
      }),
    });
    expect(clusters.map(({ members }) => members.size).toSorted()).toEqual([0, 2]);
  });

  it("that is not stored is nothing", () => {
    expect(completeWith(whole, EMPTY_CONTEXT)).toMatchObject({ inserts: [], updates: [] });
  });
});

describe("lookupFor", () => {
  it("asks for keys, guids, and texts with what they are found by", () => {
    const drafts = [aDraft({ key: "tag:1" }), aDraft({ key: "tag:2", guid: null })];
    expect(lookupFor(drafts)).toEqual({
      keys: ["tag:1", "tag:2"],
      articleIds: [],
      recognised: [],
      guids: ["tag:1"],
      texts: drafts,
    });
  });
});
