import { tokens } from "../../core/text/tokens.ts";
import { countAround, isSentence } from "./block-context.ts";
import { type Block, collapse, collectBlocks } from "./blocks.ts";
import { isElement, type PageDocument, type PageElement, type PageNode, TEXT_NODE } from "./dom.ts";
import { nameWords } from "./element-names.ts";
import { isHidden } from "./hidden.ts";
import { isFurniture } from "./page-furniture.ts";

/** A block as the page shows it. */
export type ShownBlock = Block & {
  /** Among what stands around articles: menus, comments, teasers. */
  readonly isAround: boolean;
  /** 1 to 6 for a heading, else 0. */
  readonly level: number;
  /** A sentence of what the page is about. */
  readonly isProse: boolean;
};

/** What a page shows to its readers, in order: what it does not declare is read from there. */
export type ShownPage = {
  readonly blocks: readonly ShownBlock[];
  /** How many words an element holds. */
  readonly wordsIn: (element: PageElement) => number;
};

export function showPage(document: PageDocument): ShownPage {
  const shown = collectBlocks(document.body, isUnseen);
  const words = countAround(shown);
  const total = shown.reduce((sum, block) => sum + block.words, 0);
  const wordsIn = (element: PageElement): number => words.get(element) ?? 0;
  const headed = countAround(shown.filter((block) => levelOf(block) === 1));
  const isAround = aroundTest(
    (element) =>
      wordsIn(element) <= MOST_AROUND * total || (isOfReaders(element) && !headed.has(element)),
  );
  const blocks = shown.map((block): ShownBlock => {
    const isElsewhere = block.around.some(isAround);
    const isProse = !isElsewhere && isSentence(block);
    const level = levelOf(block);
    const text = level > 0 ? headingText(block) : block.text;
    return { ...block, text, isAround: isElsewhere, level, isProse };
  });
  return { blocks, wordsIn };
}

/** Lines of a heading are words apart: "Open<br>harbour". */
function headingText({ nodes, text }: Block): string {
  const hasBreaks = nodes.some(
    (node) => isElement(node) && (isBreak(node) || node.getElementsByTagName("BR").length > 0),
  );
  return hasBreaks ? collapse(nodes.map(spacedText).join("")) : text;
}

const isBreak = ({ tagName }: PageElement): boolean => tagName === "BR";

function spacedText(node: PageNode): string {
  if (!isElement(node)) return node.nodeType === TEXT_NODE ? node.textContent : "";
  return isBreak(node) ? " " : node.childNodes.map(spacedText).join("");
}

/** JSON-LD may stand in the body. */
const isUnseen = (element: PageElement): boolean =>
  element.tagName === "SCRIPT" || isHidden(element);

const ELSEWHERE = new Set(
  "teaser teasers widget footer related latest popular mostread topbar promo carousel slider recommendation recommendations tagcloud".split(
    " ",
  ),
);

/** What holds more of the words of a page is around its article, whatever it is called. */
const MOST_AROUND = 0.4;

/** Readers may write more than the author. */
const isOfReaders = (element: PageElement): boolean =>
  nameWords(element).some((word) => /^(?:comments?|commentlist|disqus|respond)$/.test(word));

function aroundTest(isPart: (element: PageElement) => boolean): (element: PageElement) => boolean {
  // By element: many blocks stand in the same ones.
  const known = new Map<PageElement, boolean>();
  return (element) => {
    const judged =
      known.get(element) ??
      ((isFurniture(element) || isNamedElsewhere(element)) && isPart(element));
    known.set(element, judged);
    return judged;
  };
}

/** "teaser__author" is where an article names its author. */
function isNamedElsewhere(element: PageElement): boolean {
  if (WHOLE.has(element.tagName)) return false;
  const words = nameWords(element);
  return (
    words.some((word) => ELSEWHERE.has(word)) &&
    !words.some((word) => /^(?:authors?|autor|byline)$/.test(word))
  );
}

const WHOLE = new Set(["BODY", "ARTICLE", "MAIN"]);

function levelOf({ around, nodes }: Block): number {
  const block = /^H([1-6])$/.exec(around[0]?.tagName ?? "")?.[1];
  if (block !== undefined) return Number(block);
  const [only] = nodes.filter(isElement);
  return Number(/^H([1-6])$/.exec(only?.tagName ?? "")?.[1] ?? 0);
}

/** Headings of the first three levels that head something: gadgets stand below the last sentence. */
export function headingsOf({ blocks }: ShownPage): readonly ShownBlock[] {
  const last = blocks.findLastIndex(({ isProse }) => isProse);
  return blocks.filter(
    ({ level, isAround }, index) =>
      level > 0 && level <= 3 && !isAround && (last < 0 || index < last),
  );
}

/** Where the headline stands among the blocks, and the first sentence under it; -1 where there is none. */
export type Headline = { readonly at: number; readonly prose: number };

export function findHeadline({ blocks }: ShownPage, title: string | null): Headline {
  const words = tokens((title ?? "").slice(0, 500));
  const says = ({ text }: ShownBlock): boolean =>
    text.length <= MAX_HEADLINE && isAlike(tokens(text), words);
  const proseAfter = nextProse(blocks);
  /** Of several the one nearest above a sentence: menus and lists name articles too. */
  const nearest = (test: (block: ShownBlock) => boolean): number => {
    const found = blocks.flatMap((block, index) => (!block.isAround && test(block) ? [index] : []));
    const distance = (at: number): number => (proseAfter[at] ?? Infinity) - at;
    return found.reduce((best, at) => (best < 0 || distance(at) < distance(best) ? at : best), -1);
  };
  const at = [
    () => nearest((block) => block.level > 0 && says(block)),
    () => (words.length < 2 ? -1 : nearest(says)),
    () => nearest(({ level }) => level === 1),
  ].reduce((found, find) => (found >= 0 ? found : find()), -1);
  const prose = at < 0 ? blocks.findIndex(({ isProse }) => isProse) : (proseAfter[at] ?? -1);
  return { at: at >= 0 ? at : Math.max(0, prose - 1), prose };
}

/** In characters. */
const MAX_HEADLINE = 300;

/** For each block the index of the next sentence below it. */
function nextProse(blocks: readonly ShownBlock[]): readonly (number | undefined)[] {
  const next: (number | undefined)[] = [];
  let following: number | undefined;
  for (let index = blocks.length - 1; index >= 0; index--) {
    next[index] = following;
    if (blocks[index]?.isProse) following = index;
  }
  return next;
}

/** Equal, or one is the beginning of the other and most of it. */
export function isAlike(a: readonly string[], b: readonly string[]): boolean {
  const [short, long] = a.length < b.length ? [a, b] : [b, a];
  if (short.length === 0 || short.length < 0.6 * long.length) return false;
  return ` ${long.join(" ")} `.includes(` ${short.join(" ")} `);
}
