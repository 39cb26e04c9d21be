/*
 * One cleaner in three forms, each idempotent and linear; the others build on legalText:
 *
 * legalText     for received strings, also identifiers: only what XML 1.0, JSON and UTF-8 can hold
 * cleanText     for prose that is stored and compared: in one normal form, without invisible characters
 * writableText  for stored text in a document of ours: without the sign for unreadable characters
 */

/** The characters that XML 1.0 §2.2 forbids, and the other controls, which are always mistakes. */
// biome-ignore lint/suspicious/noControlCharactersInRegex: finding them is what it is for
const FORBIDDEN = /[\0-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\ufffe\uffff]/g;

/** The C1 controls as windows-1252 has them (WHATWG HTML §13.2.5.80); a digit where it has none. */
const C1 = "€0‚ƒ„…†‡ˆ‰Š‹Œ0Ž00‘’“”•–—˜™š›œ0žŸ";

/**
 * Makes a string that every format can hold. C1 controls come from windows-1252 that was read as Latin-1, and become the
 * characters that were meant: U+0085 is an ellipsis, since no publisher ends lines as mainframes do. Lone surrogates, which
 * no encoding can carry, are removed: they are halves of emoji that were cut.
 */
export function legalText(text: string): string {
  const legal = text.replace(FORBIDDEN, windows1252);
  // Nearly all texts are well-formed, and asking is far cheaper than a Unicode expression.
  return legal.isWellFormed() ? legal : legal.replace(LONE_SURROGATES, "");
}

const LONE_SURROGATES = /\p{Surrogate}/gu;

function windows1252(control: string): string {
  const meant = C1.charAt(control.charCodeAt(0) - 0x80);
  return control < "\u0080" || meant === "0" ? "" : meant;
}

/** The characters that always end a line (UAX #14: CR, LF, VT, FF, LS, PS), except U+0085. */
const LINE_ENDS = /\r\n?|[\v\f\u2028\u2029]/g;

/** Soft hyphen, zero-width space and no-break space, word joiner, direction overrides, annotations. */
const INVISIBLE = /[\u00ad\u200b\u2060\u202d\u202e\ufeff\ufff9-\ufffb]/g;

/** Joiners belong to emoji and to Persian or Indic words; in a Latin word they are an accident. */
const LATIN_JOINER = /(?<=[\p{Script=Latin}\d])[\u200c\u200d]+(?=[\p{Script=Latin}\d])/gu;

/**
 * A text without any other character is clean: tab, line feed, printable ASCII, Latin, Greek and Cyrillic letters, dashes,
 * quotation marks, currencies. None of them is removed, and none joins another in NFC.
 */
const UNCLEAN =
  /[^\t\n\x20-\x7e\xa0-\xac\xae-\u017f\u0388-\u03ff\u0400-\u0482\u048a-\u052f\u2010-\u2027\u2030-\u205e\u20a0-\u20bf]/;

/** Cleans prose: line ends become `\n`, words stay as written, in Unicode NFC, and invisible characters are removed. */
export function cleanText(text: string): string {
  if (!UNCLEAN.test(text)) return text;
  return legalText(text.replace(LINE_ENDS, "\n"))
    .replace(INVISIBLE, "")
    .replace(LATIN_JOINER, "")
    .normalize("NFC");
}

/**
 * White space that becomes one blank, but for single blanks: those are most of a text. No-break spaces stay: they hold
 * "10 000" and "Nr. 5" together.
 */
const BREAKING_SPACE = /[ \t\n\u2028\u2029]{2,}|[\t\n\u2028\u2029]/g;

const onOneLine = (text: string): string => text.replace(BREAKING_SPACE, " ").trim();

/** cleanText on one line, trimmed: for titles, names, labels. Empty if nothing in it is visible. */
export function cleanLine(text: string): string {
  const line = onOneLine(cleanText(text));
  return isBlank(line) ? "" : line;
}

/** A text in which any white space has become one blank. */
export const singleSpaced = (text: string): string => text.replace(WIDE_SPACE, " ");

/** White space that is no single blank. */
const WIDE_SPACE = /\s{2,}|[^\S ]/g;

/** A visible character: not white space, a joiner, a direction mark, a filler or the empty Braille pattern. */
const SEEN = /[^\s\p{Default_Ignorable_Code_Point}\p{Cc}\u2800]/u;

/** Whether a text has no visible character. */
export const isBlank = (text: string): boolean => !SEEN.test(text);

/** Stands for bytes that could not be decoded. Validators warn of it, and half of all fonts have no sign for it. */
const UNREADABLE = "\ufffd";

/** Text for a document: line ends become `\n`, and UNREADABLE becomes a question mark. */
export const writableText = (text: string): string =>
  legalText(text).replace(/\r\n?/g, "\n").replaceAll(UNREADABLE, "?");

/** writableText on one line, trimmed. */
export const writableLine = (text: string): string => onOneLine(writableText(text));
