import { fold } from "./fold.ts";
import { UNSPACED, UNSPACED_LETTER } from "./scripts.ts";

/**
 * The words of a text for comparison, folded (fold.ts). A token is a word, a whole number with its separators (`1.234,5`), or
 * a single letter, with its marks, of a script that does not separate words. Linear.
 */
export const tokens = (text: string): readonly string[] => fold(text).match(TOKEN) ?? [];

/** The tokens of each line that has any. */
export const tokensByLine = (text: string): readonly (readonly string[])[] =>
  text
    .split("\n")
    .map(tokens)
    .filter(({ length }) => length > 0);

/**
 * The words of a line in the form in which lines of two articles are compared: numbers, dates and times as `0`, and two
 * letters of a script that does not separate words as one word.
 */
export const lineWords = (line: string): readonly string[] =>
  fold(line).match(LINE_WORD)?.map(withoutDigits) ?? [];

const withoutDigits = (word: string): string => (BEGINS_WITH_NUMBER.test(word) ? "0" : word);
const BEGINS_WITH_NUMBER = /^\p{N}/u;

/** A letter that is a token of its own; `WORD` is a run of other letters. Marks belong to the letter below them. */
const LETTER = `${UNSPACED_LETTER}\\p{M}*`;
const WORD = `(?:[\\p{L}--[${UNSPACED}]]\\p{M}*)+`;

const TOKEN = new RegExp(`${WORD}|\\p{N}+(?:[.,:]\\p{N}+)*|${LETTER}`, "gv");
const LINE_WORD = new RegExp(`${WORD}|\\p{N}[\\p{N}.,:\\/]*|(?:${LETTER}){1,2}`, "gv");
