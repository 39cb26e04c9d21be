import { onceEach } from "../once-each.ts";
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
  const { count, distinct } = numbersOf(a);
  if (count >= TABLE_DENSITY * a.length) return null;
  const others = numbersOf(b).distinct;
  if (countShared(distinct, others) < distinct.length) return null;
  const small = distinct.reduce((sum, number) => sum + Number(SMALL_NUMBERS.has(number)), 0);
  return { count: distinct.length - small, areEqual: distinct.length === others.length };
}

type Numbers = {
  /** With repetitions. */
  readonly count: number;
  readonly distinct: Uint32Array;
};

const numbersOf: (tokens: Uint32Array) => Numbers = onceEach((tokens) => {
  const all = tokens.filter(isNumber);
  return { count: all.length, distinct: distinctOf(all) };
});

/** The part of the shorter text's distinct pairs of neighbouring tokens that stand in the other, 0 to 1. */
function sharedPairs(a: Uint32Array, b: Uint32Array): number {
  const pairs = pairsOf(a);
  return pairs.length === 0 ? 0 : countShared(pairs, pairsOf(b)) / pairs.length;
}

/** Pairs as one number each: all 32 bits of the first hash and the upper 21 of the second, as many as a number holds. */
const pairsOf: (tokens: Uint32Array) => Float64Array = onceEach((tokens) => {
  const pairs = new Float64Array(Math.max(0, tokens.length - 1));
  for (let index = 0; index < pairs.length; index += 1) {
    pairs[index] = (tokens[index] ?? 0) * 2 ** 21 + ((tokens[index + 1] ?? 0) >>> 11);
  }
  return distinctOf(pairs);
});

/** The values of a list, each once and in order. Sorts the list. */
function distinctOf<T extends Uint32Array | Float64Array>(list: T): T {
  const sorted = list.sort();
  return sorted.filter((value, index) => index === 0 || value !== sorted[index - 1]) as T;
}

/** How many values stand in both of two lists that are in order and repeat nothing. */
function countShared<T extends Uint32Array | Float64Array>(list: T, others: T): number {
  let count = 0;
  let next = 0;
  for (const value of list) {
    while (next < others.length && (others[next] ?? 0) < value) next += 1;
    count += Number(others[next] === value);
  }
  return count;
}
