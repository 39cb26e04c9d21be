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
  readonly innerHTML: string;
  readonly ownerDocument: PageDocument;
  getAttribute(name: string): string | null;
  setAttribute(name: string, value: string): void;
  removeAttribute(name: string): void;
  getElementsByTagName(name: string): readonly PageElement[];
  appendChild(node: PageNode): PageNode;
  insertBefore(node: PageNode, before: PageNode | null): PageNode;
  replaceChild(node: PageNode, old: PageNode): PageNode;
};

export type PageDocument = {
  readonly documentElement: PageElement | null;
  readonly body: PageElement;
  getElementsByTagName(name: string): readonly PageElement[];
  createElement(name: string): PageElement;
};

export const ELEMENT_NODE = 1;
export const TEXT_NODE = 3;

export const isElement = (node: PageNode | null): node is PageElement =>
  node?.nodeType === ELEMENT_NODE;

/** A guarded document (guardMarkup) as a tree with one `html` around one `body`. */
export function parsePage(html: string): PageDocument {
  const isWhole = /<body[\s>]/i.test(html) && /<html[\s>]/i.test(html);
  const source = isWhole ? html : `<html><body>${html}</body></html>`;
  return new DOMParser().parseFromString(source, "text/html") as unknown as PageDocument;
}
