import type { ArticleDraft } from "../articles/article-draft.ts";
import { isForgotten } from "../articles/material-change.ts";
import type { KnownArticle } from "../articles/stored-context.ts";
import { showsOnlyBeginning } from "./judge-shrinking.ts";

/** Of a shorter text, what its editors leave is no teaser. */
const LEAST_WORDS = 50;

/**
 * Whether an item that had its whole text holds only the beginning of it now: feeds show their older articles in short,
 * and correct the headlines of these, too. The same rule tells this of pages (judge-shrinking.ts); texts are compared
 * by the hashes of their words, so what walls say is not known here.
 *
 * @param wording the words as they were received, for an article whose text is that of its page, or whose fingerprint
 *   is forgotten.
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
