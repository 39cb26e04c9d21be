import { type Block, collapse, collectBlocks, isText } from "./blocks.ts";
import { isElement, type PageElement, type PageNode } from "./dom.ts";
import { nameWords } from "./element-names.ts";
import { heldTextTest } from "./held-text.ts";
import { isHidden } from "./hidden.ts";
import type { Headline, ShownBlock, ShownPage } from "./shown-page.ts";

/*
 * Extractors take the densest part of a page and lose a lead in a header, a first part in a box of its own, or the smaller
 * part of a body that adverts divide. Two kinds of lost sentences are put back: those between the headline and the last
 * extracted sentence, unless they are so many that something else was extracted; and those in containers that have the
 * names of an extracted sentence's container. Sentences from places where no article stands (BESIDE, ASIDES) are not.
 */

/** A sentence of the page, as it was before the extractor took the tree apart. */
export type PageSentence = {
  readonly text: string;
  readonly html: string;
  readonly words: number;
  /** Tag and names of the element around its paragraph: the parts of one body share them. */
  readonly container: string;
  /** It stands in the `article` element of the headline, else in the smallest element that holds headline and article. */
  readonly isOwn: boolean;
  /** The headline stands in an `article` element. */
  readonly isInArticle: boolean;
  /** An editor wants it in the text. */
  readonly isKept: boolean;
};

/** Names of elements that stand between the sentences of an article and are not part of it. */
const BESIDE = new Set(
  "ad ads advert advertisement sponsor caption credit bio author about byline disclaimer copyright cookie consent paywall promo promotion newsletter quote pullquote tooltip modal popup form login transcript alert recommended teaser box infobox summary".split(
    " ",
  ),
);
const ASIDES = new Set(["ASIDE", "FORM", "FIGURE", "TABLE", "LI", "DD", "BLOCKQUOTE", "A"]);

/** What may be the article's, in order: sentences below the headline in no box beside it, and lines that `keeps`. */
export function sentencesOf(
  { blocks }: ShownPage,
  { at }: Headline,
  { keeps, own }: { keeps: (text: string) => boolean; own: readonly string[] },
): readonly PageSentence[] {
  const article = blocks[at]?.around.find(({ tagName }) => tagName === "ARTICLE");
  const known = new Set(own);
  return blocks.flatMap((block, index) => {
    const isKept = block.text !== "" && keeps(block.text);
    const isOne = block.isProse && block.linkedShare <= 0.3 && !isBeside(block);
    if (index <= at || !(isOne || isKept)) return [];
    const container = block.around[1] ?? block.around[0];
    const nodes = block.nodes.filter(isText).map(shownOf);
    return [
      {
        text: collapse(nodes.map(({ textContent }) => textContent).join("")),
        html: nodes.map(htmlOf).join(""),
        words: block.words,
        isOwn: article === undefined ? known.has(block.text) : block.around.includes(article),
        isInArticle: article !== undefined,
        isKept,
        container: container ? `${container.tagName} ${nameWords(container).join(" ")}` : "",
      },
    ];
  });
}

/** A node without its hidden parts. */
function shownOf(node: PageNode): PageNode {
  if (!isElement(node) || !node.children.some(holdsHidden)) return node;
  const shown = node.cloneNode(true);
  dropHidden(shown);
  return shown;
}

const holdsHidden = (element: PageElement): boolean =>
  isHidden(element) || element.children.some(holdsHidden);

function dropHidden({ children }: PageElement): void {
  for (const child of [...children]) {
    if (isHidden(child)) child.remove();
    else dropHidden(child);
  }
}

const htmlOf = (node: PageNode): string =>
  isElement(node) ? node.outerHTML : node.textContent.replace(/&/g, "&amp;").replace(/</g, "&lt;");

const isBeside = ({ around }: ShownBlock): boolean =>
  around
    .slice(0, 4)
    .some(
      (element) =>
        ASIDES.has(element.tagName) || nameWords(element).some((word) => BESIDE.has(word)),
    );

/**
 * Share of the extracted words; if more were lost above the last sentence, something else was extracted, unless all of them
 * stand in the headline's `article`: a short section may be denser than the lead above it.
 */
const MOST_LOST = { anywhere: 0.6, inArticle: 2 };

/** Puts lost sentences back where they stood, in place. */
export function restoreSentences(root: PageElement, sentences: readonly PageSentence[]): void {
  const blocks = new Map(collectBlocks(root).map((block) => [block.text, block]));
  const holds = heldTextTest(root);
  const isKept = sentences.map(({ text }) => holds(text));
  const last = isKept.lastIndexOf(true);
  if (last < 0) {
    addAbove(root, sentences);
    return;
  }
  const containers = new Set(
    sentences.flatMap(({ container }, index) => (isKept[index] ? [container] : [])),
  );
  const isLike = sentences.map(
    ({ container }, index) => !isKept[index] && containers.has(container),
  );
  const isAbove = sentences.map((_, index) => !isKept[index] && index < last);
  const words = (flags: readonly boolean[]): number =>
    sentences.reduce((sum, sentence, index) => sum + (flags[index] ? sentence.words : 0), 0);
  const isOneArticle = sentences.every(
    ({ isOwn }, index) => isOwn || !(isKept[index] || isAbove[index]),
  );
  const most = isOneArticle ? MOST_LOST.inArticle : MOST_LOST.anywhere;
  const isFew = words(isAbove) <= most * words(isKept);
  const isLost = (index: number): boolean =>
    isLike[index] ||
    (isFew && isAbove[index]) ||
    (sentences[index]?.isKept && !isKept[index]) ||
    false;
  let below: PageNode | undefined;
  for (let index = sentences.length - 1; index >= 0; index--) {
    const sentence = sentences[index];
    if (!sentence) continue;
    if (isLost(index)) below = insert(root, sentence, below);
    else below = startOf(blocks.get(sentence.text)) ?? below;
  }
}

/** Puts the sentences of the headline's `article` above an extraction that has none of them. */
function addAbove(root: PageElement, sentences: readonly PageSentence[]): void {
  let below = root.childNodes[0];
  for (const sentence of sentences.toReversed()) {
    if ((sentence.isOwn && sentence.isInArticle) || sentence.isKept)
      below = insert(root, sentence, below);
  }
}

const startOf = (block: Block | undefined): PageNode | undefined =>
  block?.around[0] ?? block?.nodes[0];

function insert(root: PageElement, { html }: PageSentence, below: PageNode | undefined): PageNode {
  const paragraph = root.ownerDocument.createElement("p");
  paragraph.innerHTML = html;
  if (below?.parentNode) below.parentNode.insertBefore(paragraph, below);
  else root.appendChild(paragraph);
  return paragraph;
}
