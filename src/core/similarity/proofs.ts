import { frameTokens } from "./differences.ts";
import { isLiveTitle } from "./live-titles.ts";
import {
  COPY_COVERAGE,
  isAtOneAddress,
  LATEST_MS,
  type Pair,
  SOON_MS,
  SUMMARY_SHARE,
  TABLE_DENSITY,
} from "./pair.ts";
import { isRewrite, SURE_FIGURES } from "./rewrite.ts";
import { tellOfOne } from "./titles.ts";

const LATE = { tokens: 120, coverage: 0.7, run: 25 };
const COPY_TOKENS = 20;
const TICKER_TITLES = 0.6;
/**
 * So many words that are other ones make two reports of a form, in a text of so many tokens; one more where the titles tell what
 * both are about. A longer text is an edited copy whatever its title is.
 */
const FORM = {
  tokens: 250,
  /** Changed ones, where they are more than half. */
  numbers: 2,
  words: 3,
  shortTokens: 60,
  shortWords: 2,
  perTokens: 60,
  toldPerTokens: 25,
};
const SUMMARY = { coverage: 0.8, titleSimilarity: 0.6, leadCoverage: 0.6 };

/** What speaks for one text, of a pair that nothing speaks against (judge.ts). */
export function acceptanceOf(pair: Pair): "address" | "summary" | "copy" | "rewrite" | null {
  if (isLate(pair)) return null;
  if (isAtOneAddress(pair)) return "address";
  if (isOtherTicker(pair) || mayBeOneForm(pair)) return null;
  const { tokens, otherTokens, coverage } = pair.measures;
  if (tokens < SUMMARY_SHARE * otherTokens) return isSummary(pair) ? "summary" : null;
  if (coverage >= COPY_COVERAGE && tokens >= COPY_TOKENS) return "copy";
  return isRewrite(pair) ? "rewrite" : null;
}

function isLate({ apartMs, measures }: Pair): boolean {
  if (apartMs <= SOON_MS) return false;
  const { tokens, coverage, run } = measures;
  if (apartMs > LATEST_MS) return true;
  return tokens < LATE.tokens || coverage < LATE.coverage || run < LATE.run;
}

/**
 * A live ticker with other entries, wherever they stand: one that only grew is the same. Or a ticker, and an article that is
 * one of its entries. That speaks for nothing, and not against it: a copy of a ticker stays with it while that goes on.
 */
function isOtherTicker({ a, b, measures, titles }: Pair): boolean {
  const [one, other] = [isLiveTitle(a.title.text), isLiveTitle(b.title.text)];
  if (one !== other) return titles < TICKER_TITLES;
  return one && measures.replacedAtEnds >= frameTokens(measures);
}

/**
 * Most figures are other ones, few as they are; or other words are filled in, and neither the titles prove that both tell of one
 * event, nor does a table by its figures, nor do the figures of a report that is told in other words throughout.
 */
export function mayBeOneForm(pair: Pair): boolean {
  const { tokens, matched, coverage, otherWords, changedNumbers, equalNumbers } = pair.measures;
  if (tokens >= FORM.tokens) return false;
  if (changedNumbers >= FORM.numbers && changedNumbers > equalNumbers) return true;
  const words = otherWords + changedNumbers;
  const least = tokens < FORM.shortTokens ? FORM.shortWords : FORM.words;
  if (otherWords === 0 || words < Math.max(least, tokens / FORM.perTokens)) return false;
  if (changedNumbers === 0 && equalNumbers >= TABLE_DENSITY * matched) return false;
  const isTold = tellOfOne(pair.a, pair.b);
  if (isTold && words < Math.max(least + 1, tokens / FORM.toldPerTokens)) return false;
  return !((isTold || coverage < COPY_COVERAGE) && isRewrite(pair, SURE_FIGURES));
}

/** A summary is the beginning, and else carries the title: a digest quotes from anywhere. */
function isSummary({ measures, titles }: Pair): boolean {
  const { coverage, isLead } = measures;
  if (isLead) return coverage >= SUMMARY.leadCoverage;
  return coverage >= SUMMARY.coverage && titles >= SUMMARY.titleSimilarity;
}
