import { frameTokens } from "./differences.ts";
import { isLiveTitle } from "./live-titles.ts";
import {
  COPY_COVERAGE,
  isAtOneAddress,
  LATEST_MS,
  type Pair,
  SOON_MS,
  SUMMARY_SHARE,
} from "./pair.ts";
import { isRewrite } from "./rewrite.ts";
import { areRubrics } from "./titles.ts";

const LATE = { tokens: 120, coverage: 0.7, run: 25 };
const COPY_TOKENS = 20;
const TICKER_TITLES = 0.6;
/** A longer text, or one of which less is replaced, is an edited copy whatever its title is. */
const OPEN = { tokens: 120, coverage: 0.98 };
const SUMMARY = { coverage: 0.8, titleSimilarity: 0.6, leadCoverage: 0.6 };

/** What speaks for one text, of a pair that nothing speaks against (judge.ts). */
export function acceptanceOf(pair: Pair): "address" | "summary" | "copy" | "rewrite" | null {
  if (isLate(pair)) return null;
  if (isAtOneAddress(pair)) return "address";
  if (isOtherTicker(pair) || isOpen(pair)) return null;
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
  const [one, other] = [isLiveTitle(a.title), isLiveTitle(b.title)];
  if (one !== other) return titles < TICKER_TITLES;
  return one && measures.replacedAtEnds >= frameTokens(measures);
}

/** Short reports with other words inside, whose titles do not say that they tell of one event. */
const isOpen = ({ a, b, measures }: Pair): boolean =>
  measures.tokens < OPEN.tokens &&
  measures.replaced > measures.changedNumbers &&
  measures.coverage < OPEN.coverage &&
  areRubrics(a, b);

/** A summary is the beginning, and else carries the title: a digest quotes from anywhere. */
function isSummary({ measures, titles }: Pair): boolean {
  const { coverage, isLead } = measures;
  if (isLead) return coverage >= SUMMARY.leadCoverage;
  return coverage >= SUMMARY.coverage && titles >= SUMMARY.titleSimilarity;
}
