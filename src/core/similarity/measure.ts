import { align, type EqualRun } from "./align.ts";
import { has, type PositionTable, positionsOf } from "./position-table.ts";
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
    equalNumbers: runs.reduce((sum, run) => sum + numbersIn(a, run.a, run.a + run.length), 0),
    isLead: first !== undefined && first.a <= LEAD_TOKENS && first.b <= LEAD_TOKENS,
    ...measureGaps(a, b, runs),
  };
}

function numbersIn(tokens: Uint32Array, start: number, end: number): number {
  let count = 0;
  for (let index = start; index < end; index += 1) count += (tokens[index] ?? 0) & 1;
  return count;
}

type Gaps = Pick<Measures, "changedNumbers" | "otherWords" | "replaced" | "replacedAtEnds">;

/** The ends, before the first run and after the last, are compared when they are no longer than this, in tokens. */
const SHORT_END = 12;

function measureGaps(a: Uint32Array, b: Uint32Array, runs: readonly EqualRun[]): Gaps {
  if (runs.length === 0)
    return { changedNumbers: 0, otherWords: 0, replaced: 0, replacedAtEnds: 0 };
  const gaps = gapsBetween(a, b, runs);
  const lengths = gaps.map(shorterSide);
  const ends = [gaps.at(0), gaps.at(-1)];
  const facing = gaps.filter((gap) => !ends.includes(gap) || longerSide(gap) <= SHORT_END);
  return {
    changedNumbers: facing.reduce((sum, gap) => sum + changedNumbersIn(gap), 0),
    otherWords: countOtherWords(
      facing.filter((gap) => !ends.includes(gap) || isField(gap, END_FIELD_TOKENS)),
    ),
    replaced: Math.max(0, ...lengths.slice(1, -1)),
    replacedAtEnds: Math.max(lengths.at(0) ?? 0, lengths.at(-1) ?? 0),
  };
}

/** The tokens of two texts between two runs, before the first or after the last. */
type Gap = {
  readonly left: Side;
  readonly right: Side;
  /** The gap lies between two runs, one of which has a number next to it. */
  readonly isBesideNumber: boolean;
};

/** What one text has in a gap: from `start` up to, not including, `end`. */
type Side = { readonly tokens: Uint32Array; readonly start: number; readonly end: number };

function gapsBetween(a: Uint32Array, b: Uint32Array, runs: readonly EqualRun[]): readonly Gap[] {
  const stops = [...runs, { a: a.length, b: b.length, length: 0 }];
  let end = { a: 0, b: 0 };
  return stops.map((next, index) => {
    const isBetween = index > 0 && index < runs.length;
    const gap = {
      left: { tokens: a, start: end.a, end: next.a },
      right: { tokens: b, start: end.b, end: next.b },
      isBesideNumber: isBetween && (isNumber(a[end.a - 1] ?? 0) || isNumber(a[next.a] ?? 0)),
    };
    end = { a: next.a + next.length, b: next.b + next.length };
    return gap;
  });
}

const sizeOf = ({ start, end }: Side): number => end - start;
const shorterSide = ({ left, right }: Gap): number => Math.min(sizeOf(left), sizeOf(right));
const longerSide = ({ left, right }: Gap): number => Math.max(sizeOf(left), sizeOf(right));
const numbersOf = ({ tokens, start, end }: Side): number => numbersIn(tokens, start, end);

function changedNumbersIn({ left, right, isBesideNumber }: Gap): number {
  const longer = Number(isBesideNumber && isLonger(left, right));
  if (numbersOf(left) === 0 || numbersOf(right) === 0) return longer;
  const missing = Math.min(
    countMissing(left, positionsOf(right.tokens)),
    countMissing(right, positionsOf(left.tokens)),
  );
  return Math.max(changedIn(left, right), missing, longer);
}

/** Numbers that the other text has nowhere. */
function countMissing({ tokens, start, end }: Side, other: PositionTable): number {
  let count = 0;
  for (let index = start; index < end; index += 1) {
    const hash = tokens[index] ?? 0;
    count += Number(isNumber(hash) && !has(other, hash));
  }
  return count;
}

/** At most so many words count at one place. */
const MAX_FIELD = 3;
/** The longest value that is filled into a form, in tokens: more is a passage that was replaced. */
const FIELD_TOKENS = 12;
/** The same at the beginning and the end, where one text may simply have a line more. */
const END_FIELD_TOKENS = 6;

const isField = (gap: Gap, tokens: number): boolean =>
  shorterSide(gap) > 0 && longerSide(gap) <= tokens;

function countOtherWords(gaps: readonly Gap[]): number {
  const counted = new Set<number>();
  let count = 0;
  for (const { left, right } of gaps.filter((gap) => isField(gap, FIELD_TOKENS))) {
    const own = wordsMissing(left, positionsOf(right.tokens), counted);
    const others = wordsMissing(right, positionsOf(left.tokens), counted);
    count += Math.min(own.length, others.length, MAX_FIELD);
    for (const word of [...own, ...others]) counted.add(word);
  }
  return count;
}

/** Distinct words, no numbers, that the other text has nowhere and that are not counted yet. */
function wordsMissing(
  { tokens, start, end }: Side,
  other: PositionTable,
  counted: ReadonlySet<number>,
): readonly number[] {
  const words: number[] = [];
  for (let index = start; index < end; index += 1) {
    const hash = tokens[index] ?? 0;
    if (isNumber(hash) || has(other, hash)) continue;
    if (!counted.has(hash) && !words.includes(hash)) words.push(hash);
  }
  return words;
}

/** Whether only one of the texts goes on with numbers here: "6" and "6-3/16" differ. */
function isLonger(left: Side, right: Side): boolean {
  const [shorter, longer] = sizeOf(left) === 0 ? [left, right] : [right, left];
  return sizeOf(shorter) === 0 && sizeOf(longer) > 0 && numbersOf(longer) === sizeOf(longer);
}

/** Numbers are compared place by place in gaps of equal length, else at both ends of the gap. */
function changedIn(left: Side, right: Side): number {
  const [size, other] = [sizeOf(left), sizeOf(right)];
  if (Math.min(size, other) === 0) return 0;
  const first = changed(left.tokens[left.start], right.tokens[right.start]);
  const last = changed(left.tokens[left.end - 1], right.tokens[right.end - 1]);
  if (size !== other) return Math.min(size, other) === 1 ? Math.max(last, first) : last + first;
  let count = 0;
  for (let place = 0; place < size; place += 1) {
    count += changed(left.tokens[left.start + place], right.tokens[right.start + place]);
  }
  return count;
}

const changed = (left: number | undefined, right: number | undefined): number =>
  Number(left !== right && isNumber(left ?? 0) && isNumber(right ?? 0));
