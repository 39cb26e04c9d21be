/**
 * Folds a text, so that texts which differ only in their writing become equal: lower case, without accents and invisible
 * characters, wide and joined characters as plain ones (NFKD), letters with a stroke and ligatures as plain letters. White
 * space and punctuation stay. Idempotent; linear.
 *
 * Accents are removed in scripts that are also written without them: Latin, Greek, Cyrillic, all others with upper and
 * lower case, and Arabic, Hebrew and Syriac, whose points are for learners. Elsewhere a mark makes another letter (か and
 * が) or is a vowel (Indic scripts, Thai, Thaana), and stays.
 */
export function fold(text: string): string {
  if (!BEYOND_ASCII.test(text)) return text.toLowerCase();
  return text.length < LINE.least || text.length > LINE.most ? foldAfresh(text) : foldOnce(text);
}

const foldAfresh = (text: string): string => foldByCharacters(text) ?? foldInContext(text);

/** In characters: a shorter text is folded as fast as it is found, a longer one would keep memory. */
const LINE = { least: 32, most: 4_000 };

/** The lines of an article are folded for several ends, one after the other. */
const known = new Map<string, string>();
const MOST_KNOWN = 64;

function foldOnce(line: string): string {
  const found = known.get(line);
  if (found !== undefined) return found;
  const folded = foldAfresh(line);
  if (known.size >= MOST_KNOWN) known.clear();
  known.set(line, folded);
  return folded;
}

const BEYOND_ASCII = /[\u0080-\uffff]/;

/** The scripts whose marks stay begin here, but for Thaana to Khmer (MAY_KEEP_MARKS). */
const FIRST_IN_CONTEXT = 0x2c00;

/**
 * What a code unit becomes, where its neighbours do not matter: Latin, Greek, Cyrillic, Arabic and Hebrew letters, and most
 * signs; `null` where they do. Filled with what texts hold.
 */
const FOLDED = new Array<string | null | undefined>(FIRST_IN_CONTEXT);

/** `null` for a text that has a character whose neighbours matter. */
function foldByCharacters(text: string): string | null {
  let folded = "";
  let from = 0;
  for (let at = 0; at < text.length; at++) {
    const code = text.charCodeAt(at);
    if (code < 0x80) continue;
    const plain = code < FIRST_IN_CONTEXT ? (FOLDED[code] ?? foldAlone(code)) : null;
    if (plain === null) return null;
    folded += text.slice(from, at) + plain;
    from = at + 1;
  }
  return (folded + text.slice(from)).toLowerCase();
}

function foldAlone(code: number): string | null {
  if (FOLDED[code] === null) return null;
  const character = String.fromCharCode(code);
  const needsNeighbours =
    MAY_KEEP_MARKS.test(character.normalize("NFKD")) || RAISED_CHARACTER.test(character);
  const plain = needsNeighbours ? null : foldInContext(character);
  FOLDED[code] = plain;
  return plain;
}

function foldInContext(text: string): string {
  const apart = text.replace(RAISED, "$1 ").normalize("NFKD").replace(IGNORABLE, "");
  const bare = MAY_KEEP_MARKS.test(apart)
    ? apart.replace(ACCENTS, "$1").normalize("NFC")
    : apart.replace(MARKS, "");
  return bare.toLowerCase().replace(LETTERS, letterOf);
}

/** The digit before a fraction, or before a number above or below the line: 3½ is not 31/2, and 10² is not 102. */
const RAISED = /(\d)(?=[²³¹¼-¾⁰-⁹₀-₉⅐-⅞])/g;
const RAISED_CHARACTER = /[²³¹¼-¾⁰-⁹₀-₉⅐-⅞]/;

/** Soft hyphens, zero widths, marks of direction, variation selectors, fillers: Unicode's own list. */
const IGNORABLE = /\p{Default_Ignorable_Code_Point}+/gu;

const MARKS = /\p{M}+/gu;

/**
 * The ranges of all scripts whose marks stay; they come after Syriac. Signs (U+2000 to U+2BFF), and Latin and Greek after
 * NFKD, lie outside. Emoji and rare scripts with cased letters lie inside; they take the slower way to the same result.
 */
const MAY_KEEP_MARKS = /[\u0780-\u1aaf\u1b00-\u1dbf\u2c00-\uffff]/;

/** Marks that the letter below them does not need, together with that letter. */
const ACCENTS =
  /(^|[[\P{L}\p{Cased}\0-\u077f\p{scx=Latn}\p{scx=Grek}\p{scx=Cyrl}\p{scx=Arab}\p{scx=Hebr}\p{scx=Syrc}]--\p{M}])\p{M}+/gv;

/** Letters that NFKD does not decompose, by CLDR's transform Latin-ASCII; and the final sigma, which differs only by place. */
const PLAIN: ReadonlyMap<string, string> = new Map([
  ...[["ß", "ss"] as const, ["æ", "ae"] as const, ["œ", "oe"] as const, ["þ", "th"] as const],
  ...[["ø", "o"] as const, ["ł", "l"] as const, ["đ", "d"] as const, ["ð", "d"] as const],
  ...[["ħ", "h"] as const, ["ŧ", "t"] as const, ["ŋ", "n"] as const, ["ı", "i"] as const],
  ["ς", "σ"],
]);

const LETTERS = /[ßæœþøłđðħŧŋıς]/g;

const letterOf = (letter: string): string => PLAIN.get(letter) ?? letter;
