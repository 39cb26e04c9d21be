/*
 * Texts taken apart as version 1 did it, to find out what stored values of that version were computed from. Frozen:
 * needed as long as databases of 0.1.0 are brought up to date.
 */

/**
 * Characters on which the two versions can differ: below U+0180 a few letters, superscript numbers and the soft hyphen;
 * above it everything but some signs.
 */
const MAY_DIFFER =
  /[\u00ad\u00b2\u00b3\u00b9\u00bc-\u00be\u00c6\u00d0\u00d8\u00de\u00e6\u00f0\u00f8\u00fe\u0110\u0111\u0126\u0127\u0131\u0141\u0142\u014a\u014b\u0152\u0153\u0166\u0167\u0180-\u200f\u2028-\u202f\u205f-\u209f\u20c1-\u20ff\u210f\u2150-\u218b\u2c00-\uffff]/;

/** Whether version 2 can take a text apart differently. False for most texts, at the cost of one scan. */
export const mayDiffer = (text: string): boolean => MAY_DIFFER.test(text);

const INVISIBLE = /[\u00ad\u200b-\u200f\u2060\ufeff]/gu;
const TOKEN =
  /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Thai}]|\p{N}+(?:[.,:]\p{N}+)*|[^\P{L}\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Thai}]+/gu;

/** `tokensByLine` of version 1. */
export const formerTokensByLine = (text: string): readonly (readonly string[])[] =>
  text
    .split("\n")
    .map(formerTokens)
    .filter(({ length }) => length > 0);

function formerTokens(text: string): readonly string[] {
  const plain = text
    .replace(INVISIBLE, "")
    .normalize("NFKD")
    .replace(/\p{M}+/gu, "");
  return plain.toLowerCase().replaceAll("ß", "ss").match(TOKEN) ?? [];
}

const MAX_LENGTH = 4000;
const WORD =
  /\p{N}[\p{N}.,:/]*|[\p{sc=Han}\p{sc=Hiragana}\p{sc=Katakana}\p{sc=Thai}]{1,2}|(?:(?![\p{sc=Han}\p{sc=Hiragana}\p{sc=Katakana}\p{sc=Thai}])[\p{L}\p{M}])+/gu;

/** `wordsOfLine` of version 1. */
export function formerWordsOfLine(line: string): readonly string[] {
  const plain = line.slice(0, MAX_LENGTH).normalize("NFKD").toLowerCase();
  const bare = plain.replace(/[\u0300-\u036f]/g, "").replace(/ß/g, "ss");
  return bare.match(WORD)?.map((word) => (/^\p{N}/u.test(word) ? "0" : word)) ?? [];
}
