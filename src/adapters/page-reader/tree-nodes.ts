import { COMMENT_NODE, ELEMENT_NODE, type PageElement, TEXT_NODE } from "./dom.ts";
import { distinctWords, NO_STYLE, type Style, styleOf, TreeAttribute } from "./tree-attributes.ts";
import { markupOf, markupWithin } from "./write-tree.ts";

/*
 * The tree of a page: the part of the DOM that Readability and we use, with the names of the DOM. Nodes are classes for
 * speed: a page has tens of thousands, and each is asked often. Lists of nodes are snapshots, not live.
 */

/** The document that makes the nodes. */
export type TreeOwner = {
  createElement(name: string): TreeElement;
  createTextNode(text: string): TreeText;
  /** Reads markup into an element, behind its children. */
  readInto(parent: TreeParent, html: string): void;
};

/** A node of a page's tree. */
export abstract class TreeNode {
  readonly nodeType: number;
  readonly ownerDocument: TreeOwner;
  parentNode: TreeParent | null = null;
  previousSibling: TreeNode | null = null;
  nextSibling: TreeNode | null = null;

  /** @param ownerDocument `null` for a document, which is its own. */
  constructor(ownerDocument: TreeOwner | null, nodeType: number) {
    this.nodeType = nodeType;
    this.ownerDocument = ownerDocument ?? (this as unknown as TreeOwner);
  }

  abstract readonly childNodes: readonly TreeNode[];
  abstract textContent: string;
  abstract cloneNode(isDeep?: boolean): TreeNode;

  get previousElementSibling(): TreeElement | null {
    let at = this.previousSibling;
    while (at && !isTreeElement(at)) at = at.previousSibling;
    return at;
  }

  get nextElementSibling(): TreeElement | null {
    return elementFrom(this.nextSibling);
  }

  remove(): void {
    this.parentNode?.removeChild(this);
  }
}

const isTreeElement = (node: TreeNode): node is TreeElement => node.nodeType === ELEMENT_NODE;

const NO_NODES: readonly TreeNode[] = Object.freeze([]);

/** A text or a comment. */
export class TreeText extends TreeNode {
  readonly childNodes = NO_NODES;
  textContent: string;

  constructor(
    ownerDocument: TreeOwner,
    text: string,
    nodeType: typeof TEXT_NODE | typeof COMMENT_NODE = TEXT_NODE,
  ) {
    super(ownerDocument, nodeType);
    this.textContent = text;
  }

  cloneNode(): TreeText {
    const nodeType = this.nodeType === TEXT_NODE ? TEXT_NODE : COMMENT_NODE;
    return new TreeText(this.ownerDocument, this.textContent, nodeType);
  }
}

function elementFrom(node: TreeNode | null): TreeElement | null {
  let at = node;
  while (at && !isTreeElement(at)) at = at.nextSibling;
  return at;
}

/** An element or a document. */
export abstract class TreeParent extends TreeNode {
  firstChild: TreeNode | null = null;
  lastChild: TreeNode | null = null;
  // Cached until the children change.
  #childNodes: readonly TreeNode[] | null = null;
  #children: readonly TreeElement[] | null = null;

  get childNodes(): readonly TreeNode[] {
    if (this.#childNodes === null) {
      const nodes: TreeNode[] = [];
      for (let at = this.firstChild; at; at = at.nextSibling) nodes.push(at);
      this.#childNodes = nodes;
    }
    return this.#childNodes;
  }

  get children(): readonly TreeElement[] {
    if (this.#children === null) {
      const elements: TreeElement[] = [];
      for (let at = this.firstChild; at; at = at.nextSibling) {
        if (isTreeElement(at)) elements.push(at);
      }
      this.#children = elements;
    }
    return this.#children;
  }

  get firstElementChild(): TreeElement | null {
    return elementFrom(this.firstChild);
  }

  get textContent(): string {
    let text = "";
    for (let at = this.firstChild; at; at = at.nextSibling) {
      if (at.nodeType !== COMMENT_NODE) text += at.textContent;
    }
    return text;
  }

  set textContent(text: string) {
    this.empty();
    if (text !== "") this.appendChild(new TreeText(this.ownerDocument, text));
  }

  empty(): void {
    while (this.firstChild) this.removeChild(this.firstChild);
  }

  appendChild(node: TreeNode): TreeNode {
    return this.insertBefore(node, null);
  }

  /** @param before a child, or `null` for the end. */
  insertBefore(node: TreeNode, before: TreeNode | null): TreeNode {
    if (node === before) return node;
    node.parentNode?.removeChild(node);
    const previous = before === null ? this.lastChild : before.previousSibling;
    node.parentNode = this;
    node.previousSibling = previous;
    node.nextSibling = before;
    if (previous) previous.nextSibling = node;
    else this.firstChild = node;
    if (before) before.previousSibling = node;
    else this.lastChild = node;
    this.#forget();
    return node;
  }

  replaceChild(node: TreeNode, old: TreeNode): TreeNode {
    const next = old.nextSibling;
    this.removeChild(old);
    this.insertBefore(node, next);
    return old;
  }

  /** Does nothing for a node that is no child. */
  removeChild(node: TreeNode): TreeNode {
    if (node.parentNode !== this) return node;
    const { previousSibling, nextSibling } = node;
    if (previousSibling) previousSibling.nextSibling = nextSibling;
    else this.firstChild = nextSibling;
    if (nextSibling) nextSibling.previousSibling = previousSibling;
    else this.lastChild = previousSibling;
    node.parentNode = null;
    node.previousSibling = null;
    node.nextSibling = null;
    this.#forget();
    return node;
  }

  #forget(): void {
    this.#childNodes = null;
    this.#children = null;
  }

  getElementsByTagName(name: string): TreeElement[] {
    const found: TreeElement[] = [];
    collect(this, (element) => element.localName === name || element.tagName === name, found);
    return found;
  }

  /** @param names of elements, with commas between. */
  querySelectorAll(names: string): TreeElement[] {
    const wanted = new Set(names.toUpperCase().split(/\s*,\s*/));
    const found: TreeElement[] = [];
    collect(this, ({ tagName }) => wanted.has(tagName) || wanted.has("*"), found);
    return found;
  }
}

function collect(
  parent: TreeParent,
  isWanted: (element: TreeElement) => boolean,
  found: TreeElement[],
): void {
  for (let at = parent.firstChild; at; at = at.nextSibling) {
    if (!isTreeElement(at)) continue;
    if (isWanted(at)) found.push(at);
    collect(at, isWanted, found);
  }
}

export class TreeElement extends TreeParent {
  readonly localName: string;
  /** In capitals. */
  readonly tagName: string;
  readonly attributes: TreeAttribute[];

  constructor(ownerDocument: TreeOwner, name: string, attributes: TreeAttribute[] = []) {
    super(ownerDocument, ELEMENT_NODE);
    this.localName = name;
    this.tagName = name.toUpperCase();
    this.attributes = attributes;
  }

  get nodeName(): string {
    return this.tagName;
  }

  get id(): string {
    return this.getAttribute("id") ?? "";
  }

  set id(value: string) {
    this.setAttribute("id", value);
  }

  get className(): string {
    return this.getAttribute("class") ?? "";
  }

  set className(value: string) {
    this.setAttribute("class", value);
  }

  get src(): string {
    return this.getAttribute("src") ?? "";
  }

  get srcset(): string {
    return this.getAttribute("srcset") ?? "";
  }

  get style(): Style {
    const written = this.getAttribute("style");
    return written === null || written === "" ? NO_STYLE : styleOf(written);
  }

  get innerHTML(): string {
    return markupWithin(this as unknown as PageElement);
  }

  set innerHTML(html: string) {
    this.empty();
    this.ownerDocument.readInto(this, html);
  }

  get outerHTML(): string {
    return markupOf(this as unknown as PageElement);
  }

  getAttribute(name: string): string | null {
    return this.#find(name)?.value ?? null;
  }

  hasAttribute(name: string): boolean {
    return this.#find(name) !== undefined;
  }

  setAttribute(name: string, value: string): void {
    const written = name === "class" ? distinctWords(value) : value;
    const attribute = this.#find(name);
    if (attribute) attribute.value = written;
    else this.attributes.push(new TreeAttribute(name, written));
  }

  setAttributeNode({ name, value }: TreeAttribute): void {
    this.setAttribute(name, value);
  }

  removeAttribute(name: string): void {
    const index = this.attributes.findIndex((attribute) => attribute.name === name);
    if (index >= 0) this.attributes.splice(index, 1);
  }

  #find(wanted: string): TreeAttribute | undefined {
    for (const attribute of this.attributes) if (attribute.name === wanted) return attribute;
    return undefined;
  }

  cloneNode(isDeep = false): TreeElement {
    const attributes = this.attributes.map((attribute) => attribute.cloneNode());
    const clone = new TreeElement(this.ownerDocument, this.localName, attributes);
    if (!isDeep) return clone;
    for (let at = this.firstChild; at; at = at.nextSibling) clone.appendChild(at.cloneNode(true));
    return clone;
  }
}
