import { type CleanupContext, DROPPED, isDropped, isKept } from "./exceptions.ts";
import type { Debris, TextBlock } from "./find-debris.ts";
import { type PlacedLine, placeLines } from "./outline.ts";
import type { OutlineLine } from "./repeated.ts";
import { takeRepeated } from "./take-repeated.ts";
import { TRAITS } from "./traits.ts";

/** Recorded with each line that goes because its source repeats it. */
export const REPEATED = "repeated";

/** The lines of a text that its source is known to repeat. Idempotent: the rest holds none. */
export function findRepeated(
  blocks: readonly TextBlock[],
  { exceptions, repeated }: CleanupContext,
): Debris[] {
  if (repeated.length === 0) return [];
  const lines = placeLines(blocks);
  const outline = lines.map(({ text, outline: line }) =>
    isKept(exceptions, text, REPEATED) ? untouchable(line) : line,
  );
  const taken = takeRepeated(outline, new Set(repeated));
  return lines.flatMap(({ block, line }, index) =>
    taken.has(index) ? [{ block, line, rule: REPEATED }] : [],
  );
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
