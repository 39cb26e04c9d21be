import { KIND, kindAt } from "../text/character-kinds.ts";
import { fold } from "../text/fold.ts";

/**
 * Whether a part of a text has no words but the given ones, and one of these or a sign. A part ends at a line end, after a
 * sentence, and at the bars, dots, dashes and slashes between counts. Cheap: a part is left at its first other word. Linear.
 */
export function holdsOnlyWords(text: string, words: ReadonlySet<string>): boolean {
  return text.split("\n").some((line) => lineHoldsOnly(line, words));
}

function lineHoldsOnly(line: string, words: ReadonlySet<string>): boolean {
  const folded = fold(line);
  for (let from = 0; from < folded.length; from = partEnd(folded, from) + 1) {
    if (isOnlyWords(folded, from, words)) return true;
  }
  return false;
}

function isOnlyWords(text: string, from: number, words: ReadonlySet<string>): boolean {
  let isSaid = false;
  for (let at = from; at < text.length && !endsPart(text, at); ) {
    const end = wordEnd(text, at);
    if (end > at && !words.has(text.slice(at, end))) return false;
    isSaid ||= end > at || text.charCodeAt(at) >= FIRST_SIGN;
    at = Math.max(end, at + 1);
  }
  return isSaid;
}

function partEnd(text: string, from: number): number {
  let at = from;
  while (at < text.length && !endsPart(text, at)) at += 1;
  return at;
}

/** Arrows, hearts, stars, pictures; letters from here on are of scripts without upper case. */
const FIRST_SIGN = 0x2190;

/** Index after the word that begins at `from`; `from` where none does. */
function wordEnd(text: string, from: number): number {
  const first = kindAt(text, from);
  if (first !== KIND.letter && first !== KIND.unspaced) return from;
  let at = from + 1;
  while (at < text.length && isInWord(kindAt(text, at))) at += 1;
  return at;
}

const isInWord = (kind: number): boolean => kind !== KIND.other && kind !== KIND.number;

function endsPart(text: string, at: number): boolean {
  const code = text.charCodeAt(at);
  const ending =
    code <= ASCII ? ENDINGS[code] : WIDE_ENDINGS.includes(text.charAt(at)) ? PARTS : GOES_ON;
  return ending === PARTS || (ending === STOPS && isAfterStop(text.charCodeAt(at + 1)));
}

const [GOES_ON, PARTS, STOPS] = [0, 1, 2];

/** What each sign of ASCII does to a part: slash and bar end it, stops do before a blank. Asked of each character. */
const ENDINGS = Uint8Array.from({ length: 128 }, (_, code) => {
  const sign = String.fromCharCode(code);
  if ("/|".includes(sign)) return PARTS;
  return ".!?".includes(sign) ? STOPS : GOES_ON;
});
/** Dots and dashes. */
const WIDE_ENDINGS = "·•–—";

/** NaN at the end of the text. */
const isAfterStop = (code: number): boolean => !(code > BLANK && code <= ASCII);

const BLANK = 32;
const ASCII = 127;
