import { decodeHtmlText } from "../markup/xml-events.ts";

/** Escapes text for HTML and XML content. */
export const escapeText = (text: string): string =>
  /[&<>]/.test(text)
    ? text.replaceAll("&", "&amp;").replaceAll("<", "&lt;").replaceAll(">", "&gt;")
    : text;

/** Escapes text for a double-quoted attribute. */
export const escapeAttribute = (text: string): string => escapeText(text).replaceAll('"', "&quot;");

/** Text of an HTML fragment on one line: tags out, references decoded, white space collapsed. */
export function plainText(html: string): string | null {
  const untagged = html.includes("<") ? stripTags(html) : html;
  const text = decodeHtmlText(untagged)
    .replace(/[\s\u00a0]+/g, " ")
    .trim();
  return text === "" ? null : text;
}

/**
 * Takes out comments and everything that begins like a tag; a `<` that begins none stays. Walks
 * with indexOf, because `<[^>]*>` is quadratic on text full of `<`.
 */
function stripTags(html: string): string {
  let result = "";
  let from = 0;
  for (let at = html.indexOf("<"); at >= 0; at = html.indexOf("<", at)) {
    const end = tagEnd(html, at);
    if (end === NO_END) break;
    if (end > at) {
      result += `${html.slice(from, at)} `;
      from = end;
    }
    at = Math.max(end, at + 1);
  }
  return result + html.slice(from);
}

const NO_END = -1;

/** Index after the tag that begins at `at`; `at` when none does, `NO_END` when no more can end. */
function tagEnd(html: string, at: number): number {
  if (html.startsWith("<!--", at)) {
    const end = html.indexOf("-->", at + 4);
    return end < 0 ? NO_END : end + 3;
  }
  if (!/[a-z/!?]/i.test(html.charAt(at + 1))) return at;
  const end = html.indexOf(">", at);
  return end < 0 ? NO_END : end + 1;
}

/** What XML 1.0 §2.2 forbids, and the C1 controls, which nobody means. */
// biome-ignore lint/suspicious/noControlCharactersInRegex: finding them is what it is for
const FORBIDDEN = /[\0-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\ufffe\uffff]/g;

/** The C1 control characters as windows-1252 has them; a digit where it has none. */
const C1 = "€0‚ƒ„…†‡ˆ‰Š‹Œ0Ž00‘’“”•–—˜™š›œ0žŸ";

/**
 * Drops forbidden characters. C1 controls come from windows-1252 that was read as latin-1 and
 * become what was meant; lone surrogates, which no encoding can carry, become U+FFFD.
 */
export const cleanText = (text: string): string =>
  text.replace(FORBIDDEN, windows1252).toWellFormed();

function windows1252(control: string): string {
  const meant = C1.charAt(control.charCodeAt(0) - 0x80);
  return control < "\u0080" || meant === "0" ? "" : meant;
}
