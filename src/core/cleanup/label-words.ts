import { fold } from "../text/fold.ts";
import { foldNetworks, isNetworkWord } from "./networks.ts";

/** A colon, a dash between spaces, an arrow, a bar: what stands between a label and what it labels. */
export const SEPARATOR = ":";
/** A number of any length, with what counters append ("1,2k"). */
export const NUMBER = "#";

/**
 * Words of a short text as labels are told by: folded (text/fold.ts), without quotes and other typography,
 * two hyphenated words as one ("e-mail" is "email", "don't" is "dont"), numbers as `#`, names of networks as `@`,
 * separators as `:`. Other punctuation and pictures are dropped. Linear.
 */
export function labelWords(text: string): string[] {
  const folded = fold(text).replace(/©/g, " copyright ").replace(NOT, "nt");
  // Looking for what a hyphen joins costs as much as all the rest, and most lines have none.
  const joined = HYPHEN.test(folded)
    ? folded.replace(PHRASED, splitHyphenated).replace(HYPHENATED, joinHyphenated)
    : folded;
  const tokens = (joined.match(TOKEN) ?? []).map(foldToken);
  return foldNetworks(trimSeparators(tokens));
}

/** "don't" is one word; the apostrophe of "l'article" separates two. */
const NOT = /(?<=[\p{L}\p{M}])n['’]t(?!\p{L})/gu;

const HYPHEN = /[-‐‑]/;
const HYPHENATED = /([\p{L}\p{M}\p{N}]+)[-‐‑](?=[\p{L}\p{N}])/gu;

/** "vind-ik-leuk" is three words. */
const PHRASED = /(?<![\p{L}\p{M}])[\p{L}\p{M}]{2,}(?:[-‐‑][\p{L}\p{M}]+){2,}/gu;
const splitHyphenated = (words: string): string => words.replace(/[-‐‑]/g, " ");

/** "e-mail" is one word, "Facebook-Seite" is a network and a word. */
const joinHyphenated = (_: string, word: string): string =>
  isNetworkWord(word) ? `${word} ` : word;

/** A number with its digits grouped, a word, or a separator: a colon in "12:30" is none. */
const TOKEN =
  /\p{N}[\p{N}.,]*k?(?![\p{L}\p{N}])|[\p{L}\p{M}\p{N}]+|[:：](?=\s|$)|[»›→➜➤▶►▸|•·…]|(?<=\s)[-–—>](?=\s)/gu;

function foldToken(token: string): string {
  if (/^\p{N}[\p{N}.,]*k?$/u.test(token)) return NUMBER;
  return /^[\p{L}\p{N}]/u.test(token) ? token : SEPARATOR;
}

/** One separator where several stand together, none at the ends. */
function trimSeparators(tokens: readonly string[]): string[] {
  const kept = tokens.filter(
    (token, index) => token !== SEPARATOR || tokens[index - 1] !== SEPARATOR,
  );
  const from = kept[0] === SEPARATOR ? 1 : 0;
  return kept.slice(from, kept.at(-1) === SEPARATOR ? -1 : undefined);
}
