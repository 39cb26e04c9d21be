import { runsOf, wallShare } from "./judge-page.ts";

/*
 * Tells whether a page that had the whole article now shows only its beginning: it went behind a wall, or its publisher
 * shortens old articles. The kept page is then the better one. The answer is no for an article that its editors cut or
 * wrote anew:
 *   - most of the old text is still there, or
 *   - the text begins otherwise, or its old parts stand here and there, or
 *   - most of the text is new and does not speak of subscriptions.
 */

/** Share of the runs; a text that keeps as many was cut by its editors. */
const MOST_OF_IT = 0.8;
/** The first `words` words, and the share of their runs that must still be there. */
const BEGINNING = { words: 30, share: 0.5 };
/** How far the beginning reaches: over what is left, and a little more for lines that were removed within it. */
const REACH = { factor: 1.3, words: 20, share: 0.9 };

/** Tokens of both texts. */
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
