import { lineWords } from "../../text/tokens.ts";

/** Words of a line in the form in which lines of two articles are compared. */
export function wordsOfLine(text: string): readonly string[] {
  return lineWords(text.slice(0, MAX_LENGTH));
}

/** In characters; longer lines are compared by their beginning. */
const MAX_LENGTH = 4000;

/**
 * 48 bits of a text as twelve hexadecimal digits. Two FNV-1a hashes with different offsets suffice: only a few thousand
 * lines of one source are compared, and a publisher who makes two of them collide loses only a line.
 */
export function lineHash(text: string): string {
  let low = 0x811c9dc5;
  let high = 0x01000193;
  for (let index = 0; index < text.length; index++) {
    const code = text.charCodeAt(index);
    low = Math.imul(low ^ code, 0x01000193);
    high = Math.imul(high ^ code, 0x85ebca6b) ^ (high >>> 13);
  }
  return hex(low >>> 0, 8) + hex((high ^ (high >>> 16)) & 0xffff, 4);
}

const hex = (value: number, digits: number): string => value.toString(16).padStart(digits, "0");
