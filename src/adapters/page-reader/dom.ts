/** The part of a page's tree (tree-nodes.ts) that we use, with the names of the DOM. */
export type PageNode = {
  readonly nodeType: number;
  readonly parentNode: PageElement | null;
  readonly nextSibling: PageNode | null;
  readonly childNodes: readonly PageNode[];
  textContent: string;
  remove(): void;
};

export type PageElement = PageNode & {
  /** The name that the element was made with, mostly in lower case. */
  readonly localName: string;
  /** In capitals. */
  readonly tagName: string;
  readonly id: string;
  readonly attributes: Iterable<{ readonly name: string; readonly value: string }>;
  readonly children: readonly PageElement[];
  readonly firstChild: PageNode | null;
  readonly previousElementSibling: PageElement | null;
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
export const COMMENT_NODE = 8;
export const DOCUMENT_NODE = 9;

export const isElement = (node: PageNode | null): node is PageElement =>
  node?.nodeType === ELEMENT_NODE;

/** Every element in the order of the document. */
export function elementsOf(document: PageDocument): PageElement[] {
  const elements: PageElement[] = [];
  const visit = (element: PageElement): void => {
    elements.push(element);
    for (const child of element.children) visit(child);
  };
  for (const child of document.children) visit(child);
  return elements;
}

/** Whether an element stands in another one. */
export function standsIn(element: PageElement, outer: PageElement): boolean {
  for (let at = element.parentNode; isElement(at); at = at.parentNode)
    if (at === outer) return true;
  return false;
}
