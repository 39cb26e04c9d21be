import { fold } from "./fold.ts";
import { UNSPACED } from "./scripts.ts";

/** Korean separates its words, but attaches particles to them: 서울에서 is "in" 서울. */
const OPEN_ENDED = `${UNSPACED}\\p{sc=Hang}`;

const NO_WORD = /[^\p{L}\p{N}\p{M}\s]+/gu;
/** A blank or a line break within such a script, where a line may be broken anywhere; not a blank line. */
const BROKEN_LINE = new RegExp(
  `([${UNSPACED}])(?:[^\\S\\n]*\\n[^\\S\\n]*|[^\\S\\n]+)(?=[${UNSPACED}])`,
  "gv",
);
/** The seam between a Latin word or a number and a neighbour of these scripts. */
const SEAM = new RegExp(
  `([${OPEN_ENDED}])(?=[^\\s${OPEN_ENDED}])|([^\\s${OPEN_ENDED}])(?=[${OPEN_ENDED}])`,
  "gv",
);

const BEGINS_OPEN = new RegExp(`^[${OPEN_ENDED}]`, "v");
const ENDS_OPEN = new RegExp(`[${OPEN_ENDED}]$`, "v");

/**
 * The form of a text in which words are searched: folded (fold.ts), with single blanks between words. Words of a script that
 * does not separate them stay unseparated. Idempotent; linear.
 */
export function searchForm(text: string): string {
  const words = fold(text).replace(BROKEN_LINE, "$1").replace(NO_WORD, " ");
  return words.replace(SEAM, "$1$2 ").replace(/\s+/gu, " ").trim();
}

/** Whether a text holds a word or phrase, both in search form: as whole words, if the script separates them. */
export function holdsWords(text: string, term: string): boolean {
  const before = BEGINS_OPEN.test(term) ? "" : " ";
  const after = ENDS_OPEN.test(term) ? "" : " ";
  return ` ${text} `.includes(`${before}${term}${after}`);
}
