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

/** With fewer words a title heads any report of its kind: "Police report", "Man arrested". */
const NAMING_WORDS = 3;
const SAME_RUBRIC = 0.6;

/**
 * Whether the titles leave open if two reports of one form tell of one event: both are the same rubric (a column, or a
 * kind of event); or one names nothing that its text tells, and the other names nothing that both tell.
 */
export function areRubrics(a: Titled, b: Titled): boolean {
  const left = wordsOf(a);
  const right = wordsOf(b);
  if (isRubric(a.title) && isRubric(b.title) && titleSimilarity(a.title, b.title) >= SAME_RUBRIC) {
    return true;
  }
  return (!names(left) && !namesBoth(right, left)) || (!names(right) && !namesBoth(left, right));
}

function isRubric(title: string): boolean {
  const words = tokens(title).filter(isWord);
  const letters = words.filter((word) => HAN.test(word)).length;
  return words.length - letters / 2 < NAMING_WORDS;
}

type Words = { readonly title: readonly number[]; readonly text: ReadonlySet<number> };

const wordsOf = ({ title, tokens: text }: Titled): Words => ({
  title: tokens(title).filter(isWord).map(tokenHash),
  text: new Set(text),
});

const isWord = (token: string): boolean =>
  (token.length >= MIN_LETTERS || HAN.test(token)) && !isNumber(tokenHash(token));

const names = ({ title, text }: Words): boolean => title.some((word) => text.has(word));

const namesBoth = (own: Words, other: Words): boolean => names(own) && !namesMore(own, other);

const namesMore = (own: Words, other: Words): boolean =>
  own.title.some((word) => own.text.has(word) && !mentions(other, word));

const mentions = ({ title, text }: Words, word: number): boolean =>
  text.has(word) || title.includes(word);

function mentionsAll(own: Words, other: Words): boolean {
  const named = own.title.filter((word) => own.text.has(word));
  return named.length > 0 && named.every((word) => mentions(other, word));
}
