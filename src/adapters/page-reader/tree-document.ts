import { readHtml } from "../markup/html-events.ts";
import { COMMENT_NODE, DOCUMENT_NODE } from "./dom.ts";
import { attributesFrom } from "./tree-attributes.ts";
import { TreeElement, type TreeOwner, TreeParent, TreeText } from "./tree-nodes.ts";

/** Whether text in an element is not shown: in a frame, it is for browsers without frames. */
const isUnshown = (element: TreeParent): boolean =>
  element instanceof TreeElement && element.tagName === "IFRAME";

/** The tree of a document. A missing head or body is made when it is asked for. */
export class TreeDocument extends TreeParent implements TreeOwner {
  /** Readability resolves addresses against it; ours are resolved when the content is cleaned. */
  readonly documentURI = undefined;

  constructor() {
    super(null, DOCUMENT_NODE);
  }

  get documentElement(): TreeElement {
    return this.firstElementChild ?? (this.appendChild(this.createElement("html")) as TreeElement);
  }

  get head(): TreeElement {
    const root = this.documentElement;
    const first = root.firstElementChild;
    if (first?.tagName === "HEAD") return first;
    return root.insertBefore(this.createElement("head"), root.firstChild) as TreeElement;
  }

  /** The `body` right behind the head; one elsewhere does not count. */
  get body(): TreeElement {
    const { head } = this;
    const next = head.nextElementSibling;
    if (next?.tagName === "BODY") return next;
    const body = this.createElement("body");
    return this.documentElement.insertBefore(body, head.nextSibling) as TreeElement;
  }

  get title(): string {
    return this.head.getElementsByTagName("title")[0]?.textContent ?? "";
  }

  get baseURI(): string | null {
    return this.querySelectorAll("base")[0]?.getAttribute("href") ?? null;
  }

  createElement(name: string): TreeElement {
    return new TreeElement(this, name);
  }

  createTextNode(text: string): TreeText {
    return new TreeText(this, text);
  }

  readInto(parent: TreeParent, html: string): void {
    let at = parent;
    readHtml(html, {
      onopentag: (name, attributes) => {
        const element = new TreeElement(this, name, attributesFrom(attributes));
        at.appendChild(element);
        at = element;
      },
      onclosetag: () => {
        at = at.parentNode ?? at;
      },
      ontext: (text) => {
        if (!isUnshown(at)) at.appendChild(this.createTextNode(text));
      },
      oncomment: (text) => {
        at.appendChild(new TreeText(this, text, COMMENT_NODE));
      },
    });
  }

  cloneNode(): TreeDocument {
    const clone = new TreeDocument();
    for (const child of this.childNodes) clone.appendChild(child.cloneNode(true));
    return clone;
  }
}
