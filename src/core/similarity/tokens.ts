/**
 * The words of a text as they are compared: NFKC, lower case, without accents, soft hyphens and
 * zero-width characters, ß as ss. A token is a word, a whole number with its separators
 * (`1.234,5`), or a single character of a script that does not part its words.
 */
export function tokens(text: string): readonly string[] {
  return normalise(text).match(TOKEN) ?? [];
}

/** The tokens of each line that has any. */
export const tokensByLine = (text: string): readonly (readonly string[])[] =>
  text
    .split("\n")
    .map(tokens)
    .filter(({ length }) => length > 0);

const INVISIBLE = /[\u00ad\u200b-\u200f\u2060\ufeff]/gu;
const ACCENTS = /\p{M}+/gu;
const TOKEN =
  /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Thai}]|\p{N}+(?:[.,:]\p{N}+)*|[^\P{L}\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Thai}]+/gu;

function normalise(text: string): string {
  return text
    .replace(INVISIBLE, "")
    .normalize("NFKD")
    .replace(ACCENTS, "")
    .toLowerCase()
    .replaceAll("ß", "ss");
}
