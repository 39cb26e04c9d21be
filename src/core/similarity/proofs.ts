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
 * How many different words make two reports of a form, by the tokens of the text; one more where the titles tell of one
 * event. From `tokens` on, a text is an edited copy whatever its title is.
 */
const FORM = {
  tokens: 250,
  /** Changed numbers, where fewer are equal. */
  numbers: 2,
  words: 3,
  shortTokens: 60,
  shortWords: 2,
  perTokens: 60,
  toldPerTokens: 25,
};
const SUMMARY = { coverage: 0.8, titleSimilarity: 0.6, leadCoverage: 0.6 };

/** The proof for one text, of a pair that no rule speaks against (judge.ts); `null` for none. */
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
 * Whether both are live tickers with other entries at an end (one that only grew is the same), or one is a ticker and the
 * other, under another title, may be one of its entries. Proofs then do not count, but nothing speaks against one text
 * either: a copy of a ticker stays with it while that goes on.
 */
function isOtherTicker({ a, b, measures, titles }: Pair): boolean {
  const [one, other] = [isLiveTitle(a.title.text), isLiveTitle(b.title.text)];
  if (one !== other) return titles < TICKER_TITLES;
  return one && measures.replacedAtEnds >= frameTokens(measures);
}

/**
 * Whether two short texts may be reports of one form: more numbers changed than stayed, or other words are filled in. Other
 * words do not count where the titles tell of one event, a table has only equal figures, or the figures prove a rewrite.
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

/** A summary is the beginning of the other text, or has a similar title: a digest quotes from anywhere. */
function isSummary({ measures, titles }: Pair): boolean {
  const { coverage, isLead } = measures;
  if (isLead) return coverage >= SUMMARY.leadCoverage;
  return coverage >= SUMMARY.coverage && titles >= SUMMARY.titleSimilarity;
}
