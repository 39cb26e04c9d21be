import { expect, it } from "vitest";
import type { KnownArticle, StoredContext } from "../../../src/core/articles/stored-context.ts";
import { fingerprintOf } from "../../../src/core/similarity/fingerprint.ts";
import { startClustering } from "../../../src/core/stories/clustering.ts";
import { tokens, tokensByLine } from "../../../src/core/text/tokens.ts";
import { aDraft, NOW } from "../../support/builders.ts";
import { generateText, seeded } from "../../support/generated-texts.ts";
import { createKnownModel, READABLE_IDS } from "../../support/known-model.ts";

const idOf = (source: string): string => `${source}/https://${source}.example/1`;
const WORDS = generateText(seeded(1), 90).replaceAll(/\d+/g, "");
const form = (figures: readonly number[]): string => `${WORDS} ${figures.join(" and ")} in Velten`;
const FIRST = form([12, 410, 77]);
const SECOND = form([31, 520, 68]);

/** Article `b` under a text and rules; what finds equal texts is its text hash. */
const withText = (article: KnownArticle, text: string, rules: number): KnownArticle => ({
  ...article,
  ...{ rules, textHash: text, tokenCount: tokens(text).length },
  fingerprint: fingerprintOf(tokensByLine(text)),
});

/** Articles `a` and `b` of one text, in one cluster or, as an editor had it until now, in two. */
function knownOf({ isApart }: { readonly isApart: boolean }): StoredContext {
  const model = createKnownModel();
  if (isApart) model.veto(idOf("a"), idOf("b"));
  for (const sourceId of ["a", "b"]) {
    const key = `https://${sourceId}.example/1`;
    const draft = aDraft({ key, canonicalUrl: key, text: FIRST, tokenCount: tokens(FIRST).length });
    model.ingest({ sourceId, drafts: [draft], now: NOW });
  }
  return { ...model.known(), vetoes: new Set() };
}

/** How many articles are with `b` after its text was changed from one to another. */
function membersAfter(
  known: StoredContext,
  [before, after]: readonly [string, string],
  rules: readonly [number, number],
): number {
  const b = known.articles.get(idOf("b"));
  if (b === undefined) throw new Error("b is not known");
  const stored = withText(b, before, rules[0]);
  const articles = new Map([...known.articles, [b.id, stored]]);
  const clustering = startClustering({ ...known, articles }, READABLE_IDS.fallbackEntryId);
  clustering.change(withText(stored, after, rules[1]));
  const changed = clustering.changes().find(({ members }) => members.has(b.id));
  return (changed ?? known.clusters.get(b.clusterId))?.members.size ?? 0;
}

const CLEANED = [SECOND, `${SECOND} now`] as const;

it("two of one form that older rules put together stay so when an upgrade cleans a text anew", () => {
  expect(membersAfter(knownOf({ isApart: false }), CLEANED, [1, 2])).toBe(2);
});

it("they part when their publisher changes a text", () => {
  expect(membersAfter(knownOf({ isApart: false }), CLEANED, [2, 2])).toBe(1);
});

it("they part when the new text is what differs, upgrade or not", () => {
  expect(membersAfter(knownOf({ isApart: false }), [FIRST, SECOND], [1, 2])).toBe(1);
});

const TYPO = [`${FIRST} too`, `${FIRST} now`] as const;

it("two of one text that older rules kept apart stay so when an upgrade cleans a text anew", () => {
  expect(membersAfter(knownOf({ isApart: true }), TYPO, [1, 2])).toBe(1);
});

it("they join when their publisher changes a text", () => {
  expect(membersAfter(knownOf({ isApart: true }), TYPO, [2, 2])).toBe(2);
});
