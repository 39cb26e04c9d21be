/**
 * What is equal but for its writing: a text in lower case, without accents, without what nobody can see, wide and joined
 * characters as plain ones (NFKD), letters that are written with and without a stroke or as two as one. White space
 * and punctuation stay, words are not parted. Idempotent; linear.
 *
 * Accents go in scripts that are also written without them: Latin, Greek, Cyrillic, all others with upper and lower case,
 * and Arabic, Hebrew and Syriac, whose points are for learners. Elsewhere a mark makes another letter (か and が) or is a
 * vowel (Indic scripts, Thai, Thaana), and stays.
 */
export function fold(text: string): string {
  if (!BEYOND_ASCII.test(text)) return text.toLowerCase();
  const apart = text.replace(RAISED, "$1 ").normalize("NFKD").replace(IGNORABLE, "");
  const bare = MAY_KEEP_MARKS.test(apart)
    ? apart.replace(ACCENTS, "$1").normalize("NFC")
    : apart.replace(MARKS, "");
  return bare.toLowerCase().replace(LETTERS, letterOf);
}

const BEYOND_ASCII = /[\u0080-\uffff]/;

/** Before a fraction, or a number above or below the line: 3½ is not 31/2, nor 10² 102. */
const RAISED = /(\d)(?=[²³¹¼-¾⁰-⁹₀-₉⅐-⅞])/g;

/** Soft hyphens, zero widths, marks of direction, variation selectors, fillers: Unicode's own list. */
const IGNORABLE = /\p{Default_Ignorable_Code_Point}+/gu;

const MARKS = /\p{M}+/gu;

/**
 * Scripts whose marks stay lie here, after Syriac. Signs do not (U+2000 to U+2BFF), nor do what NFKD leaves of Latin and
 * Greek; emoji and rare scripts of cased letters do, and take the longer way to the same.
 */
const MAY_KEEP_MARKS = /[\u0780-\u1aaf\u1b00-\u1dbf\u2c00-\uffff]/;

/** A mark that is none of a letter that needs it, with what it stands on. */
const ACCENTS =
  /(^|[[\P{L}\p{Cased}\0-\u077f\p{scx=Latn}\p{scx=Grek}\p{scx=Cyrl}\p{scx=Arab}\p{scx=Hebr}\p{scx=Syrc}]--\p{M}])\p{M}+/gv;

/** Letters that NFKD does not take apart, as CLDR's transform Latin-ASCII has them; the final sigma is one only by its place. */
const PLAIN: ReadonlyMap<string, string> = new Map([
  ...[["ß", "ss"] as const, ["æ", "ae"] as const, ["œ", "oe"] as const, ["þ", "th"] as const],
  ...[["ø", "o"] as const, ["ł", "l"] as const, ["đ", "d"] as const, ["ð", "d"] as const],
  ...[["ħ", "h"] as const, ["ŧ", "t"] as const, ["ŋ", "n"] as const, ["ı", "i"] as const],
  ["ς", "σ"],
]);

const LETTERS = /[ßæœþøłđðħŧŋıς]/g;

const letterOf = (letter: string): string => PLAIN.get(letter) ?? letter;
