import { DOMParser } from "linkedom";

/** What we use of a DOM: the types of the browser's are not among ours, nor linkedom's complete. */
export type PageNode = {
  readonly nodeType: number;
  readonly parentNode: PageElement | null;
  readonly nextSibling: PageNode | null;
  readonly childNodes: readonly PageNode[];
  textContent: string;
  remove(): void;
};

export type PageElement = PageNode & {
  /** In capitals. */
  readonly tagName: string;
  readonly id: string;
  readonly attributes: Iterable<{ readonly name: string; readonly value: string }>;
  readonly children: readonly PageElement[];
  readonly firstChild: PageNode | null;
  innerHTML: string;
  readonly outerHTML: string;
  readonly ownerDocument: PageDocument;
  getAttribute(name: string): string | null;
  setAttribute(name: string, value: string): void;
  removeAttribute(name: string): void;
  getElementsByTagName(name: string): readonly PageElement[];
  cloneNode(isDeep: boolean): PageElement;
  appendChild(node: PageNode): PageNode;
  insertBefore(node: PageNode, before: PageNode | null): PageNode;
  replaceChild(node: PageNode, old: PageNode): PageNode;
};

export type PageDocument = {
  readonly children: readonly PageElement[];
  readonly body: PageElement;
  createElement(name: string): PageElement;
};

export const ELEMENT_NODE = 1;
export const TEXT_NODE = 3;

export const isElement = (node: PageNode | null): node is PageElement =>
  node?.nodeType === ELEMENT_NODE;

/** A guarded document (guardMarkup) as a tree with one `html` around one `body`. */
export function parsePage(html: string): PageDocument {
  const isWhole = /<body[\s>]/i.test(html) && /<html[\s>]/i.test(html);
  const document = parse(isWhole ? html : wrap(html));
  const { body } = document;
  const isLost = isWhole && body.children.length === 0 && body.textContent.trim() === "";
  // The body was in a comment, or there were two.
  const found = isLost ? parse(wrap(html.replace(ROOT_TAG, ""))) : document;
  if (CAPITALS.test(html)) lowerAttributes(found);
  return found;
}

const parse = (html: string): PageDocument =>
  new DOMParser().parseFromString(html, "text/html") as unknown as PageDocument;

const wrap = (html: string): string => `<html><body>${html}</body></html>`;

const ROOT_TAG = /<\/?(?:html|body)(?:\s[^<>]{0,2000})?>/gi;

/** Attributes as pages of the nineties write them: linkedom does not find `CLASS` as `class`. */
const CAPITALS = /\s(?:CLASS|HREF|SRC|ID|REL|NAME|CONTENT|Class|Href|Src|Id|Rel)\s{0,3}=/;

function lowerAttributes(document: PageDocument): void {
  for (const element of elementsOf(document)) {
    const written = [...element.attributes].map(({ name, value }) => ({ name, value }));
    const names = new Set(written.map(({ name }) => name));
    for (const { name, value } of written) {
      const lower = name.toLowerCase();
      if (!names.has(lower)) element.setAttribute(lower, value);
    }
  }
}

/** Every element in the order of the document. linkedom answers `*` with nothing. */
export function elementsOf(document: PageDocument): PageElement[] {
  const elements: PageElement[] = [];
  const visit = (element: PageElement): void => {
    elements.push(element);
    for (const child of element.children) visit(child);
  };
  for (const child of document.children) visit(child);
  return elements;
}
