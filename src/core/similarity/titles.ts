import { has, type PositionTable, positionsOf } from "./position-table.ts";
import { type Title, titleOf } from "./title.ts";

/** Dice coefficient of the sets of tokens, 0 to 1. */
export const titleSimilarity = (a: string, b: string): number => likenessOf(titleOf(a), titleOf(b));

/** As `titleSimilarity`. */
export function likenessOf({ set: left }: Title, { set: right }: Title): number {
  let shared = 0;
  for (const token of left) shared += Number(right.has(token));
  return left.size + right.size === 0 ? 1 : (2 * shared) / (left.size + right.size);
}

/** A title with the text that it stands over. */
export type Titled = { readonly title: Title; readonly tokens: Uint32Array };

/**
 * Whether each title has a word of its own text that the other never mentions: two stories of one
 * form, each about somebody else. A title without a word of its text says nothing.
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

const TELLING_WORDS = 2;

/**
 * Whether each title has long words that both texts have, and the titles do not name different subjects: a heading such as
 * "Dates for your diary this week" has no such words.
 */
export function tellOfOne(a: Titled, b: Titled): boolean {
  const left = wordsOf(a);
  const right = wordsOf(b);
  if (namesMore(left, right) && namesMore(right, left)) return false;
  const isTold = (word: number): boolean => has(left.text, word) && has(right.text, word);
  return [a, b].every(({ title }) => [...title.longWords].filter(isTold).length >= TELLING_WORDS);
}

type TitleWords = { readonly title: readonly number[]; readonly text: PositionTable };

const wordsOf = ({ title, tokens }: Titled): TitleWords => ({
  title: title.words,
  text: positionsOf(tokens),
});

const namesMore = (own: TitleWords, other: TitleWords): boolean =>
  own.title.some((word) => has(own.text, word) && !mentions(other, word));

const mentions = ({ title, text }: TitleWords, word: number): boolean =>
  has(text, word) || title.includes(word);

function mentionsAll(own: TitleWords, other: TitleWords): boolean {
  const named = own.title.filter((word) => has(own.text, word));
  return named.length > 0 && named.every((word) => mentions(other, word));
}
