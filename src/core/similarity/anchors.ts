import type { Range } from "./range.ts";
import { SHINGLE, shingles } from "./shingles.ts";

type Anchor = { readonly a: number; readonly b: number };

/** Positions of shingles that occur once in each part, in the longest sequence that rises in both. */
export function anchorsBetween(
  a: Uint32Array,
  b: Uint32Array,
  { aStart, aEnd, bStart, bEnd }: Range,
): readonly Anchor[] {
  if (aEnd - aStart < SHINGLE || bEnd - bStart < SHINGLE) return [];
  const inB = uniquePositions(shingles(b.subarray(bStart, bEnd)));
  const inA = uniquePositions(shingles(a.subarray(aStart, aEnd)));
  const pairs: Anchor[] = [];
  for (const [hash, position] of inA) {
    const other = inB.get(hash) ?? REPEATED;
    if (position === REPEATED || other === REPEATED) continue;
    pairs.push({ a: aStart + position, b: bStart + other });
  }
  return longestRising(pairs);
}

const REPEATED = -1;

/** Positions by hash, in the order of the text; REPEATED for a hash that occurs again. */
function uniquePositions(hashes: Uint32Array): ReadonlyMap<number, number> {
  const positions = new Map<number, number>();
  for (let index = 0; index < hashes.length; index += 1) {
    const hash = hashes[index] ?? 0;
    positions.set(hash, positions.has(hash) ? REPEATED : index);
  }
  return positions;
}

/** The longest rising subsequence by patience sorting; the pairs rise in `a` already. */
function longestRising(pairs: readonly Anchor[]): readonly Anchor[] {
  const tails: number[] = [];
  const previous: number[] = [];
  for (const [index, pair] of pairs.entries()) {
    const pile = firstNotBelow(pairs, tails, pair.b);
    previous.push(pile === 0 ? REPEATED : (tails[pile - 1] ?? REPEATED));
    tails[pile] = index;
  }
  const chain: Anchor[] = [];
  for (let index = tails.at(-1) ?? REPEATED; index !== REPEATED; ) {
    const pair = pairs[index];
    if (pair) chain.push(pair);
    index = previous[index] ?? REPEATED;
  }
  return chain.reverse();
}

function firstNotBelow(pairs: readonly Anchor[], tails: readonly number[], b: number): number {
  let low = 0;
  let high = tails.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((pairs[tails[middle] ?? 0]?.b ?? 0) < b) low = middle + 1;
    else high = middle;
  }
  return low;
}
