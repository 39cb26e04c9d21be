import { type Difference, differenceOf } from "./differences.ts";
import { type Measures, measure } from "./measure.ts";
import type { MemberReason, SharedText } from "./member-reason.ts";
import { type Kinship, LATEST_MS, type Pair, SOON_MS, type Subject } from "./pair.ts";
import { acceptanceOf, mayBeOneForm } from "./proofs.ts";
import { likenessOf } from "./titles.ts";

export type Judgement =
  | {
      readonly verdict: "same";
      readonly reason: MemberReason;
      /** The part of the longer text that is common, 0 to 1; ranks several matches. */
      readonly similarity: number;
    }
  | { readonly verdict: "different"; readonly rule: Difference }
  /** No rule speaks against one text, and no proof speaks for it. */
  | {
      readonly verdict: "unproven";
      readonly shared: SharedText;
      /** They may be two reports of one form: only a third text that is equal to one of them can join them. */
      readonly mayBeForm: boolean;
    };

/** Shorter texts repeat by themselves. */
export const MIN_TOKENS = 8;
const EXACT = { titleBelow: 40, titleSimilarity: 0.5, lateTokens: 100 };

/**
 * Decides whether two articles carry one text. Symmetric.
 *
 * **The judgement.** A copy keeps the figures, the names and the long stretches of its original, whatever is done to its
 * headline, its beginning and its end. Two reports of one form share their sentences but differ in figures or names. A wrong
 * merge loses an article, a missed one only repeats it. So the rules ask in this order:
 *
 * 1. Is there a reason *against* one text? The first that is found decides: `different`.
 * 2. Is there a proof *for* it? One is enough: `same`.
 * 3. Neither: `unproven`. It joins no two articles, and it separates none.
 *
 * The constants were measured on labelled pairs and on invented reports (docs/decisions/0009-similarity.md).
 *
 * **What is compared.** A text is its normalised tokens (text/tokens.ts), hashed, with one bit that tells numbers
 * (token-hash.ts). Paragraphs seen in three clusters are boilerplate; between articles of one source, so are paragraphs
 * in three of its articles. The rest is the core, and cores are compared (comparison.ts). Articles are found by
 * a sample of their shingles (shingles.ts), and the twelve nearest are judged (neighbours.ts). Two cores are aligned in *runs*
 * of equal tokens (align.ts). The gaps between two runs are compared: numbers that differ there are *changed numbers*, words
 * that the other text has nowhere are *other words* (measure.ts). A is the shorter text. Its *coverage* is the part that the
 * runs cover.
 *
 * **Before the texts.** *veto*: an editor said that they are two. *files*, *title*, *repeated*: they have other recordings, another
 * date in the title and the like (other-story.ts). *short*: A has fewer than 8 tokens.
 *
 * **Equal texts** are the same within 72 hours, from 100 tokens on within 14 days. Later they are different, *old*: notices are
 * repeated to the letter. Under 40 tokens the titles must be similar too (.5), or the pair is unproven.
 *
 * **1. Reasons against** (differences.ts), in this order:
 *
 * - *numbers*: other figures at the same places. Under 60 tokens, it is enough that a fourth of the compared numbers changed.
 *   From 60 on, 2 must have changed, more than a fifth of the compared ones, and more than 1 in 50 matched tokens; a corrected
 *   copy changes fewer. In a table (a fourth of the matched tokens are numbers), 2 changed numbers are enough if they are 4 %
 *   of the compared ones. Within one source 2 are always enough, under 120 tokens 1.
 * - *form*: the runs are short, under 10.5 tokens on average: different words keep interrupting them. An edited copy has
 *   short runs too. It is no form when the titles agree (.6), no number changed, 2 are equal, the runs have 6.5 tokens and
 *   cover .6; nor is a rewrite (2.). Within one source, two texts are a form also when the longer has fewer than 120 tokens, or
 *   when they differ in more than 15 %, unless one is a part of the other under its title.
 * - *subject*: each title has a word of its own text that the other article never mentions. A word has three letters, or is a
 *   Chinese character. Only under 120 tokens, or with runs under 20.
 * - *frame*: the common parts surround different content. At least 14 tokens and 8 % of A are replaced between two runs, and
 *   it is no rewrite.
 *
 * At one address, with .7 of A covered, only *numbers* count: a house may rewrite its own article.
 *
 * **2. Proofs** (proofs.ts). No proof counts for a pair that is
 *
 * - *late*: more than 72 hours apart, unless A has 120 tokens, .7 of it is covered in runs of 25, and at most 14 days lie between;
 * - *perhaps a form*, under 250 tokens: 2 numbers changed, and fewer are equal. Or other words and changed numbers together are
 *   3 (2 under 60 tokens; above 180 one in 60 tokens), some of them words.
 *   Titles that tell of one event allow one more, and one in 25 tokens: each has two words of five letters that both
 *   texts have, and they do not name different subjects. A heading ("Police report for the weekend") tells of no event. A table
 *   with only equal figures is no form. A third text that is a copy of both proves nothing (joining.ts), or twenty reports
 *   of a form would become one step by step;
 * - *two live tickers* (live-titles.ts) with as much replaced before the first run or after the last as makes a frame: a ticker
 *   that only grew is the same, one with other entries is not. Or a ticker and one other article, which may be one of its
 *   entries, unless their titles agree (.6).
 *
 * Else one of these is enough:
 *
 * - *address*: one address, and .7 of A is covered; this counts for forms and tickers too.
 * - *summary*: A is less than 34 % of the other, begins where the other begins (within 4 tokens) and is covered by .6; or it is
 *   covered by .8 under a similar title (.6). A digest quotes from anywhere.
 * - *copy*: .7 of A is covered, and A has 20 tokens.
 * - *rewrite*: the same figures in other words (rewrite.ts). Both are short, no tables, at most 36 hours apart, of about one
 *   length or under one title, and have no long runs in common: those would be a quotation. Every number of A stands in the
 *   other, 2 of them are larger than twelve, and half of A's pairs of neighbouring words stand in the other, in any order.
 *   Where both have exactly the same numbers, 35 % of the pairs are enough from 3 figures on; half of the pairs are enough
 *   with 1 figure, if both articles tell what each title names.
 *
 * **Within one source** the stricter figures above count for articles that it offers beside each other. A newer article that
 * took the place of the older is a corrected re-issue: the rules for two houses count, except that 2 changed numbers are
 * enough 18 hours later.
 */
export function judge(one: Subject, other: Subject, kinship: Kinship = null): Judgement {
  const [a, b] = inOrder(one, other);
  const apartMs = Math.abs(a.comparedAt - b.comparedAt);
  if (a.tokens.length < MIN_TOKENS) return different("short");
  if (areEqualTexts(a.tokens, b.tokens)) return judgeEqual(a, b, apartMs);

  const measures = measure(a.tokens, b.tokens);
  const titles = likenessOf(a.title, b.title);
  const pair: Pair = { a, b, apartMs, measures, titles, kinship };
  const rule = differenceOf(pair);
  if (rule !== null) return different(rule);
  const shared = sharedText(measures);
  const accepted = acceptanceOf(pair);
  return accepted === null
    ? { verdict: "unproven", shared, mayBeForm: mayBeOneForm(pair) }
    : {
        verdict: "same",
        reason: { rule: accepted, ...shared },
        similarity: measures.matched / measures.otherTokens,
      };
}

/** Whether two leads keep their clusters apart, whatever their members prove. */
export const areTwo = (judgement: Judgement): boolean =>
  judgement.verdict === "different" || mayBeForm(judgement);

/** Whether nothing is proven because they may be two reports of one form. */
export const mayBeForm = (judgement: Judgement): boolean =>
  judgement.verdict === "unproven" && judgement.mayBeForm;

const different = (rule: Difference): Judgement => ({ verdict: "different", rule });

/** The shorter first; of two as long, the one whose first different token is smaller. */
function inOrder(one: Subject, other: Subject): readonly [Subject, Subject] {
  const byLength = one.tokens.length - other.tokens.length;
  return (byLength || firstDifference(one.tokens, other.tokens)) <= 0 ? [one, other] : [other, one];
}

/** Of two texts of one length: negative or positive by the first token that differs, 0 when they are equal. */
function firstDifference(a: Uint32Array, b: Uint32Array): number {
  for (let index = 0; index < a.length; index += 1) {
    const [left, right] = [a[index] ?? 0, b[index] ?? 0];
    if (left !== right) return left - right;
  }
  return 0;
}

export const areEqualTexts = (a: Uint32Array, b: Uint32Array): boolean =>
  a.length === b.length && firstDifference(a, b) === 0;

function judgeEqual({ tokens, title }: Subject, b: Subject, apartMs: number): Judgement {
  const { length } = tokens;
  if (apartMs > (length < EXACT.lateTokens ? SOON_MS : LATEST_MS)) return different("old");
  const isTitled =
    length >= EXACT.titleBelow || likenessOf(title, b.title) >= EXACT.titleSimilarity;
  if (!isTitled) {
    const shared = { tokens: length, coverage: 1, run: length };
    return { verdict: "unproven", shared, mayBeForm: false };
  }
  return { verdict: "same", reason: { rule: "exact", tokens: length }, similarity: 1 };
}

const sharedText = ({ matched, coverage, run }: Measures): SharedText => ({
  tokens: matched,
  coverage: Math.round(coverage * 100) / 100,
  run: Math.round(run),
});
