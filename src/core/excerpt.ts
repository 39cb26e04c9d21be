import { cutAtWord } from "./derive-title.ts";

/** What consumers want at least (Flipboard: 300 characters), and what previews show at most. */
const MIN_LENGTH = 300;
const MAX_LENGTH = 500;

/** The beginning of a text as one paragraph of plain text: whole sentences where they end in time. */
export function excerpt(text: string): string {
  const line = text.replace(/\s+/g, " ").trim();
  if (line.length <= MAX_LENGTH) return line;
  const ends = [...line.slice(0, MAX_LENGTH).matchAll(/[.!?…]["”“»’]?(?= )/g)];
  const end = ends.map((match) => match.index + match[0].length).find((at) => at >= MIN_LENGTH);
  return end === undefined ? cutAtWord(line, MAX_LENGTH) : line.slice(0, end);
}
