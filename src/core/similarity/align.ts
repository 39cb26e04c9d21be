import { anchorsBetween } from "./anchors.ts";
import type { Range } from "./range.ts";

/** A run of `length` equal tokens, from position `a` of one text and `b` of the other on. */
export type EqualRun = { readonly a: number; readonly b: number; readonly length: number };

/** How often the gaps between runs are searched again. */
const MAX_DEPTH = 4;

/**
 * What two texts share, in the order of both: runs of equal tokens that neither overlap nor cross.
 *
 * Shingles that occur once in each text are anchors (as in patience diff); the longest sequence
 * of anchors that rises in both is kept, and each is grown to a run as far as the tokens agree. The gaps
 * between runs are searched again: within them further shingles are unique. The work is n log n in the
 * tokens, whatever they are.
 */
export function align(a: Uint32Array, b: Uint32Array): readonly EqualRun[] {
  const runs: EqualRun[] = [];
  alignRange({ a, b, runs }, { aStart: 0, aEnd: a.length, bStart: 0, bEnd: b.length }, MAX_DEPTH);
  return runs;
}

type TextPair = { readonly a: Uint32Array; readonly b: Uint32Array; readonly runs: EqualRun[] };

/** Appends the runs of a range in their order. */
function alignRange(texts: TextPair, range: Range, depth: number): void {
  const found = growAll(texts, range, anchorsBetween(texts.a, texts.b, range));
  let rest = range;
  for (const run of found) {
    const before = { ...rest, aEnd: run.a, bEnd: run.b };
    if (depth > 1) alignRange(texts, before, depth - 1);
    texts.runs.push(run);
    rest = { ...rest, aStart: run.a + run.length, bStart: run.b + run.length };
  }
  if (found.length > 0 && depth > 1) alignRange(texts, rest, depth - 1);
}

function growAll(
  { a, b }: TextPair,
  range: Range,
  anchors: readonly AnchorPoint[],
): readonly EqualRun[] {
  const runs: EqualRun[] = [];
  let free = range;
  for (const anchor of anchors) {
    if (anchor.a < free.aStart || anchor.b < free.bStart) continue;
    const run = grow(a, b, { anchor, free });
    runs.push(run);
    free = { ...free, aStart: run.a + run.length, bStart: run.b + run.length };
  }
  return runs;
}

type AnchorPoint = { readonly a: number; readonly b: number };

function grow(
  a: Uint32Array,
  b: Uint32Array,
  { anchor, free }: { readonly anchor: AnchorPoint; readonly free: Range },
): EqualRun {
  let before = 0;
  while (
    anchor.a - before > free.aStart &&
    anchor.b - before > free.bStart &&
    a[anchor.a - before - 1] === b[anchor.b - before - 1]
  ) {
    before += 1;
  }
  let after = 0;
  while (
    anchor.a + after < free.aEnd &&
    anchor.b + after < free.bEnd &&
    a[anchor.a + after] === b[anchor.b + after]
  ) {
    after += 1;
  }
  return { a: anchor.a - before, b: anchor.b - before, length: before + after };
}
