import { expect, it } from "vitest";
import type { ArticleDraft } from "../../../src/core/articles/article-draft.ts";
import { fingerprintOf } from "../../../src/core/similarity/fingerprint.ts";
import { compareArticles } from "../../../src/core/stories/compare-articles.ts";
import { decideHealing } from "../../../src/core/stories/healing.ts";
import { tokens, tokensByLine } from "../../../src/core/text/tokens.ts";
import { aDraft, NOW } from "../../support/builders.ts";
import { createKnownModel, type KnownModel, READABLE_IDS } from "../../support/known-model.ts";

const idOf = (sourceId: string): string => `${sourceId}/https://${sourceId}.example/1`;

/** Two lines with one other town may be one that was put right; with two they are two lines. */
const report = (from: string, to: string): Partial<ArticleDraft> => {
  const text = `Wegen einer Störung an einem Stellwerk ist die Bahnstrecke nach ${from} seit dem frühen Nachmittag gesperrt, wie das Unternehmen mitteilte. Züge aus der Gegenrichtung werden schon in ${to} gewendet. Ersatzbusse fahren, Reisende müssen deutlich mehr Zeit einplanen als sonst.`;
  const fingerprint = fingerprintOf(tokensByLine(text));
  return {
    title: "Verkehr am Abend",
    text,
    textHash: text,
    fingerprint,
    tokenCount: tokens(text).length,
  };
};

function arrive(model: KnownModel, sourceId: string, fields: Partial<ArticleDraft>): void {
  const key = `https://${sourceId}.example/1`;
  model.ingest({ sourceId, drafts: [aDraft({ key, canonicalUrl: key, ...fields })], now: NOW });
}

const leadOf = (model: KnownModel, sourceId: string): string | null | undefined => {
  const { articles, clusters } = model.known();
  return clusters.get(articles.get(idOf(sourceId))?.clusterId ?? "")?.leadId;
};

function desk(): KnownModel {
  const model = createKnownModel();
  arrive(model, "a", report("Velten", "Halmstadt"));
  arrive(model, "b", report("Velten", "Orsingen"));
  expect(leadOf(model, "b")).toBe(idOf("a"));
  return model;
}

it("reports of a form do not become one by steps", () => {
  const model = desk();
  arrive(model, "c", report("Drehfurt", "Orsingen"));
  expect(leadOf(model, "c")).toBe(idOf("c"));
});

it("whoever has the very text of a member joins", () => {
  const model = desk();
  arrive(model, "c", report("Velten", "Orsingen"));
  expect(leadOf(model, "c")).toBe(idOf("a"));
});

it("later passes do not join their clusters either, and the comparison says why", () => {
  const model = desk();
  arrive(model, "c", report("Drehfurt", "Orsingen"));
  const known = model.known();
  expect(decideHealing(known, ["a", "b", "c"].map(idOf), READABLE_IDS.fallbackEntryId)).toEqual([]);
  expect(compareArticles(known, idOf("b"), idOf("c"))).toMatchObject({
    judgement: { verdict: "same" },
    areInOneCluster: false,
    leadsDifferBy: "may-be-form",
  });
  expect(compareArticles(known, idOf("a"), idOf("c"))).toMatchObject({
    judgement: { verdict: "unproven", mayBeForm: true },
  });
});
