import { cutAtWord } from "./derive-title.ts";

/** What consumers want at least (Flipboard: 300 characters), and what previews show at most. */
const MIN_LENGTH = 300;
/** How much of a text and of a summary is looked at to see whether the one begins with the other. */
const OPENING_LENGTH = 2_000;
const COMPARED_LETTERS = 60;
const MAX_LENGTH = 500;

/** The beginning of a text as one paragraph of plain text: whole sentences where they end in time. */
export function excerpt(text: string): string {
  const line = text.replace(/\s+/g, " ").trim();
  if (line.length <= MAX_LENGTH) return line;
  const ends = [...line.slice(0, MAX_LENGTH).matchAll(/[.!?…]["”“»’]?(?= )/g)];
  const end = ends.map((match) => match.index + match[0].length).find((at) => at >= MIN_LENGTH);
  return end === undefined ? cutAtWord(line, MAX_LENGTH) : line.slice(0, end);
}

/** The text without the title that it begins with: a summary would only say that again. */
export function afterTitle(text: string, title: string): string {
  const [first, ...rest] = text.split("\n\n");
  return first === title && rest.length > 0 ? rest.join("\n\n") : text;
}

/**
 * A summary of MIN_LENGTH characters, where the text has them: the text's own beginning when that is
 * what the summary says, else the summary and then the text.
 */
export function lengthened(summary: string, text: string): string {
  if (summary.length >= MIN_LENGTH || text.length <= summary.length) return summary;
  if (opensWith(text, summary)) return excerpt(text);
  const joint = /[.!?…:]["”“»’)]?$/.test(summary) ? " " : " · ";
  return excerpt(`${summary}${joint}${text}`);
}

/** Compared by letters: publishers end a cut summary in dots, and begin a text with a place and a date. */
export function opensWith(text: string, summary: string): boolean {
  const start = lettersOf(summary).slice(0, COMPARED_LETTERS);
  return lettersOf(text.slice(0, OPENING_LENGTH)).includes(start);
}

const lettersOf = (text: string): string => text.replace(/[^\p{L}\p{N}]+/gu, "");
