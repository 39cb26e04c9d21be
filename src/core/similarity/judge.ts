import type { MemberReason, SharedText } from "../entry.ts";
import { type Measures, measure } from "./measure.ts";
import type { OtherStory } from "./other-story.ts";
import { haveOtherSubjects, titleSimilarity } from "./titles.ts";

/** An article as the rules see it. */
export type Subject = {
  readonly title: string;
  /** `null` where it says nothing: none, or a home page. */
  readonly address: string | null;
  readonly comparedAt: number;
  /** The core of its text: without boilerplate. */
  readonly tokens: Uint32Array;
};

/** Why two articles are not one text, the first rule that says so. */
export type Difference =
  | "veto"
  | OtherStory
  | "short"
  | "old"
  | "numbers"
  | "form"
  | "subject"
  | "frame";

export type Judgement =
  | {
      readonly verdict: "same";
      readonly reason: MemberReason;
      /** The part of the longer text that is common, 0 to 1: of several the nearest is the best. */
      readonly similarity: number;
    }
  | { readonly verdict: "different"; readonly rule: Difference }
  /** Nothing speaks against it, and not enough for it. */
  | { readonly verdict: "unproven"; readonly shared: SharedText };

export const HOUR_MS = 3_600_000;
export const DAY_MS = 24 * HOUR_MS;

/** Shorter texts repeat by themselves. */
export const MIN_TOKENS = 8;
/** Copies appear within three days; later come new reports, unless the text is long and hardly touched. */
const SOON_MS = 72 * HOUR_MS;
export const LATEST_MS = 14 * DAY_MS;
const EXACT = { titleBelow: 40, titleSimilarity: 0.5, lateTokens: 100 };
const LATE = { tokens: 120, coverage: 0.7, run: 25 };
const NUMBERS = { changed: 2, share: 0.34, perTokens: 50, shortTokens: 60, shortShare: 0.25 };
const FORM = { run: 10.5, titleSimilarity: 0.6, equalNumbers: 2, lowRun: 6.5, coverage: 0.6 };
const SUBJECT = { tokens: 120, run: 20 };
const FRAME = { tokens: 14, share: 0.08 };
const COPY = { coverage: 0.7, tokens: 20 };
const SUMMARY = { share: 0.34, coverage: 0.8, titleSimilarity: 0.6, leadCoverage: 0.6 };
const BESIDE = { tokens: 120, similarity: 0.85, coverage: 0.9, changed: 2, titleSimilarity: 0.6 };
/** A list that a source publishes anew every day replaces the one of the day before. */
const DAILY = { apartMs: 18 * HOUR_MS, changed: 2 };

/**
 * Of two articles of one source: whether both are offered beside each other, or the newer one took the place of the
 * other. `null` for articles of two sources.
 */
export type Kinship = "beside" | "replaced" | null;

/**
 * Decides over two articles by their words. Symmetric.
 *
 * **Texts.** A text is its normalised tokens (text/tokens.ts), hashed (fingerprint.ts). Paragraphs that were
 * seen in three clusters are boilerplate, between articles of one source also those that stand in three of its
 * articles; what is left is the core, and cores are compared
 * (comparison.ts). Articles are found by a sample of their shingles (shingles.ts), the twelve
 * nearest are compared (neighbours.ts), by aligned runs of equal tokens (align.ts, measure.ts).
 *
 * **Rules** (A is the shorter text, the first rule that applies decides). The constants were measured
 * on labelled pairs (docs/decisions/0009-similarity.md).
 *
 * - *veto*: an editor said that they are two.
 * - *files*, *title*, *repeated*: other recordings, another date in the title and the like (other-story.ts).
 * - *short*: A has fewer than 8 tokens.
 * - Equal: the same within 72 hours, within 14 days from 100 tokens on, and else two, *old*: notices are repeated
 *   to the letter. Under 40 tokens the titles must also be similar by .5.
 * - *numbers*: at least 2 numbers changed in aligned places, more than 34 % of those aligned and more than 1
 *   in 50 matched tokens; under 60 tokens 25 % are enough. Within one source any 2, under 120 tokens 1.
 * - *form*, a template with other values: runs of less than 10.5 tokens on average; not when titles agree by
 *   .6, no number changed, 2 are equal, runs have 6.5 tokens and cover .6. Within one source also what has fewer than
 *   120 tokens or differs in more than 15 %, but for a part of the other under the same title.
 * - *subject* (A under 120 tokens, or runs under 20): each title has a word of its own text that
 *   the other never mentions.
 * - *frame*: between two runs at least 14 tokens and 8 % of A are replaced.
 * - More than 72 hours apart, and more than 14 days or A under 120 tokens, covered by less than .7, or
 *   in runs under 25: unproven.
 * - One address and .7 of A: the same, and neither form, subject nor frame speak against it.
 * - *Copy*: .7 of A and 20 tokens. Where A is less than 34 % of the other it is a *summary*, and must begin where
 *   the other begins (within 4 tokens) and be covered by .6, or by .8 under similar titles (.6).
 * - Anything else is unproven: not enough to join, not enough to leave.
 *
 * What is stricter within one source counts for articles that it offers beside each other. Where the newer took the
 * place of the older it is a corrected re-issue, and the rules for two houses count, but for 2 changed numbers in what
 * is published 18 hours later.
 */
export function judge(one: Subject, other: Subject, kinship: Kinship = null): Judgement {
  const [a, b] = inOrder(one, other);
  const apartMs = Math.abs(a.comparedAt - b.comparedAt);
  if (a.tokens.length < MIN_TOKENS) return different("short");
  if (areEqual(a.tokens, b.tokens)) return judgeEqual(a, b, apartMs);

  const measures = measure(a.tokens, b.tokens);
  const titles = titleSimilarity(a.title, b.title);
  const pair: Pair = { a, b, apartMs, measures, titles, kinship };
  const rule = differenceOf(pair);
  if (rule !== null) return different(rule);
  const shared = sharedText(measures);
  const accepted = isLate(pair) ? null : acceptanceOf(pair);
  return accepted === null
    ? { verdict: "unproven", shared }
    : {
        verdict: "same",
        reason: { rule: accepted, ...shared },
        similarity: measures.matched / measures.otherTokens,
      };
}

type Pair = {
  readonly a: Subject;
  readonly b: Subject;
  readonly apartMs: number;
  readonly measures: Measures;
  /** Similarity of the titles. */
  readonly titles: number;
  readonly kinship: Kinship;
};

const different = (rule: Difference): Judgement => ({ verdict: "different", rule });

/** The shorter first; of two as long, the one whose first different token is smaller. */
function inOrder(one: Subject, other: Subject): readonly [Subject, Subject] {
  const byLength = one.tokens.length - other.tokens.length;
  return (byLength || firstDifference(one.tokens, other.tokens)) <= 0 ? [one, other] : [other, one];
}

function firstDifference(a: Uint32Array, b: Uint32Array): number {
  const index = a.findIndex((hash, position) => hash !== b[position]);
  return index < 0 ? 0 : (a[index] ?? 0) - (b[index] ?? 0);
}

const areEqual = (a: Uint32Array, b: Uint32Array): boolean =>
  a.length === b.length && firstDifference(a, b) === 0;

function judgeEqual({ tokens, title }: Subject, b: Subject, apartMs: number): Judgement {
  const { length } = tokens;
  if (apartMs > (length < EXACT.lateTokens ? SOON_MS : LATEST_MS)) return different("old");
  const isTitled =
    length >= EXACT.titleBelow || titleSimilarity(title, b.title) >= EXACT.titleSimilarity;
  if (!isTitled) {
    return { verdict: "unproven", shared: { tokens: length, coverage: 1, run: length } };
  }
  return { verdict: "same", reason: { rule: "exact", tokens: length }, similarity: 1 };
}

/** What speaks against it. One address speaks against 3 to 5: a house may rewrite its own article. */
function differenceOf(pair: Pair): Difference | null {
  if (haveOtherNumbers(pair) || haveOtherValues(pair)) return "numbers";
  if (!isAtOneAddress(pair)) {
    if (isForm(pair)) return "form";
    if (isOwnForm(pair)) return "form";
    if (isOtherSubject(pair)) return "subject";
    if (isFrame(pair)) return "frame";
  }
  return null;
}

function haveOtherNumbers({ measures }: Pair): boolean {
  const { tokens, matched, changedNumbers: changed, equalNumbers } = measures;
  const share = changed === 0 ? 0 : changed / (changed + equalNumbers);
  if (tokens < NUMBERS.shortTokens) return share >= NUMBERS.shortShare;
  return (
    changed >= NUMBERS.changed && share > NUMBERS.share && changed * NUMBERS.perTokens > matched
  );
}

/** A template with other values: the matches are the short pieces between them. */
function isForm({ measures, titles }: Pair): boolean {
  const { run, changedNumbers, equalNumbers, coverage } = measures;
  if (run >= FORM.run) return false;
  const isRewrite =
    titles >= FORM.titleSimilarity &&
    changedNumbers === 0 &&
    equalNumbers >= FORM.equalNumbers &&
    run >= FORM.lowRun &&
    coverage >= FORM.coverage;
  return !isRewrite;
}

/** A source fills in its price list or its weather report anew: fewer changed numbers count than between two houses. */
function haveOtherValues({ kinship, apartMs, measures }: Pair): boolean {
  const { otherTokens, changedNumbers: changed } = measures;
  if (kinship === null) return false;
  if (kinship === "replaced") return apartMs >= DAILY.apartMs && changed >= DAILY.changed;
  return changed >= (otherTokens < BESIDE.tokens ? 1 : BESIDE.changed);
}

/**
 * A source that offers two articles beside each other means two: they are one only where hardly a word differs in a long
 * text, or where the shorter is a part of the other under its title.
 */
function isOwnForm({ kinship, measures, titles }: Pair): boolean {
  if (kinship !== "beside") return false;
  const { tokens, otherTokens, matched, coverage } = measures;
  if (otherTokens < BESIDE.tokens) return true;
  if (matched >= BESIDE.similarity * otherTokens) return false;
  const isPart = coverage >= BESIDE.coverage || tokens < SUMMARY.share * otherTokens;
  return !isPart || titles < BESIDE.titleSimilarity;
}

function isOtherSubject({ a, b, measures }: Pair): boolean {
  if (measures.tokens >= SUBJECT.tokens && measures.run >= SUBJECT.run) return false;
  return haveOtherSubjects(a, b);
}

/** What is common stands around what is not: a live blog, a page with one paragraph of news. */
const isFrame = ({ measures }: Pair): boolean =>
  measures.replaced >= Math.max(FRAME.tokens, FRAME.share * measures.tokens);

function isLate({ apartMs, measures }: Pair): boolean {
  if (apartMs <= SOON_MS) return false;
  const { tokens, coverage, run } = measures;
  if (apartMs > LATEST_MS) return true;
  return tokens < LATE.tokens || coverage < LATE.coverage || run < LATE.run;
}

function isAtOneAddress({ a, b, measures }: Pair): boolean {
  return a.address !== null && a.address === b.address && measures.coverage >= COPY.coverage;
}

const sharedText = ({ matched, coverage, run }: Measures): SharedText => ({
  tokens: matched,
  coverage: Math.round(coverage * 100) / 100,
  run: Math.round(run),
});

/** What speaks for one text. */
function acceptanceOf(pair: Pair): "address" | "summary" | "copy" | null {
  const { tokens, otherTokens, coverage } = pair.measures;
  if (isAtOneAddress(pair)) return "address";
  if (tokens < SUMMARY.share * otherTokens) return isSummary(pair) ? "summary" : null;
  return coverage >= COPY.coverage && tokens >= COPY.tokens ? "copy" : null;
}

/** A summary is the beginning, and else carries the title: a digest quotes from anywhere. */
function isSummary({ measures, titles }: Pair): boolean {
  const { coverage, isLead } = measures;
  if (isLead) return coverage >= SUMMARY.leadCoverage;
  return coverage >= SUMMARY.coverage && titles >= SUMMARY.titleSimilarity;
}
