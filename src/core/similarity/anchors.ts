import {
  createPartTable,
  onlyPositionOf,
  type PositionTable,
  positionsOf,
} from "./position-table.ts";
import type { Range } from "./range.ts";
import { SHINGLE, shinglesOf } from "./shingles.ts";

/** Pairs of positions, the n-th of `a` with the n-th of `b`; both rise. */
export type Anchors = { readonly a: readonly number[]; readonly b: readonly number[] };

/** Positions of shingles that occur once in each part, in the longest sequence that rises in both. */
export function anchorsBetween(
  a: Uint32Array,
  b: Uint32Array,
  { aStart, aEnd, bStart, bEnd }: Range,
): Anchors {
  if (aEnd - aStart < SHINGLE || bEnd - bStart < SHINGLE) return NONE;
  const hashes = shinglesOf(a);
  const lastInA = aEnd - SHINGLE + 1;
  const inB = tableOf(shinglesOf(b), { start: bStart, end: bEnd - SHINGLE + 1 }, partOfB);
  let inA: PositionTable | null = null;
  const pairs = { a: [] as number[], b: [] as number[] };
  for (let position = aStart; position < lastInA; position += 1) {
    const hash = hashes[position] ?? 0;
    const other = onlyPositionOf(inB, hash);
    if (other < 0) continue;
    inA ??= tableOf(hashes, { start: aStart, end: lastInA }, partOfA);
    if (onlyPositionOf(inA, hash) < 0) continue;
    pairs.a.push(position);
    pairs.b.push(other);
  }
  return isRising(pairs.b) ? pairs : longestRising(pairs);
}

const NONE: Anchors = { a: [], b: [] };

const [partOfA, partOfB] = [createPartTable(), createPartTable()];

/** The table of a whole text is made once, however many texts that is compared with. */
const tableOf = (
  hashes: Uint32Array,
  { start, end }: { readonly start: number; readonly end: number },
  makePart: typeof partOfA,
): PositionTable =>
  start === 0 && end === hashes.length ? positionsOf(hashes) : makePart(hashes, start, end);

function isRising(positions: readonly number[]): boolean {
  for (let index = 1; index < positions.length; index += 1) {
    if ((positions[index] ?? 0) < (positions[index - 1] ?? 0)) return false;
  }
  return true;
}

/** The longest rising subsequence by patience sorting; the pairs rise in `a` already. */
function longestRising(pairs: Anchors): Anchors {
  const { length } = pairs.b;
  const tails: number[] = [];
  const previous = new Int32Array(length);
  for (let index = 0; index < length; index += 1) {
    const pile = firstNotBelow(pairs.b, tails, pairs.b[index] ?? 0);
    previous[index] = pile === 0 ? -1 : (tails[pile - 1] ?? -1);
    tails[pile] = index;
  }
  const chain: number[] = [];
  for (let index = tails.at(-1) ?? -1; index >= 0; index = previous[index] ?? -1) chain.push(index);
  chain.reverse();
  return {
    a: chain.map((index) => pairs.a[index] ?? 0),
    b: chain.map((index) => pairs.b[index] ?? 0),
  };
}

function firstNotBelow(all: readonly number[], tails: readonly number[], b: number): number {
  let high = tails.length;
  // Mostly the texts run alongside each other: the pair goes on from the last one.
  if (high === 0 || (all[tails[high - 1] ?? 0] ?? 0) < b) return high;
  let low = 0;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((all[tails[middle] ?? 0] ?? 0) < b) low = middle + 1;
    else high = middle;
  }
  return low;
}
