import { fold } from "./fold.ts";
import { UNSPACED } from "./scripts.ts";

/** Korean parts its words, but writes particles onto them: 서울에서 is "in" 서울. */
const OPEN_ENDED = `${UNSPACED}\\p{sc=Hang}`;

const NO_WORD = /[^\p{L}\p{N}\p{M}\s]+/gu;
/** A line of such a script may be broken anywhere; a blank line ends what is said. */
const BROKEN_LINE = new RegExp(
  `([${UNSPACED}])(?:[^\\S\\n]*\\n[^\\S\\n]*|[^\\S\\n]+)(?=[${UNSPACED}])`,
  "gv",
);
/** Between a Latin word or a number and its neighbours of another script. */
const SEAM = new RegExp(
  `([${OPEN_ENDED}])(?=[^\\s${OPEN_ENDED}])|([^\\s${OPEN_ENDED}])(?=[${OPEN_ENDED}])`,
  "gv",
);

const BEGINS_OPEN = new RegExp(`^[${OPEN_ENDED}]`, "v");
const ENDS_OPEN = new RegExp(`[${OPEN_ENDED}]$`, "v");

/**
 * A text to look for words in: folded (fold.ts), words parted by single blanks; where a script does not part its words,
 * they stand as they are. Idempotent; linear.
 */
export function searchForm(text: string): string {
  const words = fold(text).replace(BROKEN_LINE, "$1").replace(NO_WORD, " ");
  return words.replace(SEAM, "$1$2 ").replace(/\s+/gu, " ").trim();
}

/** Whether a text in this form holds a word or phrase in this form: as whole words, where its script parts them. */
export function holdsWords(text: string, term: string): boolean {
  const before = BEGINS_OPEN.test(term) ? "" : " ";
  const after = ENDS_OPEN.test(term) ? "" : " ";
  return ` ${text} `.includes(`${before}${term}${after}`);
}
