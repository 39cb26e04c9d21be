/*
 * Classes of characters for regular expressions with the flag `v`. They are chosen by line-breaking class (UAX #14), but
 * written as Unicode scripts, because JavaScript does not know these classes.
 */

/**
 * Scripts that write no blank between words, so that only a dictionary knows where a word ends. UAX #14: classes ID and CJ
 * (Han, kana, Bopomofo, Tangut, Nüshu, Khitan), SA (Thai, Lao, Khmer, Myanmar, Tai Le, New Tai Lue, Tai Tham, Tai Viet,
 * Ahom), AK and AS (Balinese, Javanese, Batak, Cham, Makasar, Kawi, Brahmi). Tibetan separates syllables, and Ethiopic
 * words, by a punctuation mark; Yi and Korean write blanks.
 */
const UNSPACED_SCRIPTS = [
  ...["Han", "Bopo", "Tang", "Nshu", "Kits"],
  ...["Thai", "Laoo", "Khmr", "Mymr", "Tale", "Talu", "Lana", "Tavt", "Ahom"],
  ...["Bali", "Java", "Batk", "Cham", "Maka", "Kawi", "Brah"],
];

/** Kana by script extensions, because their prolonged sound mark belongs to two scripts. */
const KANA = "\\p{scx=Hira}\\p{scx=Kana}";

/** The inside of a class: letters, marks and digits of these scripts. */
export const UNSPACED = `${UNSPACED_SCRIPTS.map((name) => `\\p{sc=${name}}`).join("")}${KANA}`;

/** A letter of these scripts, in folded and unfolded texts. */
export const UNSPACED_LETTER = `[[${UNSPACED}]&&\\p{L}]`;

/** How many letters of a text are of scripts without blanks. Linear. */
export function unspacedLetters(text: string): number {
  return MAY_BE_UNSPACED.test(text) ? (text.match(UNSPACED_LETTERS)?.length ?? 0) : 0;
}

const UNSPACED_LETTERS = new RegExp(UNSPACED_LETTER, "gv");

/** The ranges of these scripts. Before Thai stand Latin, Greek, Cyrillic, Semitic and Indic; from U+2000 to U+2DFF, signs. */
const MAY_BE_UNSPACED = /[\u0e00-\u1cff\u2e80-\uffff]/;
