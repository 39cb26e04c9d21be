import { align, type Run } from "./align.ts";
import { isNumber } from "./token-hash.ts";

/** What two texts have in common, as numbers that the rules look at. The shorter text is A. */
export type Measures = {
  /** Tokens of the shorter and the longer text. */
  readonly tokens: number;
  readonly otherTokens: number;
  readonly matched: number;
  /** The part of the shorter text that is matched, 0 to 1. */
  readonly coverage: number;
  /** Mean length of a matched run in tokens, 0 without any. */
  readonly run: number;
  /** Numbers that stand at the same place of both texts and are equal. */
  readonly equalNumbers: number;
  /** Numbers that stand at the same place of both texts and differ. */
  readonly changedNumbers: number;
  /** The matches begin within the first tokens of both texts. */
  readonly isLead: boolean;
  /** Most tokens that are replaced, in both texts, between two matched runs. */
  readonly replaced: number;
};

/** A match that begins later than this, in tokens, is not at the lead: a place and an agency come before. */
const LEAD_TOKENS = 4;

/** Measures two texts, the shorter first. */
export function measure(a: Uint32Array, b: Uint32Array): Measures {
  const runs = align(a, b);
  const matched = runs.reduce((sum, { length }) => sum + length, 0);
  const [first] = runs;
  return {
    tokens: a.length,
    otherTokens: b.length,
    matched,
    coverage: a.length === 0 ? 0 : matched / a.length,
    run: runs.length === 0 ? 0 : matched / runs.length,
    equalNumbers: runs.reduce((sum, run) => sum + numbersIn(a, run), 0),
    isLead: first !== undefined && first.a <= LEAD_TOKENS && first.b <= LEAD_TOKENS,
    ...measureGaps(a, b, runs),
  };
}

function numbersIn(a: Uint32Array, { a: start, length }: Run): number {
  let count = 0;
  for (const hash of a.subarray(start, start + length)) count += Number(isNumber(hash));
  return count;
}

function measureGaps(
  a: Uint32Array,
  b: Uint32Array,
  runs: readonly Run[],
): Pick<Measures, "changedNumbers" | "replaced"> {
  let changedNumbers = 0;
  let replaced = 0;
  for (const [index, run] of runs.entries()) {
    const next = runs[index + 1];
    if (next === undefined) break;
    const left = a.subarray(run.a + run.length, next.a);
    const right = b.subarray(run.b + run.length, next.b);
    changedNumbers += changedIn(left, right);
    replaced = Math.max(replaced, Math.min(left.length, right.length));
  }
  return { changedNumbers, replaced };
}

/** Numbers face each other in gaps of one length, and else at either end of the gap. */
function changedIn(left: Uint32Array, right: Uint32Array): number {
  const shorter = Math.min(left.length, right.length);
  if (shorter === 0) return 0;
  if (left.length === right.length) {
    return left.reduce((sum, hash, index) => sum + changed(hash, right[index]), 0);
  }
  const ends = changed(left.at(-1), right.at(-1));
  return shorter === 1
    ? Math.max(ends, changed(left[0], right[0]))
    : ends + changed(left[0], right[0]);
}

const changed = (left: number | undefined, right: number | undefined): number =>
  Number(left !== right && isNumber(left ?? 0) && isNumber(right ?? 0));
