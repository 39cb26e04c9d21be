/** Words of a line in the form in which lines of two articles are the same line. */
export function wordsOfLine(text: string): readonly string[] {
  return plainLetters(text.slice(0, MAX_LENGTH)).match(WORD)?.map(withoutDigits) ?? [];
}

/** Lower case, without accents, `ß` as `ss`: what differs only in this is the same letter. */
export function plainLetters(text: string): string {
  return text
    .normalize("NFKD")
    .toLowerCase()
    .replace(/[\u0300-\u036f]/g, "")
    .replace(/ß/g, "ss");
}

/** Longer lines are told apart by their beginning. */
const MAX_LENGTH = 4000;

/**
 * A number with its digits grouped ("1.234", "12:30", "3/2026") or a word, vowel signs belonging to
 * it; two letters of a script without spaces between words count as one.
 */
const WORD =
  /\p{N}[\p{N}.,:/]*|[\p{sc=Han}\p{sc=Hiragana}\p{sc=Katakana}\p{sc=Thai}]{1,2}|(?:(?![\p{sc=Han}\p{sc=Hiragana}\p{sc=Katakana}\p{sc=Thai}])[\p{L}\p{M}])+/gu;

const withoutDigits = (word: string): string => (/^\p{N}/u.test(word) ? "0" : word);

/**
 * 48 bits of a text as twelve hexadecimal digits. Two FNV-1a hashes with different offsets: what is
 * compared is a few thousand lines of one source, and who makes two collide loses a line of his own.
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
