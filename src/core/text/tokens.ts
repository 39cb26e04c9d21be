import { KIND, kindAt } from "./character-kinds.ts";
import { fold } from "./fold.ts";

/**
 * The words of a text for comparison, folded (fold.ts). A token is a word, a whole number with its separators (`1.234,5`), or
 * a single letter, with its marks, of a script that does not separate words. Linear.
 */
export function tokens(text: string): readonly string[] {
  const folded = fold(text);
  const found: string[] = [];
  for (let at = 0; at < folded.length; ) {
    const end = tokenEnd(folded, at);
    if (end > at) found.push(folded.slice(at, end));
    at = Math.max(end, at + 1);
  }
  return found;
}

/** Index after the token that begins at `at`; `at` where none does. */
function tokenEnd(text: string, at: number): number {
  const kind = kindAt(text, at);
  if (kind === KIND.letter) return wordEnd(text, at + 1);
  if (kind === KIND.number) return numberEnd(text, at + 1);
  return kind === KIND.unspaced ? marksEnd(text, at + 1) : at;
}

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
export function lineWords(line: string): readonly string[] {
  const folded = fold(line);
  const found: string[] = [];
  for (let at = 0; at < folded.length; ) {
    const kind = kindAt(folded, at);
    const end = lineWordEnd(folded, at, kind);
    if (end > at) found.push(kind === KIND.number ? "0" : folded.slice(at, end));
    at = Math.max(end, at + 1);
  }
  return found;
}

/** Index after the word of `lineWords` that begins at `at`, of a folded line; `at` where none does. */
export function lineWordEnd(text: string, at: number, kind: number): number {
  if (kind === KIND.letter) return wordEnd(text, at + 1);
  if (kind === KIND.number) return runEnd(text, at + 1);
  return kind === KIND.unspaced ? pairEnd(text, at + 1) : at;
}

/** Marks belong to the letter before them. */
function wordEnd(text: string, from: number): number {
  let at = from;
  for (; at < text.length; at++) {
    const kind = kindAt(text, at);
    if (kind !== KIND.letter && kind !== KIND.mark) break;
  }
  return at;
}

function marksEnd(text: string, from: number): number {
  let at = from;
  while (at < text.length && kindAt(text, at) === KIND.mark) at += 1;
  return at;
}

function pairEnd(text: string, from: number): number {
  const end = marksEnd(text, from);
  const isPair = end < text.length && kindAt(text, end) === KIND.unspaced;
  return isPair ? marksEnd(text, end + 1) : end;
}

const isDigit = (text: string, at: number): boolean =>
  at < text.length && kindAt(text, at) === KIND.number;

/** A separator belongs to a number when a digit follows. */
function numberEnd(text: string, from: number): number {
  let at = from;
  while (isDigit(text, at) || (isSeparator(text, at) && isDigit(text, at + 1))) at += 1;
  return at;
}

function runEnd(text: string, from: number): number {
  let at = from;
  while (isDigit(text, at) || isSeparator(text, at) || text.charCodeAt(at) === SLASH) at += 1;
  return at;
}

function isSeparator(text: string, at: number): boolean {
  const code = text.charCodeAt(at);
  return code === DOT || code === COMMA || code === COLON;
}

const COMMA = 44;
const DOT = 46;
const SLASH = 47;
const COLON = 58;
