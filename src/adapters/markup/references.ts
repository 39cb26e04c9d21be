import { decodeHTML, decodeHTMLStrict } from "entities";

/**
 * Undoes escaping that happened twice: `&amp;amp;` and `&amp;uuml;` in the source arrive as `&amp;`
 * and `&uuml;` in the text. `<` and `>` stay escaped: prose about markup writes `&lt;` on purpose.
 */
export function decodeLeftovers(text: string): string {
  if (!text.includes("&")) return text;
  return text.replace(AMPERSANDS, "&").replace(REFERENCE, (reference) => {
    const decoded = decodeHTMLStrict(reference);
    // A character that could begin or end another reference stays escaped, so that a second pass finds nothing.
    return /[<>&#;]/.test(decoded) ? reference : decoded;
  });
}

const AMPERSANDS = /&(?:amp;|#0{0,4}38;|#x0{0,4}26;)+/gi;
const REFERENCE = /&(?:[A-Za-z][A-Za-z0-9]{1,9}|#\d{2,6}|#[xX][0-9A-Fa-f]{2,5});/g;

/** Whether HTML reads any part of a text as a character reference: "&copy 2026" has one, "AT&T" has none. */
export const hasReference = (text: string): boolean =>
  text.includes("&") && decodeHTML(text) !== text;
