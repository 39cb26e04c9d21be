import { align, type EqualRun } from "./align.ts";
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
  /**
   * Words at the same place of both texts that the other text has nowhere: what is filled into a form, or another wording.
   * Each counts once, however often it is replaced.
   */
  readonly otherWords: number;
  /** The matches begin within the first tokens of both texts. */
  readonly isLead: boolean;
  /** Most tokens that are replaced, in both texts, between two matched runs. */
  readonly replaced: number;
  /** Most tokens that are replaced, in both texts, before the first run or after the last. */
  readonly replacedAtEnds: number;
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

function numbersIn(a: Uint32Array, { a: start, length }: EqualRun): number {
  let count = 0;
  for (const hash of a.subarray(start, start + length)) count += Number(isNumber(hash));
  return count;
}

type Gaps = Pick<Measures, "changedNumbers" | "otherWords" | "replaced" | "replacedAtEnds">;

/** The ends, before the first run and after the last, are compared when they are no longer than this, in tokens. */
const SHORT_END = 12;

function measureGaps(a: Uint32Array, b: Uint32Array, runs: readonly EqualRun[]): Gaps {
  if (runs.length === 0)
    return { changedNumbers: 0, otherWords: 0, replaced: 0, replacedAtEnds: 0 };
  const gaps = gapsBetween(a, b, runs);
  const lengths = gaps.map(({ left, right }) => Math.min(left.length, right.length));
  const ends = [gaps.at(0), gaps.at(-1)];
  const facing = gaps.filter(
    (gap) => !ends.includes(gap) || Math.max(gap.left.length, gap.right.length) <= SHORT_END,
  );
  let sets: Sets | null = null;
  const texts = () => (sets ??= { a: new Set(a), b: new Set(b) });
  return {
    changedNumbers: facing.reduce((sum, gap) => sum + changedNumbersIn(gap, texts), 0),
    otherWords: countOtherWords(
      facing.filter((gap) => !ends.includes(gap) || isField(gap, END_FIELD_TOKENS)),
      texts,
    ),
    replaced: Math.max(0, ...lengths.slice(1, -1)),
    replacedAtEnds: Math.max(lengths.at(0) ?? 0, lengths.at(-1) ?? 0),
  };
}

/** The tokens of two texts between two runs, before the first or after the last. */
type Gap = {
  readonly left: Uint32Array;
  readonly right: Uint32Array;
  /** The gap lies between two runs, one of which has a number next to it. */
  readonly isBesideNumber: boolean;
};

function gapsBetween(a: Uint32Array, b: Uint32Array, runs: readonly EqualRun[]): readonly Gap[] {
  const stops = [...runs, { a: a.length, b: b.length, length: 0 }];
  let end = { a: 0, b: 0 };
  return stops.map((next, index) => {
    const isBetween = index > 0 && index < runs.length;
    const gap = {
      left: a.subarray(end.a, next.a),
      right: b.subarray(end.b, next.b),
      isBesideNumber: isBetween && [a[end.a - 1], a[next.a]].some((hash) => isNumber(hash ?? 0)),
    };
    end = { a: next.a + next.length, b: next.b + next.length };
    return gap;
  });
}

/** The tokens that each text has. */
type Sets = { readonly a: ReadonlySet<number>; readonly b: ReadonlySet<number> };

function changedNumbersIn({ left, right, isBesideNumber }: Gap, texts: () => Sets): number {
  const longer = Number(isBesideNumber && isLonger(left, right));
  if (!left.some(isNumber) || !right.some(isNumber)) return longer;
  const missing = Math.min(countMissing(left, texts().b), countMissing(right, texts().a));
  return Math.max(changedIn(left, right), missing, longer);
}

/** Numbers that the other text has nowhere. */
function countMissing(part: Uint32Array, other: ReadonlySet<number>): number {
  let count = 0;
  for (const hash of part) count += Number(isNumber(hash) && !other.has(hash));
  return count;
}

/** At most so many words count at one place. */
const MAX_FIELD = 3;
/** The longest value that is filled into a form, in tokens: more is a passage that was replaced. */
const FIELD_TOKENS = 12;
/** The same at the beginning and the end, where one text may simply have a line more. */
const END_FIELD_TOKENS = 6;

const isField = ({ left, right }: Gap, tokens: number): boolean =>
  Math.min(left.length, right.length) > 0 && Math.max(left.length, right.length) <= tokens;

function countOtherWords(gaps: readonly Gap[], texts: () => Sets): number {
  const counted = new Set<number>();
  let count = 0;
  for (const { left, right } of gaps.filter((gap) => isField(gap, FIELD_TOKENS))) {
    const [own, others] = [
      wordsMissing(left, texts().b, counted),
      wordsMissing(right, texts().a, counted),
    ];
    count += Math.min(own.size, others.size, MAX_FIELD);
    for (const word of [...own, ...others]) counted.add(word);
  }
  return count;
}

/** Words, no numbers, that the other text has nowhere and that are not counted yet. */
function wordsMissing(
  part: Uint32Array,
  other: ReadonlySet<number>,
  counted: ReadonlySet<number>,
): ReadonlySet<number> {
  const words = [...part].filter((hash) => !isNumber(hash) && !other.has(hash));
  return new Set(words.filter((hash) => !counted.has(hash)));
}

/** Whether only one of the texts goes on with numbers here: "6" and "6-3/16" differ. */
const isLonger = (left: Uint32Array, right: Uint32Array): boolean =>
  Math.min(left.length, right.length) === 0 &&
  left.length + right.length > 0 &&
  [...left, ...right].every(isNumber);

/** Numbers are compared place by place in gaps of equal length, else at both ends of the gap. */
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
