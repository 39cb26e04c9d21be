import { type CleanupContext, DROPPED, isDropped, isKept } from "../exceptions.ts";
import type { Debris, TextBlock } from "../text-block.ts";
import { COMMON, takeCommon } from "./common-lines.ts";
import type { Outline, OutlineLine } from "./outline.ts";
import { type PlacedLine, placeLines } from "./outline.ts";
import { takeRepeated } from "./take-repeated.ts";
import { TRAITS } from "./traits.ts";

/** Recorded with each line that goes because its source repeats it. */
export const REPEATED = "repeated";

/** The lines of a text that its source, or sources in general, are known to repeat. Idempotent: the rest holds none. */
export function findRepeated(
  blocks: readonly TextBlock[],
  { exceptions, repeated }: CleanupContext,
): Debris[] {
  if (repeated.length === 0) return [];
  const lines = placeLines(blocks);
  const keys = keySet(repeated);
  const outline = (rule: string): readonly OutlineLine[] =>
    lines.map(({ text, outline: line }) =>
      isKept(exceptions, text, rule) ? untouchable(line) : line,
    );
  const taken = takeRepeated(outline(REPEATED), keys);
  const common = taken.size > 0 ? [] : takeCommon(outline(COMMON), keys);
  const ruleOf = (index: number): string | null =>
    taken.has(index) ? REPEATED : common.includes(index) ? COMMON : null;
  return lines.flatMap(({ block, line }, index) => {
    const rule = ruleOf(index);
    return rule === null ? [] : [{ block, line, rule }];
  });
}

/** Whether some line has one of the keys; if none has, cleaning with these keys changes nothing. */
export function mayTake(outline: Outline, repeated: readonly string[]): boolean {
  if (repeated.length === 0) return false;
  const hashes = hashSet(repeated);
  return outline.some(({ hash, lead }) => hashes.has(hash) || (lead !== null && hashes.has(lead)));
}

/** Cached by list: one list serves all articles of a document. */
const keySets = new WeakMap<readonly string[], ReadonlySet<string>>();
const hashSets = new WeakMap<readonly string[], ReadonlySet<string>>();

const keySet = (repeated: readonly string[]): ReadonlySet<string> =>
  remembered(keySets, repeated, (key) => key);
const hashSet = (repeated: readonly string[]): ReadonlySet<string> =>
  remembered(hashSets, repeated, (key) => key.slice(key.lastIndexOf(":") + 1));

function remembered(
  sets: WeakMap<readonly string[], ReadonlySet<string>>,
  keys: readonly string[],
  of: (key: string) => string,
): ReadonlySet<string> {
  const known = sets.get(keys);
  if (known) return known;
  const set = new Set(keys.map(of));
  sets.set(keys, set);
  return set;
}

const untouchable = (line: OutlineLine): OutlineLine => ({
  ...line,
  traits: line.traits & ~(TRAITS.edge | TRAITS.middle | TRAITS.lead),
});

/** The lines that an editor wants gone, wherever they stand. */
export function findDropped(
  blocks: readonly TextBlock[],
  { exceptions }: CleanupContext,
): Debris[] {
  return blocks.flatMap(({ lines }, block) =>
    lines.flatMap(({ text }, line): Debris[] =>
      isDropped(exceptions, text) ? [{ block, line, rule: DROPPED }] : [],
    ),
  );
}

/** Words of some lines, as the brake counts them. */
export const wordsOfLines = (lines: readonly PlacedLine[]): number =>
  lines.reduce((total, { outline }) => total + outline.words, 0);
