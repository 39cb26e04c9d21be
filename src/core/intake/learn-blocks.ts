import type { ArticleDraft } from "../articles/article-draft.ts";
import type { ArticleOutline, KnownOutlines } from "../articles/stored-context.ts";
import { type LearntLines, learnCommon } from "../cleaning/repeated/learn-common.ts";
import { LEAD_WORDS, lineHash, wordsOfLine } from "../cleaning/repeated/line-hash.ts";
import type { Outline } from "../cleaning/repeated/outline.ts";
import {
  learnRepeated,
  lineKey,
  MAX_OUTLINES,
  type RepeatedKey,
  retiredKeys,
} from "../cleaning/repeated/repeated.ts";
import { takeRepeated } from "../cleaning/repeated/take-repeated.ts";
import { hasTrait, TRAITS } from "../cleaning/repeated/traits.ts";
import { ownerOf } from "../sources/source-owner.ts";
import {
  type CommonChanges,
  type DecideOptions,
  type IngestIntent,
  type LearnedBlock,
  NOTHING_COMMON,
  type OutlineChanges,
} from "./ingest-intent.ts";

/** What a source, and lines common to sources, are learnt from its last articles. */
export type Learnt = Pick<
  IngestIntent,
  "outlines" | "learned" | "retired" | "common" | "revisionWanted"
>;
type LearntDraft = { readonly id: string; readonly draft: ArticleDraft };

/**
 * Learns what a source repeats in its last articles, from those of one document at once. Stored articles with a block that
 * is learnt now must be drafted again. A block that no article carries any more needs nothing: what was removed stays
 * removed. Also learns which lines are common to sources (learn-common.ts): these are removed from later articles.
 */
export function learnFrom(
  { recent, active, sightings }: KnownOutlines,
  fresh: readonly ArticleOutline[],
  articles: readonly LearntDraft[],
  { source, now }: Pick<DecideOptions, "source" | "now">,
): Learnt {
  if (fresh.length === 0) return NOTHING_LEARNT;
  const { last, changes } = newest(recent, fresh);
  const outlines = last.map(({ outline }) => outline);
  const before = new Set(active);
  const keys = mayTeach(fresh, outlines, before)
    ? learnRepeated(outlines).filter((key) => !before.has(lineKey(key)))
    : [];
  return {
    outlines: changes,
    learned: keys.map(
      (key): LearnedBlock => ({ key: lineKey(key), sample: sampleOf(key, articles) }),
    ),
    retired: active.length === 0 ? [] : retiredKeys(active, outlines),
    common: withSamples(
      learnCommon(
        sightings,
        fresh.map(({ outline }) => outline),
        { sourceId: source.definition.id, owner: ownerOf(source.definition), now },
      ),
      articles,
    ),
    revisionWanted: keys.length > 0 ? "recent" : null,
  };
}

/** Fewer carriers teach nothing (MIN_CARRIERS of repeated.ts). */
const CARRIERS = 3;

/**
 * Whether a new article has a line that is not removed yet and that enough others have too: else nothing can be learnt
 * from it. Learning costs milliseconds, this check a tenth of that, and mostly the answer is no.
 */
function mayTeach(
  fresh: readonly ArticleOutline[],
  outlines: readonly Outline[],
  active: ReadonlySet<string>,
): boolean {
  const carriers = new Map<string, Carriers>();
  for (const hash of fresh.flatMap(({ outline }) => hashesLeft(outline, active))) {
    carriers.set(hash, { count: 0, last: null });
  }
  return outlines.some((outline) =>
    outline.some(
      ({ hash, lead }) =>
        isCarried(carriers.get(hash), outline) || isCarried(carriers.get(lead ?? ""), outline),
    ),
  );
}

/** The hashes of lines that are not removed yet and that a source may repeat. */
function hashesLeft(outline: Outline, active: ReadonlySet<string>): readonly string[] {
  const taken = takeRepeated(outline, active);
  const left = outline.filter((line, index) => !taken.has(index) && hasTrait(line, MAY_GO));
  return left.flatMap(({ hash, lead }) => (lead === null ? [hash] : [hash, lead]));
}

const MAY_GO = TRAITS.edge | TRAITS.middle | TRAITS.lead;

type Carriers = { count: number; last: Outline | null };

/** Counts each outline once. True for the one that makes enough carriers. */
function isCarried(carriers: Carriers | undefined, outline: Outline): boolean {
  if (carriers === undefined || carriers.last === outline) return false;
  carriers.last = outline;
  carriers.count += 1;
  return carriers.count === CARRIERS;
}

const NOTHING_LEARNT: Learnt = {
  outlines: { saved: [], dropped: [] },
  learned: [],
  retired: [],
  common: NOTHING_COMMON,
  revisionWanted: null,
};

const withSamples = (
  { sightings, common }: LearntLines,
  articles: readonly LearntDraft[],
): CommonChanges => ({
  sightings,
  common: common.map((line) => ({
    ...line,
    sample: sampleOf({ zone: "tail", kind: "exact", hash: line.hash }, articles),
  })),
});

/** The new outlines of the remembered articles that were drafted again. */
export function renewOutlines(
  { recent }: Pick<KnownOutlines, "recent">,
  articles: readonly LearntDraft[],
): OutlineChanges {
  const drafts = new Map(articles.map(({ id, draft }) => [id, draft]));
  const saved = recent.flatMap((each) => {
    const outline = drafts.get(each.articleId)?.outline;
    return outline ? [{ ...each, outline }] : [];
  });
  return { saved, dropped: [] };
}

/** The outlines of the articles that entered last, the newest first, and what that changes of those remembered. */
function newest(
  recent: readonly ArticleOutline[],
  fresh: readonly ArticleOutline[],
): { readonly last: readonly ArticleOutline[]; readonly changes: OutlineChanges } {
  const all = new Map([...recent, ...fresh].map((each) => [each.articleId, each]));
  const sorted = [...all.values()].sort(
    (a, b) => b.enteredAt - a.enteredAt || (a.articleId < b.articleId ? -1 : 1),
  );
  const last = sorted.slice(0, MAX_OUTLINES);
  const kept = new Set(last.map(({ articleId }) => articleId));
  const saved = fresh.filter(({ articleId }) => kept.has(articleId));
  const dropped = recent.map(({ articleId }) => articleId).filter((id) => !kept.has(id));
  return { last, changes: { saved, dropped } };
}

/** A line with the key, as one of the articles has it; empty when all that carry it are older. */
function sampleOf(key: RepeatedKey, articles: readonly LearntDraft[]): string {
  const carrier = articles.find(({ draft }) => carries(draft.outline, key));
  const lines = carrier?.draft.text.split("\n") ?? [];
  return (
    lines
      .find((line) => hashOf(line, key) === key.hash)
      ?.trim()
      .slice(0, MAX_SAMPLE) ?? ""
  );
}

const MAX_SAMPLE = 200;

const carries = (outline: Outline, { kind, hash }: RepeatedKey): boolean =>
  outline.some((line) => (kind === "exact" ? line.hash : line.lead) === hash);

function hashOf(line: string, { kind }: RepeatedKey): string {
  const words = wordsOfLine(line);
  return lineHash((kind === "exact" ? words : words.slice(0, LEAD_WORDS)).join(" "));
}
