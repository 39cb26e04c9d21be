/** Scripts that write no blank between words: where one ends is known to a dictionary alone. */
const UNSPACED =
  "\\p{scx=Han}\\p{scx=Hira}\\p{scx=Kana}\\p{scx=Bopo}\\p{scx=Thai}\\p{scx=Laoo}\\p{scx=Khmr}\\p{scx=Mymr}";
/** Korean parts its words, but writes particles onto them: 서울에서 is "in" 서울. */
const OPEN_ENDED = `${UNSPACED}\\p{scx=Hang}`;

const INVISIBLE = /\p{Cf}+/gu;
/** Accents and vowel points, without which such words are written too. Elsewhere a mark makes another letter: か and が. */
const ACCENTS = /([\p{scx=Latn}\p{scx=Grek}\p{scx=Cyrl}\p{scx=Arab}\p{scx=Hebr}])\p{M}+/gu;
const NO_WORD = /[^\p{L}\p{N}\p{M}\s]+/gu;
/** A line of such a script may be broken anywhere; a blank line ends what is said. */
const BROKEN_LINE = new RegExp(
  `([${UNSPACED}])(?:[^\\S\\n]*\\n[^\\S\\n]*|[^\\S\\n]+)(?=[${UNSPACED}])`,
  "gu",
);
/** Between a Latin word or a number and its neighbours of another script. */
const SEAM = new RegExp(
  `([${OPEN_ENDED}])(?=[^\\s${OPEN_ENDED}])|([^\\s${OPEN_ENDED}])(?=[${OPEN_ENDED}])`,
  "gu",
);

const BEGINS_OPEN = new RegExp(`^[${OPEN_ENDED}]`, "u");
const ENDS_OPEN = new RegExp(`[${OPEN_ENDED}]$`, "u");

/**
 * Lower case without accents, words parted by single blanks; where a script does not part its words, they stand as they
 * are. Idempotent; linear in the length of the text.
 */
export const foldWords = (text: string): string =>
  text
    .normalize("NFKD")
    .replace(INVISIBLE, "")
    .replace(ACCENTS, "$1")
    .normalize("NFC")
    .toLowerCase()
    .replaceAll("ß", "ss")
    .replace(BROKEN_LINE, "$1")
    .replace(NO_WORD, " ")
    .replace(SEAM, "$1$2 ")
    .replace(/\s+/gu, " ")
    .trim();

/** Whether a folded text holds a folded word or phrase: as whole words, where its script parts them. */
export function holdsWords(folded: string, term: string): boolean {
  const before = BEGINS_OPEN.test(term) ? "" : " ";
  const after = ENDS_OPEN.test(term) ? "" : " ";
  return ` ${folded} `.includes(`${before}${term}${after}`);
}
