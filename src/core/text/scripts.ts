/*
 * Classes of characters for regular expressions with the flag `v`, by Unicode's scripts: JavaScript does not know the
 * line-breaking classes (UAX #14) that they are chosen by.
 */

/**
 * Letters of scripts that write no blank between words; where one ends is known to a dictionary alone. UAX #14: classes ID
 * and CJ (Han, kana, Bopomofo, Tangut, Nüshu, Khitan), SA (Thai, Lao, Khmer, Myanmar, Tai Le, New Tai Lue, Tai Tham, Tai Viet,
 * Ahom), AK and AS (Balinese, Javanese, Batak, Cham, Makasar, Kawi, Brahmi). Tibetan parts syllables by a mark of
 * punctuation, Ethiopic words; Yi and Korean write blanks.
 */
const UNSPACED_SCRIPTS = [
  ...["Han", "Bopo", "Tang", "Nshu", "Kits"],
  ...["Thai", "Laoo", "Khmr", "Mymr", "Tale", "Talu", "Lana", "Tavt", "Ahom"],
  ...["Bali", "Java", "Batk", "Cham", "Maka", "Kawi", "Brah"],
];

/** By script extensions: the prolonged sound mark of kana is of two scripts. */
const KANA = "\\p{scx=Hira}\\p{scx=Kana}";

/** The inside of a class: letters, marks and digits of these scripts. */
export const UNSPACED = `${UNSPACED_SCRIPTS.map((name) => `\\p{sc=${name}}`).join("")}${KANA}`;

/** A letter of these scripts, of a text that may be not folded. */
export const UNSPACED_LETTER = `[[${UNSPACED}]&&\\p{L}]`;

/** How many letters of a text are of scripts without blanks. Linear. */
export function unspacedLetters(text: string): number {
  return MAY_BE_UNSPACED.test(text) ? (text.match(UNSPACED_LETTERS)?.length ?? 0) : 0;
}

const UNSPACED_LETTERS = new RegExp(UNSPACED_LETTER, "gv");

/** All before Thai is Latin, Greek, Cyrillic, Semitic or Indic; from U+2000 to U+2DFF there are signs. */
const MAY_BE_UNSPACED = /[\u0e00-\u1cff\u2e80-\uffff]/;
