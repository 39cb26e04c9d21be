import { tokens } from "../text/tokens.ts";
import { isNumber, tokenHash } from "./token-hash.ts";

/** Dice coefficient of the sets of tokens, 0 to 1. */
export function titleSimilarity(a: string, b: string): number {
  const left = new Set(tokens(a));
  const right = new Set(tokens(b));
  const shared = [...left].filter((token) => right.has(token)).length;
  return left.size + right.size === 0 ? 1 : (2 * shared) / (left.size + right.size);
}

/** A title with the text that it stands over. */
export type Titled = { readonly title: string; readonly tokens: Uint32Array };

/** Shorter words are articles and prepositions, which a language may change at will. */
const MIN_LETTERS = 3;

/**
 * Whether each title has a word of its own text that the other never mentions: two stories of one
 * form, each about somebody else. A title whose words are all not in the text says nothing.
 */
export function haveOtherSubjects(a: Titled, b: Titled): boolean {
  const left = wordsOf(a);
  const right = wordsOf(b);
  return namesMore(left, right) && namesMore(right, left);
}

/** Whether each title names what its own text tells of, and the other article mentions all of it. */
export function haveOneSubject(a: Titled, b: Titled): boolean {
  const left = wordsOf(a);
  const right = wordsOf(b);
  return mentionsAll(left, right) && mentionsAll(right, left);
}

type Words = { readonly title: readonly number[]; readonly text: ReadonlySet<number> };

const wordsOf = ({ title, tokens: text }: Titled): Words => ({
  title: tokens(title)
    .filter(({ length }) => length >= MIN_LETTERS)
    .map(tokenHash)
    .filter((hash) => !isNumber(hash)),
  text: new Set(text),
});

const namesMore = (own: Words, other: Words): boolean =>
  own.title.some((word) => own.text.has(word) && !mentions(other, word));

const mentions = ({ title, text }: Words, word: number): boolean =>
  text.has(word) || title.includes(word);

function mentionsAll(own: Words, other: Words): boolean {
  const named = own.title.filter((word) => own.text.has(word));
  return named.length > 0 && named.every((word) => mentions(other, word));
}
