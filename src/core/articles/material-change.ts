import type { Fingerprint } from "../similarity/fingerprint.ts";
import { cleanLine } from "../text/clean.ts";
import type { ArticleDraft } from "./article-draft.ts";
import type { KnownArticle } from "./stored-context.ts";

/**
 * Version of the rules that make an article of an item, raised with each change of what a reader sees
 * of the same item. Hashes that different rules made say nothing of each other.
 */
export const DRAFTING_RULES = 11;

/** What cleaning takes out is mostly less. */
const MATERIAL_SHARE = 0.05;

/**
 * Whether what was received changed in what readers see. After an upgrade the stored hash is that of
 * older rules: then the title and the words tell, once; of an article whose text is
 * its page's, which is not at hand, the title alone. Rules take words out or let them in, such as the fuller of two
 * texts of an item; publishers who rewrite do both.
 */
export function isNewsOf(stored: KnownArticle, draft: ArticleDraft): boolean {
  if (stored.receivedHash === draft.receivedHash) return false;
  if (stored.rules === draft.rules) return true;
  return isRetitled(stored, draft) || (!stored.isFromPage && isRewritten(stored, draft));
}

function isRewritten(stored: KnownArticle, draft: ArticleDraft): boolean {
  const { gone, added, longest } = changedWords(stored, draft);
  return Math.min(gone, added) >= MATERIAL_SHARE * longest;
}

/** Whether a completed article is told to readers as changed. */
export const isNewsWhenCompleted = (stored: KnownArticle, draft: ArticleDraft): boolean =>
  stored.rules === draft.rules || isMaterial(stored, draft);

/** Whether the title or MATERIAL_SHARE of the words changed: more than our own rules take out or put in. */
export function isMaterial(stored: KnownArticle, draft: ArticleDraft): boolean {
  if (isRetitled(stored, draft)) return true;
  if (stored.textHash === draft.textHash) return false;
  return changedShare(stored, draft) >= MATERIAL_SHARE;
}

/**
 * A title that was stored before titles were cleaned is none other for that, nor for what could not be read in it, nor for
 * blanks that tags once left within its words.
 */
const isRetitled = (stored: KnownArticle, draft: ArticleDraft): boolean =>
  readable(stored.title) !== readable(draft.title);

const readable = (title: string): string =>
  cleanLine(title.replaceAll("\ufffd", "")).replaceAll(" ", "");

type CountedText = { readonly fingerprint: Fingerprint; readonly tokenCount: number };

/** The part of the longer text that has no equal word in the other, 0 to 1. */
function changedShare(one: CountedText, other: CountedText): number {
  const { gone, added, longest } = changedWords(one, other);
  return Math.max(gone, added) / longest;
}

/** How many words of a text are not in another, and the other way round; each counts as often as it stands there. */
function changedWords(one: CountedText, other: CountedText) {
  // An old article has no fingerprint any more: as many words differ as one has more than the other.
  if (isForgotten(one) || isForgotten(other)) {
    const more = other.tokenCount - one.tokenCount;
    const longest = Math.max(one.tokenCount, other.tokenCount, 1);
    return { gone: Math.max(0, -more), added: Math.max(0, more), longest };
  }
  const [a, b] = [one.fingerprint.tokens, other.fingerprint.tokens];
  const counts = new Map<number, number>();
  for (const token of a) counts.set(token, (counts.get(token) ?? 0) + 1);
  let common = 0;
  for (const token of b) {
    const left = counts.get(token) ?? 0;
    if (left > 0) common += 1;
    counts.set(token, left - 1);
  }
  const longest = Math.max(a.length, b.length, 1);
  return { gone: a.length - common, added: b.length - common, longest };
}

export const isForgotten = ({ fingerprint, tokenCount }: CountedText): boolean =>
  fingerprint.tokens.length === 0 && tokenCount > 0;
