import type { Outline, OutlineLine } from "./outline.ts";
import { hasTrait, TRAITS } from "./traits.ts";

/** Recorded with each line that is removed because several houses have it where labels stand. */
export const COMMON = "common-line";

/** The form in which a common line is handed to the cleaner, among the keys of what a source repeats. */
export const commonKey = (hash: string): string => `common:${hash}`;

/** In words: labels are short. */
const MAX_WORDS = 12;
const MAX_LINKED_WORDS = 8;

/**
 * Indexes of the lines that are removed if they are common: short lines after the last sentence, before the first one
 * (unless that stands right under them), and anywhere a paragraph that is one link. A common line between sentences or
 * right above one proves nothing: "What we know so far" is a heading in many papers. Nor does one in a list: "salt and
 * pepper" is in many recipes.
 */
export function labelPlaces(lines: Outline): readonly number[] {
  return placesOf(lines, () => true);
}

/** Indexes of the lines in such places whose keys are known: the lines to remove. Idempotent, linear. */
export function takeCommon(lines: Outline, keys: ReadonlySet<string>): readonly number[] {
  return placesOf(lines, ({ hash }) => keys.has(commonKey(hash)));
}

function placesOf(lines: Outline, mayGo: (line: OutlineLine) => boolean): readonly number[] {
  const first = lines.findIndex(isSentence);
  if (first < 0) return [];
  const last = lines.findLastIndex(isSentence);
  const isOne = (line: OutlineLine): boolean => isShort(line) && mayGo(line);
  const items = itemsAround(lines, isOne);
  const places: number[] = [];
  let below: OutlineLine | undefined;
  for (let index = lines.length - 1; index >= 0; index--) {
    const line = lines[index] as OutlineLine;
    const isOutside = index > last || (index < first && below !== undefined && !isSentence(below));
    const isListed = (items[index] ?? 0) >= LEAST_ITEMS;
    if (isOne(line) && ((isOutside && !isListed) || isLink(line))) places.unshift(index);
    else below = line;
  }
  return places;
}

/** A line with at least this many list items beside it is one of them. */
const LEAST_ITEMS = 2;

/** How many items of a list stand directly above and below each line; common lines among them are passed over. */
function itemsAround(lines: Outline, isCommon: (line: OutlineLine) => boolean): readonly number[] {
  const items = lines.map(() => 0);
  const count = (indices: readonly number[]): void => {
    let run = 0;
    for (const index of indices) {
      const line = lines[index] as OutlineLine;
      items[index] = (items[index] ?? 0) + run;
      if (!isCommon(line)) run = isItem(line) ? run + 1 : 0;
    }
  };
  const indices = [...lines.keys()];
  count(indices);
  count(indices.reverse());
  return items;
}

/** "500 g flour", "Mill against Weir". */
const isItem = (line: OutlineLine): boolean =>
  hasTrait(line, TRAITS.short) && !hasTrait(line, TRAITS.heading | TRAITS.label);

const isSentence = (line: OutlineLine): boolean => hasTrait(line, TRAITS.sentence);

/** A short line that may be a label. A line with numbers says something else each time. */
const isShort = (line: OutlineLine): boolean =>
  hasTrait(line, TRAITS.edge) && !isSentence(line) && line.digits === 0 && line.words <= MAX_WORDS;

/** A short linked paragraph: one with few words that is no sentence, short text or heading is linked (outline.ts). */
const isLink = (line: OutlineLine): boolean =>
  hasTrait(line, TRAITS.middle) &&
  line.words <= MAX_LINKED_WORDS &&
  !hasTrait(line, TRAITS.short | TRAITS.heading);
