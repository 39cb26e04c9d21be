import { runsOf, wallShare } from "./judge-page.ts";

/*
 * Whether a page that had the whole article shows only its beginning now: it went behind a wall, or its publisher shows
 * old articles in short. Then the page that is kept is the better one. An article that its editors cut, or wrote
 * anew, is no such page:
 *   - most of what was there is still there, or
 *   - it begins otherwise, or what is left of it stands here and there, or
 *   - most of what it says now is new, and does not speak of subscriptions.
 */

/** A text that keeps so much was cut by its editors. */
const MOST_OF_IT = 0.8;
/** Words at the beginning that must still be there, and how many of their runs. */
const BEGINNING = { words: 30, share: 0.5 };
/** How far the beginning reaches: what is left of it, and a little for lines that went from within. */
const REACH = { factor: 1.3, words: 20, share: 0.9 };

/** Both as tokens. */
export type Shrinking = { readonly before: readonly string[]; readonly now: readonly string[] };

export function showsOnlyBeginning({ before, now }: Shrinking): boolean {
  const [kept, shown] = [runsOf(before), runsOf(now)];
  const still = new Set(shown);
  const places = kept.flatMap((run, place) => (still.has(run) ? [place] : []));
  if (places.length === 0 || places.length >= MOST_OF_IT * kept.length) return false;
  const first = places.filter((place) => place < BEGINNING.words).length;
  if (first < BEGINNING.share * Math.min(BEGINNING.words, kept.length)) return false;
  const reach = REACH.factor * places.length + REACH.words;
  if (places.filter((place) => place < reach).length < REACH.share * places.length) return false;
  return shown.length - places.length <= places.length || speaksOfWall(before, now);
}

const LEAST_WALL_SHARE = 0.02;

function speaksOfWall(before: readonly string[], now: readonly string[]): boolean {
  const known = new Set(before);
  return wallShare(now.filter((word) => !known.has(word))) >= LEAST_WALL_SHARE;
}
