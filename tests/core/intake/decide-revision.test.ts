import { describe, expect, it } from "vitest";
import type { ArticleDraft } from "../../../src/core/articles/article-draft.ts";
import {
  EMPTY_CONTEXT,
  type KnownArticle,
  type StoredContext,
} from "../../../src/core/articles/stored-context.ts";
import { decideIngest } from "../../../src/core/intake/decide-ingest.ts";
import { NO_CHANGES } from "../../../src/core/intake/ingest-intent.ts";
import { NO_FINGERPRINT } from "../../../src/core/similarity/fingerprint.ts";
import { aDraft, aKnownArticle, aRemote, DAY, NOW } from "../../support/builders.ts";
import { generateText, seeded } from "../../support/generated-texts.ts";
import { READABLE_IDS } from "../../support/known-model.ts";

const ID = `valley/${aDraft().key}`;
const WORDS = generateText(seeded(1), 200).split(" ");
const TEXT = WORDS.join(" ");
const without = (count: number): string => WORDS.slice(count).join(" ");
const textFields = (text: string) => {
  const { contentHash, textHash, fingerprint } = aDraft({ text });
  return { contentHash, textHash, fingerprint };
};

const stored = (overrides: Partial<KnownArticle> = {}): KnownArticle =>
  aKnownArticle({ id: ID, clusterId: ID, ...textFields(TEXT), ...overrides });

/** Articles in one cluster, the first of them its lead. */
function knowing(...articles: readonly KnownArticle[]): StoredContext {
  const cluster = {
    ...{ id: ID, entryId: "entry", founderId: ID, leadId: articles[0]?.id ?? null },
    ...{ enteredAt: NOW, isWithdrawn: false },
    members: new Map(
      articles.map(({ id }, index) => [
        id,
        index === 0 ? { rule: "lead" as const } : { rule: "exact" as const, tokens: 200 },
      ]),
    ),
  };
  return {
    ...EMPTY_CONTEXT,
    articles: new Map(articles.map((article) => [article.id, article])),
    byKey: new Map(articles.map((article) => [article.key, article.id])),
    clusters: new Map([[ID, cluster]]),
  };
}

const revise = (overrides: Partial<ArticleDraft>, known: StoredContext = knowing(stored())) =>
  decideIngest(
    {
      mode: "revise",
      source: { definition: aRemote(), firstIngestAt: 1 },
      drafts: [aDraft({ text: TEXT, ...overrides })],
      ids: READABLE_IDS,
      now: NOW,
    },
    known,
  );

describe("an article that is drafted again", () => {
  it("is left alone when nothing changed", () => {
    const known = knowing(stored({ receivedHash: aDraft({ text: TEXT }).receivedHash }));
    expect(revise({}, known)).toEqual({
      ...NO_CHANGES,
      counts: { ...NO_CHANGES.counts, unchanged: 1 },
    });
  });

  it.each<[string, Partial<ArticleDraft>, Partial<KnownArticle>, boolean]>([
    ["another title", { title: "Another" }, {}, true],
    ["a twentieth of its words less", { text: without(10) }, {}, true],
    ["fewer words less", { text: without(9) }, {}, false],
    ["other words instead", { text: `${without(10)} ${"neu ".repeat(10)}` }, {}, true],
    [
      "the same words in another order",
      { text: `${without(10)} ${WORDS.slice(0, 10).join(" ")}` },
      {},
      false,
    ],
    ["other categories", { categories: ["Local"] }, {}, false],
    [
      "another title, of one that readers have not seen",
      { title: "Another" },
      { heldUntil: NOW },
      false,
    ],
    [
      "much less, of one that is too old to be compared",
      { text: TEXT, textHash: "x", tokenCount: 150, contentHash: "x" },
      { fingerprint: NO_FINGERPRINT },
      true,
    ],
    [
      "a little less, of one that is too old to be compared",
      { text: TEXT, textHash: "x", tokenCount: 195, contentHash: "x" },
      { fingerprint: NO_FINGERPRINT },
      false,
    ],
  ])("with %s", (_what, overrides, known, isNews) => {
    const { updates, counts, clusters } = revise(overrides, knowing(stored(known)));
    expect(updates).toMatchObject([{ id: ID, updatedAt: isNews ? NOW : null }]);
    expect(counts).toEqual({
      new: 0,
      merged: 0,
      updated: Number(isNews),
      unchanged: Number(!isNews),
    });
    expect(clusters).toEqual([]);
  });

  it("keeps its dates, whatever the draft says, and its hold", () => {
    const before = stored({ publishedAt: 5, comparedAt: 6, heldUntil: NOW + DAY });
    const { updates } = revise({ text: "Another.", publishedAt: NOW }, knowing(before));
    expect(updates).toMatchObject([{ publishedAt: 5, comparedAt: 6, heldUntil: NOW + DAY }]);
  });

  it.each([
    ["has changed since it was read", { ...knowing(stored()), stale: new Set([ID]) }],
    ["is not stored", EMPTY_CONTEXT],
  ])("is left alone when it %s", (_what, known) => {
    expect(revise({ title: "Another" }, known)).toMatchObject({ updates: [], clusters: [] });
  });

  it("that is too old to be compared is not compared from now on", () => {
    const old = knowing(stored({ fingerprint: NO_FINGERPRINT }));
    expect(revise({ text: without(50) }, old).updates).toMatchObject([{ isNewText: false }]);
    expect(revise({ text: without(50) }).updates).toMatchObject([{ isNewText: true }]);
  });
});

describe("the lead of a cluster", () => {
  const copy = stored({ id: "hill/1", key: "1", sourceId: "hill", firstPublishedAt: NOW });

  it("is elected anew when the rights of a member changed", () => {
    const { clusters } = revise({ republish: "link" }, knowing(stored(), copy));
    expect(clusters).toMatchObject([{ id: ID, entryId: "entry", leadId: "hill/1", isNew: false }]);
    expect([...(clusters[0]?.members ?? [])]).toEqual([
      ["hill/1", { rule: "lead" }],
      [ID, { rule: "exact", tokens: 200 }],
    ]);
  });

  it("is elected anew when its text became a summary", () => {
    const { clusters } = revise({ isSummaryOnly: true, text: "Short." }, knowing(stored(), copy));
    expect(clusters).toMatchObject([{ id: ID, leadId: "hill/1" }]);
  });

  it("stays when its text became another", () => {
    expect(revise({ text: "Short." }, knowing(stored(), copy)).clusters).toEqual([]);
  });
});
