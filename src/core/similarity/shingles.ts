import { onceEach } from "../once-each.ts";
import { mix } from "./hash.ts";

/** Tokens in a shingle: three follow each other by chance far less often than two, and survive more edits than five. */
export const SHINGLE = 3;

/** A hash for each run of three tokens, made once for each text. */
export const shinglesOf: (tokens: Uint32Array) => Uint32Array = onceEach(shingles);

function shingles(tokens: Uint32Array): Uint32Array {
  const count = Math.max(0, tokens.length - SHINGLE + 1);
  const hashes = new Uint32Array(count);
  for (let index = 0; index < count; index += 1) {
    const pair = mix(tokens[index] ?? 0, tokens[index + 1] ?? 0);
    hashes[index] = mix(pair, tokens[index + 2] ?? 0);
  }
  return hashes;
}

/**
 * One shingle in twelve is a key. Of the first 64, from which summaries are cut, one in four is; in a short text, which has
 * few and may be rewritten, one in two of these. Each key of a lower rate is a key of the higher rates too, so texts find
 * each other whichever rates they were stored under.
 */
const RATE = 2 ** 32 / 12;
const HEAD_RATE = 2 ** 32 / 4;
const HEAD = 64;
const SHORT_RATE = 2 ** 32 / 2;
const SHORT = 96;
/** Whether texts of every length have this shingle as a key when it stands at their beginning. */
export const isEvenKey = (key: number): boolean => key <= HEAD_RATE;

/** When there are more, the smallest keys are kept, so that two copies keep the same ones. About 1,500 words have so many. */
const MAX_KEYS = 128;

/**
 * The keys under which a text is found: a sample of its shingles that depends on nothing but the
 * shingle itself, so that two copies draw the same ones. About 37 for an article of 280 words. This
 * finds all of 1,437 true pairs, summaries included (docs/decisions/0009).
 */
export function sampleKeys(tokens: Uint32Array): readonly number[] {
  const keys = new Set<number>();
  const hashes = shinglesOf(tokens);
  const headRate = hashes.length <= SHORT ? SHORT_RATE : HEAD_RATE;
  for (let index = 0; index < hashes.length; index += 1) {
    const hash = hashes[index] ?? 0;
    if (hash <= (index < HEAD ? headRate : RATE)) keys.add(hash);
  }
  if (keys.size <= MAX_KEYS) return [...keys];
  return [...keys].sort((a, b) => a - b).slice(0, MAX_KEYS);
}
