/*
 * rss-parser and its XML parsers walk a text four times and hand it on as it was. So longer texts stand aside: the canonical
 * document has a reference in their places, and the reader of its fields puts them back.
 */

/** The texts that were put aside, in the order of their references. */
export type LongTexts = readonly string[];

/** In characters: dates, which rss-parser reads itself, names and most titles are shorter. */
const LONGEST_INLINE = 40;
/** Begins a reference. A text that has this character of private use is put aside, too. */
const MARK = "\ue0ff";

/** A text, or the reference that stands for it once it is put aside. */
export function putAside(text: string, aside: string[]): string {
  if (text.length <= LONGEST_INLINE && !text.includes(MARK)) return text;
  return `${MARK}${aside.push(text) - 1}`;
}

/** The text for which a reference stands; any other text as it is. */
export const putBack = (text: string, aside: LongTexts): string =>
  text.startsWith(MARK) ? (aside[Number(text.slice(MARK.length))] ?? "") : text;
