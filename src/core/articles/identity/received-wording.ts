import { tokenHash } from "../../similarity/token-hash.ts";
import { tokens } from "../../text/tokens.ts";
import { type Received, textOf } from "../received.ts";

/**
 * The words of an item as it was received, hashed: good enough to see whether two items have a text in common, and
 * without a parser. Empty for a file that is a page.
 */
export function receivedWording(received: Received): Uint32Array {
  const { contentHtml, summaryHtml } = textOf(received);
  const html = contentHtml ?? summaryHtml ?? "";
  return wordingOf(withoutReferences(html.replace(/<[^>]*>/g, " ")));
}

export const wordingOf = (text: string): Uint32Array =>
  Uint32Array.from(tokens(text).map(tokenHash));

/** Decodes character references. Named letters lose their accents, as words are compared without them. */
const withoutReferences = (text: string): string =>
  text
    .replace(/&([a-z])(?:uml|acute|grave|circ|tilde|cedil|ring|slash|caron);/gi, "$1")
    .replaceAll("&szlig;", "ss")
    .replace(/&#(\d{1,7});/g, (_, digits: string) => characterOf(Number(digits)))
    .replace(/&#x([\da-f]{1,6});/gi, (_, digits: string) =>
      characterOf(Number.parseInt(digits, 16)),
    )
    .replace(/&\w{2,31};/g, " ");

const characterOf = (code: number): string => (code > 0x10_ffff ? " " : String.fromCodePoint(code));
