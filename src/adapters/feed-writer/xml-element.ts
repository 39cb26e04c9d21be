import { hasReference } from "../markup/references.ts";

/** An element to be written. Attributes that are `null` are left out; names are always our own. */
export type XmlElement = {
  readonly name: string;
  readonly attributes: XmlAttributes;
  readonly content: string | readonly XmlElement[];
  /** Text is written as a CDATA section: it needs no references then. */
  readonly isCdata?: true;
};

export type XmlAttributes = Readonly<Record<string, string | number | null>>;

export const xmlElement = (
  name: string,
  attributes: XmlAttributes,
  content: XmlElement["content"] = "",
): XmlElement => ({ name, attributes, content });

/** An element that holds nothing but text. */
export const textElement = (
  name: string,
  text: string,
  attributes: XmlAttributes = {},
): XmlElement => xmlElement(name, attributes, text);

/**
 * An Atom text construct of type HTML (RFC 4287 §3.1), as CDATA: escaped, a feed of full texts holds thousands of
 * references, and parsers that count them refuse it (fast-xml-parser 4: 1,000).
 */
export const htmlElement = (name: string, html: string): XmlElement => ({
  ...textElement(name, html, { type: "html" }),
  isCdata: true,
});

/**
 * Whether a reader that takes the text for HTML sees another text: it has a tag or a reference. "S&P500" has neither.
 */
export const looksLikeHtml = (text: string): boolean =>
  /<[a-z/!?]/i.test(text) || hasReference(text);

/**
 * An Atom text construct (RFC 4287 §3.1). Text that could be taken for HTML is written as HTML that means exactly this
 * text: a reader that ignores the type shows it, and runs nothing.
 */
export const plainElement = (name: string, text: string): XmlElement =>
  looksLikeHtml(text) ? htmlElement(name, escapeXml(text)) : textElement(name, text);

/** A document in UTF-8, one element a line, text untouched. Strings must be clean (core/text/clean.ts). */
export const writeXml = (root: XmlElement): string =>
  `<?xml version="1.0" encoding="utf-8"?>\n${writeElement(root, "")}\n`;

function writeElement(element: XmlElement, indent: string): string {
  const { name, attributes, content } = element;
  const start = `${indent}<${name}${writeAttributes(attributes)}`;
  if (content.length === 0) return `${start}/>`;
  if (typeof content === "string") {
    return `${start}>${element.isCdata ? cdata(content) : escapeXml(content)}</${name}>`;
  }
  const children = content.map((child) => writeElement(child, `${indent}  `)).join("\n");
  return `${start}>\n${children}\n${indent}</${name}>`;
}

/** `]]>` would end the section: it is split between two sections. */
const cdata = (text: string): string => `<![CDATA[${text.replaceAll("]]>", "]]]]><![CDATA[>")}]]>`;

const writeAttributes = (attributes: XmlAttributes): string =>
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
