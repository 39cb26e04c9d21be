import { HOUR_MS, type Pair, SUMMARY_SHARE, TABLE_DENSITY } from "./pair.ts";
import { haveOneSubject } from "./titles.ts";
import { isNumber, tokenHash } from "./token-hash.ts";

/** A report is written anew on the day on which it is sent, or in the following night. */
const APART_MS = 36 * HOUR_MS;
/** Longer texts on one matter share figures anyway. */
const MAX_TOKENS = 200;
/** Longer runs are a passage that both quote. */
const MAX_RUN = 25;
/** A text that is shorter than this part of the other needs a similar title. */
const SHORTER = { share: 0.6, titleSimilarity: 0.6 };
/** So many figures larger than twelve are no accident. */
export const SURE_FIGURES = 2;
/** The least common part of the pairs of neighbouring words: the fewer figures agree, the more pairs must. */
const ENOUGH = { pairs: 0.5, manyFigures: 3, fewerPairs: 0.35 };

/**
 * Whether one is the other in other words: a short report that two houses wrote from one source. Its figures prove it.
 * Two reports of one form have other figures, a translation shares nearly no pair of words with its original, and
 * a follow-up has figures of its own. The order of sentences does not count.
 *
 * @param leastFigures how many figures larger than twelve must agree.
 */
export function isRewrite(pair: Pair, leastFigures = 1): boolean {
  const { a, b, apartMs, titles, kinship, measures } = pair;
  const { tokens, otherTokens, run } = measures;
  if (kinship === "beside" || apartMs > APART_MS || run >= MAX_RUN || tokens > MAX_TOKENS) {
    return false;
  }
  const share = tokens / otherTokens;
  if (share < SUMMARY_SHARE) return false;
  if (share < SHORTER.share && titles < SHORTER.titleSimilarity) return false;
  const figures = compareFigures(a.tokens, b.tokens);
  if (figures === null || figures.count < leastFigures) return false;
  const pairs = sharedPairs(a.tokens, b.tokens);
  if (figures.areEqual && figures.count >= ENOUGH.manyFigures) return pairs >= ENOUGH.fewerPairs;
  if (pairs < ENOUGH.pairs) return false;
  return figures.count >= SURE_FIGURES || (figures.areEqual && haveOneSubject(a, b));
}

/** Numbers from 0 up to, not including, this stand in every other report: goals, people hurt, months. */
const SMALL = 13;
const SMALL_NUMBERS: ReadonlySet<number> = new Set(
  Array.from({ length: SMALL }, (_, number) => tokenHash(String(number))),
);

type Figures = {
  /** Distinct numbers of the shorter text, but for small ones. */
  readonly count: number;
  /** The longer text has no number that the shorter lacks. */
  readonly areEqual: boolean;
};

/** `null` when a number of the shorter text is missing from the other, and for a table: its many numbers prove nothing. */
function compareFigures(a: Uint32Array, b: Uint32Array): Figures | null {
  const all = a.filter(isNumber);
  if (all.length >= TABLE_DENSITY * a.length) return null;
  const numbers = new Set(all);
  const others = new Set(b.filter(isNumber));
  const figures = [...numbers].filter((number) => !SMALL_NUMBERS.has(number));
  const areKept = countShared(numbers, others) === numbers.size;
  return areKept ? { count: figures.length, areEqual: numbers.size === others.size } : null;
}

/** The part of the shorter text's distinct pairs of neighbouring tokens that stand in the other, 0 to 1. */
function sharedPairs(a: Uint32Array, b: Uint32Array): number {
  const pairs = pairsOf(a);
  return pairs.size === 0 ? 0 : countShared(pairs, pairsOf(b)) / pairs.size;
}

/** Pairs as one number each: all 32 bits of the first hash and the upper 21 of the second, as many as a number holds. */
function pairsOf(tokens: Uint32Array): ReadonlySet<number> {
  const pairs = new Set<number>();
  for (let index = 1; index < tokens.length; index += 1) {
    pairs.add((tokens[index - 1] ?? 0) * 2 ** 21 + ((tokens[index] ?? 0) >>> 11));
  }
  return pairs;
}

function countShared(set: ReadonlySet<number>, other: ReadonlySet<number>): number {
  let count = 0;
  for (const value of set) count += Number(other.has(value));
  return count;
}
