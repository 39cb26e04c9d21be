import { unspacedLetters } from "../../core/text/scripts.ts";
import { isElement, type PageElement, type PageNode, TEXT_NODE } from "./dom.ts";

/** A run of text between the borders of block elements, and what is known about it. */
export type Block = {
  readonly nodes: readonly PageNode[];
  /** Block elements around it, innermost first, without the root. */
  readonly around: readonly PageElement[];
  /** The text, with white space collapsed. */
  readonly text: string;
  readonly words: number;
  /** Share of its characters inside links, 0 to 1. */
  readonly linkedShare: number;
  readonly hasImage: boolean;
};

/** Most blocks that are collected from a page; real articles have a tenth of it. Later blocks are ignored. */
const MAX_BLOCKS = 10_000;

/** The blocks below an element that have a text or a picture, in order. */
export function collectBlocks(
  root: PageElement,
  isLeftOut: (element: PageElement) => boolean = () => false,
): Block[] {
  const blocks: Block[] = [];
  const visit = (element: PageElement, around: readonly PageElement[]): void => {
    let run: PageNode[] = [];
    const flush = (): void => {
      const block = blockOf(run, around);
      run = [];
      if (block && blocks.length < MAX_BLOCKS) blocks.push(block);
    };
    for (const child of element.childNodes) {
      if (isElement(child) && isLeftOut(child)) continue;
      if (isElement(child) && isBlockLike(child)) {
        flush();
        visit(child, [child, ...around]);
      } else run.push(child);
    }
    flush();
  };
  visit(root, []);
  return blocks;
}

const BLOCKS = new Set(
  "ADDRESS ARTICLE ASIDE BLOCKQUOTE BODY CAPTION CENTER DD DETAILS DIV DL DT FIELDSET FIGCAPTION FIGURE FOOTER FORM H1 H2 H3 H4 H5 H6 HEADER HR LI MAIN NAV OL P PRE SECTION SUMMARY TABLE TBODY TD TFOOT TH THEAD TR UL".split(
    " ",
  ),
);

/** A block element, or an inline one around blocks, as in `<a><div>`. */
export function isBlockLike(element: PageElement): boolean {
  return BLOCKS.has(element.tagName) || element.children.some(isBlockLike);
}

function blockOf(nodes: readonly PageNode[], around: readonly PageElement[]): Block | null {
  const text = collapse(nodes.map((node) => (isText(node) ? node.textContent : "")).join(""));
  const hasImage = nodes.some((node) => isElement(node) && holds(node, "IMG"));
  if (text === "" && !hasImage) return null;
  const linked = nodes.reduce((sum, node) => sum + linkedLength(node), 0);
  const linkedShare = text === "" ? 0 : Math.min(1, linked / text.length);
  return { nodes, around, text, words: countWords(text), linkedShare, hasImage };
}

/** Whether a node has text that readers see; comments have none. */
export const isText = (node: PageNode): boolean => node.nodeType === TEXT_NODE || isElement(node);

export const collapse = (text: string): string => text.replace(/\s+/g, " ").trim();

/** Counts words; in scripts without spaces between words, four letters count as one. */
export const countWords = (text: string): number =>
  text === "" ? 0 : text.split(" ").length + Math.floor(unspacedLetters(text) / 4);

const holds = (element: PageElement, name: string): boolean =>
  element.tagName === name || element.getElementsByTagName(name).length > 0;

function linkedLength(node: PageNode): number {
  if (!isElement(node)) return 0;
  // Links within the page (to a footnote, say) do not count.
  if (node.tagName === "A")
    return node.getAttribute("href")?.startsWith("#") ? 0 : collapse(node.textContent).length;
  return node.children.reduce((sum, child) => sum + linkedLength(child), 0);
}
