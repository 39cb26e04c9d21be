import { singleSpaced } from "../text/clean.ts";
import { cutAtWord } from "./derive-title.ts";

/** The least that consumers want, in characters (Flipboard). */
const MIN_LENGTH = 300;
/** The most that previews show, in characters. */
const MAX_LENGTH = 500;
/** Where a summary is looked for in a text, in characters, and how many of its letters must be found. */
const OPENING_LENGTH = 2_000;
const COMPARED_LETTERS = 60;

/** The beginning of a text as one paragraph of plain text, cut after a sentence from MIN_LENGTH on, else at a word. */
export function excerpt(text: string): string {
  const line = singleSpaced(text).trim();
  if (line.length <= MAX_LENGTH) return line;
  const ends = [...line.slice(0, MAX_LENGTH).matchAll(/[.!?…]["”“»’]?(?= )/g)];
  const end = ends.map((match) => match.index + match[0].length).find((at) => at >= MIN_LENGTH);
  return end === undefined ? cutAtWord(line, MAX_LENGTH) : line.slice(0, end);
}

/** The text without the title that it begins with: a summary would only repeat the title. */
export function afterTitle(text: string, title: string): string {
  const [first, ...rest] = text.split("\n\n");
  return first === title && rest.length > 0 ? rest.join("\n\n") : text;
}

/**
 * A summary of at least MIN_LENGTH characters, where the text has them: the text's own beginning when the summary repeats
 * it, else the summary followed by the text.
 */
export function lengthened(summary: string, text: string): string {
  if (summary.length >= MIN_LENGTH || text.length <= summary.length) return summary;
  if (opensWith(text, summary)) return excerpt(text);
  const joint = /[.!?…:]["”“»’)]?$/.test(summary) ? " " : " · ";
  return excerpt(`${summary}${joint}${text}`);
}

/** Whether a text begins with a summary, by letters: publishers end a cut summary in dots, and begin a text with place and date. */
export function opensWith(text: string, summary: string): boolean {
  const start = lettersOf(summary).slice(0, COMPARED_LETTERS);
  return lettersOf(text.slice(0, OPENING_LENGTH)).includes(start);
}

const lettersOf = (text: string): string => text.replace(/[^\p{L}\p{N}]+/gu, "");
