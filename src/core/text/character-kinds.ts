import { UNSPACED, UNSPACED_LETTER } from "./scripts.ts";

/** What a character is to the tokeniser. */
export const KIND = {
  other: 1,
  /** A letter of a script that separates words. */
  letter: 2,
  /** A letter that is a word of its own (scripts.ts). */
  unspaced: 3,
  /** Belongs to the character before it. */
  mark: 4,
  number: 5,
} as const;

/** The kinds of the code units that were seen; 0 for others, and for the halves of surrogate pairs. 64 KB. */
const KINDS = new Uint8Array(0x10000);
for (let code = 0; code < 0x80; code++) KINDS[code] = asciiKind(code);

function asciiKind(code: number): number {
  const small = code | 0x20;
  if (small >= 0x61 && small <= 0x7a) return KIND.letter;
  return code >= 0x30 && code <= 0x39 ? KIND.number : KIND.other;
}

/** The kind of the character at an index of a text. The second half of a surrogate pair only continues the first one. */
export function kindAt(text: string, index: number): number {
  const known = KINDS[text.charCodeAt(index)] as number;
  return known === 0 ? lookUp(text, index) : known;
}

function lookUp(text: string, index: number): number {
  const code = text.charCodeAt(index);
  if (isHighHalf(code)) return kindOf(text.codePointAt(index) as number);
  if (isLowHalf(code)) return secondHalf(text, index);
  const kind = kindOf(code);
  KINDS[code] = kind;
  return kind;
}

function secondHalf(text: string, index: number): number {
  if (index === 0 || !isHighHalf(text.charCodeAt(index - 1))) return KIND.other;
  const kind = kindOf(text.codePointAt(index - 1) as number);
  return kind === KIND.letter || kind === KIND.unspaced ? KIND.mark : kind;
}

const isHighHalf = (code: number): boolean => (code & 0xfc00) === 0xd800;
const isLowHalf = (code: number): boolean => (code & 0xfc00) === 0xdc00;

function kindOf(codePoint: number): number {
  const character = String.fromCodePoint(codePoint);
  if (LETTER.test(character)) return KIND.letter;
  if (LONE_LETTER.test(character)) return KIND.unspaced;
  if (MARK.test(character)) return KIND.mark;
  return NUMBER.test(character) ? KIND.number : KIND.other;
}

const LETTER = new RegExp(`[\\p{L}--[${UNSPACED}]]`, "v");
const LONE_LETTER = new RegExp(UNSPACED_LETTER, "v");
const MARK = /\p{M}/u;
const NUMBER = /\p{N}/u;
