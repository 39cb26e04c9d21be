import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { decideIngest, lookupFor } from "../../src/core/decide-ingest.ts";
import { type Known, NOTHING_KNOWN } from "../../src/core/known.ts";
import type { ArticleDraft } from "../../src/core/model.ts";
import { aDraft, aKnownArticle, aRemote, DAY, HOUR, NOW } from "../support/builders.ts";
import { createKnownModel, READABLE_IDS } from "../support/known-model.ts";

const decide = (drafts: readonly ArticleDraft[], known: Known, firstIngestAt: number | null = 1) =>
  decideIngest(
    { source: { definition: aRemote(), firstIngestAt }, drafts, ids: READABLE_IDS, now: NOW },
    known,
  );

/** One stored article, in a cluster of its own, as the plain draft made it. */
function knowing(overrides: Parameters<typeof aKnownArticle>[0] = {}): Known {
  const id = `valley/${aDraft().key}`;
  const article = aKnownArticle({ id, clusterId: id, ...overrides });
  const cluster = {
    id,
    entryId: article.key,
    founderId: id,
    leadId: id,
    enteredAt: article.enteredAt,
    members: new Map([[id, { rule: "exact" as const, tokens: article.tokenCount }]]),
  };
  return {
    articles: new Map([[id, article]]),
    clusters: new Map([[id, cluster]]),
    takenEntryIds: new Set([cluster.entryId]),
    blockClusters: new Map(),
    vetoes: new Set(),
    bonds: new Set(),
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
    const { inserts, counts } = decide([aDraft(overrides)], NOTHING_KNOWN, firstIngestAt);
    expect(inserts).toMatchObject([{ ...expected, receivedAt: NOW, sourceId: "valley" }]);
    expect(counts).toEqual({ new: 1, updated: 0, unchanged: 0, merged: 0 });
  });

  it("keeps its place among those that arrive with it", () => {
    const texts = ["a", "b", "c"].map((key) =>
      aDraft({ key, textHash: key, tokenCount: 0, publishedAt: key === "c" ? NOW - DAY : null }),
    );
    const { inserts } = decide(texts, NOTHING_KNOWN, 1);
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
      NOTHING_KNOWN,
    );
    expect(inserts.map(({ draft }) => draft.title)).toEqual(["Newest"]);
    expect(counts).toEqual({ new: 1, updated: 0, unchanged: 1, merged: 0 });
  });

  it("is merged with an article of the same document that carries the same text", () => {
    const { clusters, counts } = decide([aDraft(), aDraft({ key: "tag:2" })], NOTHING_KNOWN);
    expect(counts).toMatchObject({ new: 2, merged: 1 });
    expect(clusters).toHaveLength(1);
  });
});

describe("a known article", () => {
  it("that did not change is not touched", () => {
    expect(decide([aDraft()], knowing())).toEqual({
      inserts: [],
      sightings: [],
      updates: [],
      clusters: [],
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

  it("leaves what is known as it was", () => {
    const known = knowing();
    const before = structuredClone([...known.clusters.values()]);
    decide([aDraft({ text: "Changed." }), aDraft({ key: "tag:2" })], known);
    expect([...known.clusters.values()]).toEqual(before);
  });
});

describe("lookupFor", () => {
  it("asks for keys, guids, and texts with what they are found by", () => {
    const drafts = [aDraft({ key: "tag:1" }), aDraft({ key: "tag:2", guid: null })];
    expect(lookupFor(drafts)).toEqual({
      keys: ["tag:1", "tag:2"],
      guids: ["tag:1"],
      texts: drafts,
    });
  });
});
