/*
 * One cleaner in three depths, each idempotent and linear; the deeper ones begin with the shallower:
 *
 * legalText     what was received, as XML 1.0, JSON and UTF-8 can hold it: any string, identifiers too
 * cleanText     prose without what nobody can see, in one normal form: what is stored and compared
 * writableText  what is stored, for a document of ours: nothing in it is unreadable
 */

/** What XML 1.0 §2.2 forbids, and the other controls, which nobody means. */
// biome-ignore lint/suspicious/noControlCharactersInRegex: finding them is what it is for
const FORBIDDEN = /[\0-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\ufffe\uffff]/g;

/** The C1 controls as windows-1252 has them (WHATWG HTML §13.2.5.80); a digit where it has none. */
const C1 = "€0‚ƒ„…†‡ˆ‰Š‹Œ0Ž00‘’“”•–—˜™š›œ0žŸ";

/**
 * Any string as every format can hold it. C1 controls come from windows-1252 that was read as Latin-1 and become what
 * was meant: U+0085 is an ellipsis, for no publisher ends lines as mainframes do. Lone surrogates, which no encoding
 * can carry, go: they are halves of emoji that somebody cut.
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

/** What ends a line wherever it stands (UAX #14: CR, LF, VT, FF, LS, PS), but U+0085. */
const LINE_ENDS = /\r\n?|[\v\f\u2028\u2029]/g;

/** Soft hyphen, zero-width space and no-break space, word joiner, direction overrides, annotations. */
const INVISIBLE = /[\u00ad\u200b\u2060\u202d\u202e\ufeff\ufff9-\ufffb]/g;

/** Joiners belong to emoji and to Persian or Indic words; in a Latin word they are an accident. */
const LATIN_JOINER = /(?<=[\p{Script=Latin}\d])[\u200c\u200d]+(?=[\p{Script=Latin}\d])/gu;

/** Anything but tab, line feed and printable ASCII: all else is clean. */
const UNCLEAN = /[^\t\n\x20-\x7e]/;

/** Prose: line ends are `\n`, words are as they were written, in Unicode NFC, and nothing invisible is left. */
export function cleanText(text: string): string {
  if (!UNCLEAN.test(text)) return text;
  return legalText(text.replace(LINE_ENDS, "\n"))
    .replace(INVISIBLE, "")
    .replace(LATIN_JOINER, "")
    .normalize("NFC");
}

/** No-break spaces stay: "10 000" and "Nr. 5" hang on them. */
const BREAKING_SPACE = /[ \t\n\u2028\u2029]+/g;

const onOneLine = (text: string): string => text.replace(BREAKING_SPACE, " ").trim();

/** The same on one line, without white space around it: titles, names, labels. Empty where nobody would see anything. */
export function cleanLine(text: string): string {
  const line = onOneLine(cleanText(text));
  return isBlank(line) ? "" : line;
}

/** Anything but white space, joiners, marks of direction, fillers and the empty Braille pattern. */
const SEEN = /[^\s\p{Default_Ignorable_Code_Point}\p{Cc}\u2800]/u;

/** Whether nobody sees anything of a text. */
export const isBlank = (text: string): boolean => !SEEN.test(text);

/** What decoding could not read. Validators warn of it, and half of all fonts have no sign for it. */
const UNREADABLE = "\ufffd";

/** What is written into a document: line ends are `\n`, and what could not be read is a question mark. */
export const writableText = (text: string): string =>
  legalText(text).replace(/\r\n?/g, "\n").replaceAll(UNREADABLE, "?");

/** The same on one line, without white space around it. */
export const writableLine = (text: string): string => onOneLine(writableText(text));
