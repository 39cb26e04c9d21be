import { type Anchors, anchorsBetween } from "./anchors.ts";
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
  let { aStart, bStart } = range;
  for (const run of found) {
    if (depth > 1) alignRange(texts, { aStart, aEnd: run.a, bStart, bEnd: run.b }, depth - 1);
    texts.runs.push(run);
    aStart = run.a + run.length;
    bStart = run.b + run.length;
  }
  if (found.length > 0 && depth > 1) alignRange(texts, { ...range, aStart, bStart }, depth - 1);
}

function growAll(texts: TextPair, range: Range, anchors: Anchors): readonly EqualRun[] {
  const runs: EqualRun[] = [];
  let free = range;
  for (let index = 0; index < anchors.a.length; index += 1) {
    const [a, b] = [anchors.a[index] ?? 0, anchors.b[index] ?? 0];
    if (a < free.aStart || b < free.bStart) continue;
    const run = grow(texts, { a, b, length: 0 }, free);
    runs.push(run);
    free = { ...free, aStart: run.a + run.length, bStart: run.b + run.length };
  }
  return runs;
}

function grow({ a, b }: TextPair, from: EqualRun, free: Range): EqualRun {
  let before = 0;
  const mostBefore = Math.min(from.a - free.aStart, from.b - free.bStart);
  while (before < mostBefore && a[from.a - before - 1] === b[from.b - before - 1]) before += 1;
  let after = 0;
  const mostAfter = Math.min(free.aEnd - from.a, free.bEnd - from.b);
  while (after < mostAfter && a[from.a + after] === b[from.b + after]) after += 1;
  return { a: from.a - before, b: from.b - before, length: before + after };
}
