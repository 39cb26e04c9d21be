import type { ArticleDraft } from "../articles/article-draft.ts";
import { isForgotten } from "../articles/material-change.ts";
import type { KnownArticle } from "../articles/stored-context.ts";
import { showsOnlyBeginning } from "./judge-shrinking.ts";

/** In words; a shorter text that loses its rest was cut by its editors, and is no teaser. */
const LEAST_WORDS = 50;

/**
 * Whether an item that had its whole text now holds only the beginning: feeds shorten their older articles, and correct the
 * headlines of these, too. The rule is that for pages (judge-shrinking.ts), on hashes of words, so that words of walls are
 * not recognised here.
 *
 * @param wording hashes of the item's words as received; used for an article whose text is its page's, or whose
 *   fingerprint is forgotten.
 */
export function lostItsRest(
  stored: KnownArticle,
  draft: ArticleDraft,
  wording: Uint32Array | undefined,
): boolean {
  const isKnownByWording = stored.isFromPage || isForgotten(stored);
  const words = isKnownByWording ? wording : stored.fingerprint.tokens;
  if (words === undefined || words.length < LEAST_WORDS) return false;
  return showsOnlyBeginning({ before: named(words), now: named(draft.fingerprint.tokens) });
}

const named = (hashes: Uint32Array): readonly string[] => Array.from(hashes, String);
