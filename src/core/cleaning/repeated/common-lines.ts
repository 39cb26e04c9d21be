import type { Outline, OutlineLine } from "./outline.ts";
import { hasTrait, TRAITS } from "./traits.ts";

/** Recorded with each line that goes because articles of several sources have it where labels stand. */
export const COMMON = "common-line";

/** The form in which a common line is handed to the cleaner, among the keys of what a source repeats. */
export const commonKey = (hash: string): string => `common:${hash}`;

/** Labels are short. */
const MAX_WORDS = 12;
const MAX_LINKED_WORDS = 8;

/**
 * Where a line that other sources have too would go: after the last sentence, before the first one unless that stands right
 * under it, and anywhere as a paragraph that is one link. Between sentences, and above one, being common proves nothing:
 * "What we know so far" is a heading in many papers; nor does it in a list: "salt and pepper" is in many recipes.
 */
export function labelPlaces(lines: Outline): readonly number[] {
  return placesOf(lines, () => true);
}

/** The lines that go, by index: those whose key is known. Idempotent, linear. */
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

/** So many items of a list beside a line make it one of them. */
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

/** Numbers change, and with them what a line says. */
const isShort = (line: OutlineLine): boolean =>
  hasTrait(line, TRAITS.edge) && !isSentence(line) && line.digits === 0 && line.words <= MAX_WORDS;

/** Of few words, what is neither a sentence nor short text nor a heading is linked (outline.ts). */
const isLink = (line: OutlineLine): boolean =>
  hasTrait(line, TRAITS.middle) &&
  line.words <= MAX_LINKED_WORDS &&
  !hasTrait(line, TRAITS.short | TRAITS.heading);
