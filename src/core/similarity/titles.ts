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
/** Chinese characters: of words that are written without blanks each is one, or half of one. */
const HAN = /^\p{Script=Han}/u;

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

/** Shorter words are mostly those that any text has. */
const TELLING_LETTERS = 5;
const TELLING_WORDS = 2;

/**
 * Whether each title has words that both texts tell, and none tells what the other article does not: a heading such as "Dates
 * for your diary this week" has no such words.
 */
export function tellOfOne(a: Titled, b: Titled): boolean {
  if (haveOtherSubjects(a, b)) return false;
  const [left, right] = [a, b].map(({ tokens: text }) => new Set(text));
  return [a, b].every(({ title }) => {
    const words = new Set(tokens(title).filter(isTelling).map(tokenHash));
    return [...words].filter((word) => left?.has(word) && right?.has(word)).length >= TELLING_WORDS;
  });
}

const isTelling = (token: string): boolean =>
  (token.length >= TELLING_LETTERS || HAN.test(token)) && !isNumber(tokenHash(token));

type Words = { readonly title: readonly number[]; readonly text: ReadonlySet<number> };

const wordsOf = ({ title, tokens: text }: Titled): Words => ({
  title: tokens(title).filter(isWord).map(tokenHash),
  text: new Set(text),
});

const isWord = (token: string): boolean =>
  (token.length >= MIN_LETTERS || HAN.test(token)) && !isNumber(tokenHash(token));

const namesMore = (own: Words, other: Words): boolean =>
  own.title.some((word) => own.text.has(word) && !mentions(other, word));

const mentions = ({ title, text }: Words, word: number): boolean =>
  text.has(word) || title.includes(word);

function mentionsAll(own: Words, other: Words): boolean {
  const named = own.title.filter((word) => own.text.has(word));
  return named.length > 0 && named.every((word) => mentions(other, word));
}
