import type { Fingerprint } from "../similarity/fingerprint.ts";
import { tokenHash } from "../similarity/token-hash.ts";
import { cleanLine } from "../text/clean.ts";
import { tokens } from "../text/tokens.ts";
import type { ArticleDraft } from "./article-draft.ts";
import type { KnownArticle } from "./stored-context.ts";

/**
 * Version of the rules that make an article of an item. Raise it with each change to what readers see of the same item:
 * hashes of different versions cannot be compared.
 */
export const DRAFTING_RULES = 20;

/** The part of the words, 0 to 1, from which a change is material. Changes to our cleaning rules mostly move less. */
const MATERIAL_SHARE = 0.05;

/**
 * Whether an item changed in what readers see. After an upgrade the stored hash is that of older rules: then the title and
 * the words are compared, once. An article whose text is its page's, which is not at hand, is compared by its title alone.
 * Words must have gone and others come: new rules do one of these, publishers who rewrite do both.
 */
export function isNewsOf(stored: KnownArticle, draft: ArticleDraft): boolean {
  if (stored.receivedHash === draft.receivedHash) return false;
  if (stored.rules === draft.rules) return true;
  return isRetitled(stored, draft) || (!stored.isFromPage && isRewritten(stored, draft));
}

/** Own words of a text beside its title, at most, that newer rules may have given up for the item's summary. */
const FEW_WORDS = 12;

function isRewritten(stored: KnownArticle, draft: ArticleDraft): boolean {
  if (isNearlyTitle(stored) && draft.tokenCount > stored.tokenCount) return false;
  const { gone, added, longest } = changedWords(stored, draft);
  return Math.min(gone, added) >= MATERIAL_SHARE * longest;
}

/** Whether a text says hardly more than its title: a fuller one takes its place without having been rewritten. */
function isNearlyTitle({ title, fingerprint }: KnownArticle): boolean {
  const named = new Set(tokens(title).map(tokenHash));
  const own = fingerprint.tokens.filter((token) => !named.has(token));
  return fingerprint.tokens.length > 0 && own.length <= FEW_WORDS;
}

/** Whether readers are told that a completed article changed. */
export const isNewsWhenCompleted = (stored: KnownArticle, draft: ArticleDraft): boolean =>
  stored.rules === draft.rules || isMaterial(stored, draft);

/** Whether the title or MATERIAL_SHARE of the words changed: more than our own rules take out or put in. */
export function isMaterial(stored: KnownArticle, draft: ArticleDraft): boolean {
  if (isRetitled(stored, draft)) return true;
  if (stored.textHash === draft.textHash) return false;
  return changedShare(stored, draft) >= MATERIAL_SHARE;
}

/**
 * Whether the title changed. Cleaning, unreadable characters (U+FFFD), and blanks that tags once left within words do not
 * count.
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

/** Words that only one of two texts has: `gone` of the first, `added` of the second. Repeated words count each time. */
function changedWords(one: CountedText, other: CountedText) {
  // An old article has no fingerprint any more: only the difference in length is known.
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
