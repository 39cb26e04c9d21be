import { COMMENT_NODE, isElement, type PageElement, type PageNode } from "./dom.ts";

/** Elements whose content is written without escapes, as parsers read it. */
const RAW = new Set(["script", "style", "textarea", "title"]);
const VOID = new Set(
  "area base br col embed hr img input keygen link menuitem meta param source track wbr".split(" "),
);

/** A node as markup, to be read again. */
export function markupOf(node: PageNode): string {
  if (isElement(node)) return elementMarkup(node);
  return node.nodeType === COMMENT_NODE ? `<!--${node.textContent}-->` : escaped(node.textContent);
}

/** The children of an element as markup. */
export function markupWithin(element: PageElement): string {
  if (RAW.has(element.localName)) return element.textContent;
  let markup = "";
  for (let at = element.firstChild; at; at = at.nextSibling) markup += markupOf(at);
  return markup;
}

function elementMarkup(element: PageElement): string {
  const { localName } = element;
  let tag = `<${localName}`;
  for (const { name, value } of element.attributes) {
    tag += ` ${name}="${quoted(value)}"`;
  }
  if (element.firstChild === null && VOID.has(localName)) return `${tag}>`;
  return `${tag}>${markupWithin(element)}</${localName}>`;
}

/** Ampersands stay: systems escape addresses and titles twice, and the next reading undoes the second time. */
const quoted = (value: string): string =>
  value.includes('"') ? value.replaceAll('"', "&quot;") : value;

const SPECIAL = /[<>&\u00a0]/;
const escaped = (text: string): string =>
  SPECIAL.test(text) ? text.replace(/[<>&\u00a0]/g, (sign) => ESCAPES[sign] ?? sign) : text;
const ESCAPES: Readonly<Record<string, string>> = {
  "<": "&lt;",
  ">": "&gt;",
  "&": "&amp;",
  "\u00a0": "&#160;",
};
