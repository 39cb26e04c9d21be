import { singleSpaced } from "../../core/text/clean.ts";
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
  const text = singleSpaced(decodeHtmlText(untagged)).trim();
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
      result += html.slice(from, at) + (INLINE.test(html.slice(at, at + 20)) ? "" : " ");
      from = end;
    }
    at = Math.max(end, at + 1);
  }
  return result + html.slice(from);
}

/** Elements that stand within words: H<sub>2</sub>O. */
const INLINE =
  /^<\/?(?:a|abbr|b|bdi|bdo|big|cite|code|del|dfn|em|font|i|ins|kbd|mark|q|s|samp|scp|small|span|strike|strong|sub|sup|tt|u|var|wbr)(?=[\s/>])/i;

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
