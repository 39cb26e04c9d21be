import { BRAKE } from "../brake.ts";
import type { Outline, OutlineLine } from "./outline.ts";

/**
 * Gives each article the number of its story. Versions of one story, and reports made from one template, share more than
 * BRAKE of their words and count as one. (A wrapper with that share could not be removed anyway.) The longest articles
 * come first, so that a short one with a large wrapper does not join all the others.
 */
export function storiesOf(outlines: readonly Outline[]): readonly number[] {
  const longest = outlines
    .map((outline, index) => ({ index, outline, words: wordsOf(outline) }))
    .sort((a, b) => b.words - a.words || a.index - b.index);
  const stories: number[] = outlines.map(() => 0);
  const leaders: { readonly story: number; readonly hashes: ReadonlySet<string> }[] = [];
  for (const { index, outline, words } of longest) {
    const known = leaders.find(({ hashes }) => sharedWords(outline, hashes) > BRAKE * words);
    stories[index] = known?.story ?? leaders.length;
    if (!known) leaders.push({ story: leaders.length, hashes: hashesOf(outline) });
  }
  return stories;
}

const sumWords = (lines: readonly OutlineLine[]): number =>
  lines.reduce((total, { words }) => total + words, 0);

export const wordsOf = (outline: Outline): number => sumWords(outline);

/** Hashes of the lines and of their beginnings, which may be alike: "Der Wind weht am Montag schwach aus …". */
const hashesOf = (outline: Outline): ReadonlySet<string> =>
  new Set(outline.flatMap(({ hash, lead }) => (lead === null ? [hash] : [hash, lead])));

const sharedWords = (outline: Outline, hashes: ReadonlySet<string>): number =>
  sumWords(
    outline.filter(({ hash, lead }) => hashes.has(hash) || (lead !== null && hashes.has(lead))),
  );
