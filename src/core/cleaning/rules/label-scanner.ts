import { KIND, kindAt } from "../../text/character-kinds.ts";

/** A colon, a dash between spaces, an arrow, a bar: what stands between a label and what it labels. */
export const SEPARATOR = ":";
/** A number of any length, with what counters append ("1,2k"). */
export const NUMBER = "#";

/**
 * The words, numbers and separators of a folded line. Separators that stand together are one; none stands at an end. Linear.
 */
export function scanLabel(line: string): string[] {
  const found: string[] = [];
  for (let at = 0; at < line.length; ) {
    const kind = kindAt(line, at);
    const number = kind === KIND.number ? numberEnd(line, at) : at;
    if (number > at) {
      found.push(NUMBER);
      at = number;
    } else if (kind === KIND.other) {
      if (isSeparator(line, at)) pushSeparator(found);
      at += 1;
    } else at = pushWord(found, line, at);
  }
  if (found.at(-1) === SEPARATOR) found.pop();
  return found;
}

/** Letters, marks and digits. A mark with no letter before it parts words. */
function pushWord(found: string[], line: string, from: number): number {
  const end = wordEnd(line, from);
  if (kindAt(line, from) === KIND.mark) pushSeparator(found);
  else found.push(line.slice(from, end));
  return end;
}

function pushSeparator(found: string[]): void {
  if (found.length > 0 && found.at(-1) !== SEPARATOR) found.push(SEPARATOR);
}

function wordEnd(text: string, from: number): number {
  let at = from + 1;
  while (at < text.length && kindAt(text, at) !== KIND.other) at += 1;
  return at;
}

/**
 * Index after the number that begins at `from`: digits with dots and commas, then perhaps a k. A letter behind it takes the
 * digits after the last dot or comma ("12.5km" is "12" and "5km"); without one there is no number, and `from` is returned.
 */
function numberEnd(text: string, from: number): number {
  let end = from + 1;
  let lastPoint = from;
  for (; end < text.length; end++) {
    const isPoint = isPointAt(text, end);
    if (isPoint) lastPoint = end;
    else if (kindAt(text, end) !== KIND.number) break;
  }
  if (text.charCodeAt(end) === SMALL_K && !isLetterOrDigit(text, end + 1)) return end + 1;
  return isLetterOrDigit(text, end) ? lastPoint : end;
}

const isPointAt = (text: string, at: number): boolean =>
  text.charCodeAt(at) === DOT || text.charCodeAt(at) === COMMA;

function isLetterOrDigit(text: string, at: number): boolean {
  if (at >= text.length) return false;
  const kind = kindAt(text, at);
  return kind !== KIND.other && kind !== KIND.mark;
}

/** A dash or an arrow of one character is a separator between spaces; the colon in "12:30" is none. */
function isSeparator(text: string, at: number): boolean {
  const code = text.charCodeAt(at);
  if (code === BLANK) return false;
  if (code === COLON) return at + 1 === text.length || isSpace(text, at + 1);
  if (SIGNS.has(code)) return true;
  return DASHES.has(code) && at > 0 && isSpace(text, at - 1) && isSpace(text, at + 1);
}

const isSpace = (text: string, at: number): boolean => {
  const code = text.charCodeAt(at);
  return code <= ASCII ? code === BLANK || (code > 8 && code < 14) : SPACE.test(text.charAt(at));
};

const SPACE = /\s/;
const codesOf = (signs: string): ReadonlySet<number> =>
  new Set([...signs].map((sign) => sign.charCodeAt(0)));
const SIGNS = codesOf("»›→➜➤▶►▸|•·…");
const DASHES = codesOf("-–—>");

const BLANK = 32;
const COMMA = 44;
const DOT = 46;
const COLON = 58;
const SMALL_K = 107;
const ASCII = 0x7f;
