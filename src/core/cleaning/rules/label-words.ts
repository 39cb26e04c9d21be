import { fold } from "../../text/fold.ts";
import { scanLabel } from "./label-scanner.ts";
import { foldNetworks, isNetworkWord } from "./networks.ts";

/**
 * Words of a short text as labels are compared: folded (text/fold.ts), without quotes and other typography,
 * two hyphenated words as one ("e-mail" is "email", "don't" is "dont"), numbers as `#`, names of networks as `@`,
 * separators as `:`. Other punctuation and pictures are dropped. Linear.
 */
export function labelWords(text: string): string[] {
  const folded = withoutApostrophes(fold(text)).replaceAll("©", " copyright ");
  const joined = HYPHEN.test(folded) ? withoutHyphens(folded.split(HYPHEN)) : folded;
  return foldNetworks(scanLabel(joined));
}

/** "don't" is one word; the apostrophe of "l'article" separates two. Most lines have no apostrophe. */
const withoutApostrophes = (text: string): string =>
  text.includes("'") || text.includes("’") ? text.replace(NOT, "nt") : text;

const NOT = /(?<=[\p{L}\p{M}])n['’]t(?!\p{L})/gu;

const HYPHEN = /[-‐‑]/;

/**
 * Joins or separates the parts between hyphens: "e-mail" is one word, "Facebook-Seite" a network and a word, "vind-ik-leuk"
 * three words. Only the ends of parts are read: reading all letters of a line costs as much as all other steps.
 */
function withoutHyphens(parts: readonly string[]): string {
  let joined = parts[0] ?? "";
  for (const [index, part] of parts.entries()) {
    if (index === 0) continue;
    const before = parts[index - 1] ?? "";
    joined += glueOf(before, part, isBetween(parts, index) || isBetween(parts, index - 1)) + part;
  }
  return joined;
}

function glueOf(before: string, after: string, isPhrase: boolean): string {
  if (!END_OF_WORD.test(before.slice(-1)) || !LETTER.test(after.slice(0, 1))) return "-";
  return isPhrase || isNetworkWord(LAST_WORD.exec(before.slice(-MAX_NETWORK))?.[0] ?? "")
    ? " "
    : "";
}

/** Whether a part is a word between two others, in the middle of a phrase. */
function isBetween(parts: readonly string[], index: number): boolean {
  const [before, after] = [parts[index - 1]?.slice(-2), parts[index + 1]?.slice(0, 1)];
  if (before === undefined || after === undefined) return false;
  // "E-Mail-Adresse" is no phrase.
  return TWO_LETTERS.test(before) && LETTER.test(after) && WORD.test(parts[index] ?? "");
}

const END_OF_WORD = /[\p{L}\p{M}\p{N}]/u;
const LETTER = /[\p{L}\p{N}]/u;
const TWO_LETTERS = /^[\p{L}\p{M}]{2}$/u;
const WORD = /^[\p{L}\p{M}]+$/u;
const LAST_WORD = /[\p{L}\p{M}\p{N}]+$/u;
/** In letters; no network has a longer name. */
const MAX_NETWORK = 24;
