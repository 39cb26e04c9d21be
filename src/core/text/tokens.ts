import { fold } from "./fold.ts";
import { UNSPACED, UNSPACED_LETTER } from "./scripts.ts";

/**
 * The words of a text as they are compared: folded (fold.ts). A token is a word, a whole number with its separators
 * (`1.234,5`), or a single letter of a script that does not part its words, with its marks. Linear.
 */
export const tokens = (text: string): readonly string[] => fold(text).match(TOKEN) ?? [];

/** The tokens of each line that has any. */
export const tokensByLine = (text: string): readonly (readonly string[])[] =>
  text
    .split("\n")
    .map(tokens)
    .filter(({ length }) => length > 0);

/**
 * The words of a line in the form in which lines of two articles are the same line: numbers as `0`, dates and times
 * among them, and two letters of a script that does not part its words as one word.
 */
export const lineWords = (line: string): readonly string[] =>
  fold(line).match(LINE_WORD)?.map(withoutDigits) ?? [];

const withoutDigits = (word: string): string => (BEGINS_WITH_NUMBER.test(word) ? "0" : word);
const BEGINS_WITH_NUMBER = /^\p{N}/u;

/** A letter that is a token of its own, and a run of all others: marks belong to what they stand on. */
const LETTER = `${UNSPACED_LETTER}\\p{M}*`;
const WORD = `(?:[\\p{L}--[${UNSPACED}]]\\p{M}*)+`;

const TOKEN = new RegExp(`${WORD}|\\p{N}+(?:[.,:]\\p{N}+)*|${LETTER}`, "gv");
const LINE_WORD = new RegExp(`${WORD}|\\p{N}[\\p{N}.,:\\/]*|(?:${LETTER}){1,2}`, "gv");
