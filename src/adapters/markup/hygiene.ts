import { decodeHTML, decodeHTMLStrict } from "entities";

/**
 * Foreign text without what nobody can see: Unicode NFC, no control characters, soft hyphens,
 * zero-width characters or lone surrogates; quotes and dashes of Windows-1252 as what they mean. Words stay as they are. Idempotent.
 */
export function tidyText(text: string): string {
  return text
    .toWellFormed()
    .replace(WINDOWS_1252, fromWindows1252)
    .replace(INVISIBLE, "")
    .replace(LATIN_JOINER, "")
    .replace(LINE_SEPARATOR, "\n")
    .normalize("NFC");
}

/** What HTML reads these controls as in references (WHATWG HTML §13.2.5.80), but U+0085, which ends a line. */
const WINDOWS_1252 = /[\u0080\u0082-\u0084\u0086-\u008c\u008e\u0091-\u009c\u009e\u009f]/g;
const MEANT = "€\0‚ƒ„\0†‡ˆ‰Š‹Œ\0Ž\0\0‘’“”•–—˜™š›œ\0žŸ";
const fromWindows1252 = (control: string): string => MEANT[control.charCodeAt(0) - 0x80] ?? "";

/** Controls but tab and line ends, soft hyphen, zero-width space and no-break space, direction overrides, non-characters. */
const INVISIBLE =
  // biome-ignore lint/suspicious/noControlCharactersInRegex: removing them is the purpose
  /[\u0000-\u0008\u000b\u000e-\u001f\u007f-\u0084\u0086-\u009f\u00ad\u200b\u2060\u202d\u202e\ufeff\ufff9-\ufffb\ufffe\uffff]/g;
/** Joiners belong to emoji and to Persian or Indic words; in a Latin word they are an accident. */
const LATIN_JOINER = /(?<=[\p{Script=Latin}\d])[\u200c\u200d]+(?=[\p{Script=Latin}\d])/gu;
const LINE_SEPARATOR = /[\u0085\u2028\u2029]|\r\n?/g;

/**
 * Undoes escaping that happened twice: `&amp;amp;` and `&amp;uuml;` in the source arrive as `&amp;`
 * and `&uuml;` in the text. `<` and `>` stay escaped: prose about markup writes `&lt;` on purpose.
 */
export function decodeLeftovers(text: string): string {
  if (!text.includes("&")) return text;
  return text.replace(AMPERSANDS, "&").replace(REFERENCE, (reference) => {
    const decoded = decodeHTMLStrict(reference);
    // What could begin or end another reference stays, so that a second pass finds nothing.
    return /[<>&#;]/.test(decoded) ? reference : decoded;
  });
}

const AMPERSANDS = /&(?:amp;|#0{0,4}38;|#x0{0,4}26;)+/gi;
const REFERENCE = /&(?:[A-Za-z][A-Za-z0-9]{1,9}|#\d{2,6}|#[xX][0-9A-Fa-f]{2,5});/g;

/** Whether HTML reads any part of a text as a character reference: "&copy 2026" too, but not "AT&T". */
export const hasReference = (text: string): boolean =>
  text.includes("&") && decodeHTML(text) !== text;
