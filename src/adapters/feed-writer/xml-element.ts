import { isCharacter } from "../markup/hygiene.ts";

/** An element to be written; attributes that are `null` are left out. Names are always our own. */
export type XmlElement = {
  readonly name: string;
  readonly attributes: Attributes;
  readonly content: string | readonly XmlElement[];
};

export type Attributes = Readonly<Record<string, string | number | null>>;

export const xmlElement = (
  name: string,
  attributes: Attributes,
  content: XmlElement["content"] = "",
): XmlElement => ({ name, attributes, content });

/** An element that holds nothing but text. */
export const textElement = (name: string, text: string, attributes: Attributes = {}): XmlElement =>
  xmlElement(name, attributes, text);

/** A reference or a tag, to whoever takes the text for HTML. "Müller&Co" is neither. */
export const looksLikeHtml = (text: string): boolean =>
  /<[a-z/!]/i.test(text) ||
  [...text.matchAll(/&(#?\w+)/g)].some(
    ([, name = ""]) => /\W|\d|_/.test(name) || isCharacter(name),
  );

/**
 * An Atom text construct (RFC 4287 §3.1). Text that could be taken for HTML is written as HTML that
 * means exactly this text: who ignores the type shows it, and runs nothing.
 */
export const plainElement = (name: string, text: string): XmlElement =>
  looksLikeHtml(text)
    ? textElement(name, escapeXml(text), { type: "html" })
    : textElement(name, text);

/** A document in UTF-8, one element a line, text untouched. Strings must be clean (core/clean-string.ts). */
export const writeXml = (root: XmlElement): string =>
  `<?xml version="1.0" encoding="utf-8"?>\n${writeElement(root, "")}\n`;

function writeElement({ name, attributes, content }: XmlElement, indent: string): string {
  const start = `${indent}<${name}${writeAttributes(attributes)}`;
  if (content.length === 0) return `${start}/>`;
  if (typeof content === "string") return `${start}>${escapeXml(content)}</${name}>`;
  const children = content.map((child) => writeElement(child, `${indent}  `)).join("\n");
  return `${start}>\n${children}\n${indent}</${name}>`;
}

const writeAttributes = (attributes: Attributes): string =>
  Object.entries(attributes)
    .map(([name, value]) => (value === null ? "" : ` ${name}="${escapeAttribute(String(value))}"`))
    .join("");

const ESCAPES: ReadonlyMap<string, string> = new Map([
  ["&", "&amp;"],
  ["<", "&lt;"],
  [">", "&gt;"],
  ['"', "&quot;"],
  ["\t", "&#9;"],
  ["\n", "&#10;"],
]);

/** Safe as XML text and as the text of HTML: `>` too, because of `]]>`. */
export const escapeXml = (text: string): string =>
  text.replace(/[&<>]/g, (character) => ESCAPES.get(character) ?? "");

/** White space would be normalised to blanks in an attribute (XML 1.0 §3.3.3). */
const escapeAttribute = (text: string): string =>
  text.replace(/[&<>"\t\n]/g, (character) => ESCAPES.get(character) ?? "");
