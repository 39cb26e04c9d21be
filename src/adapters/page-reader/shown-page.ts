import { tokens } from "../../core/text/tokens.ts";
import { countAround, isSentence } from "./block-context.ts";
import { type Block, collapse, collectBlocks } from "./blocks.ts";
import { isElement, type PageDocument, type PageElement, type PageNode, TEXT_NODE } from "./dom.ts";
import { nameWords } from "./element-names.ts";
import { isHidden } from "./hidden.ts";
import { isFurniture } from "./page-furniture.ts";

/** A block as the page shows it. */
export type ShownBlock = Block & {
  /** It stands among furniture: menus, comments, teasers. */
  readonly isAround: boolean;
  /** 1 to 6 for a heading, else 0. */
  readonly level: number;
  /** A sentence outside the furniture. */
  readonly isProse: boolean;
};

/** What a page shows to its readers, in order. Metadata that the page does not declare are read from it. */
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

/** The text of a heading, with a blank for each line break: "Open<br>harbour" is two words. */
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

/** Scripts (JSON-LD may stand in the body) and hidden elements. */
const isUnseen = (element: PageElement): boolean =>
  element.tagName === "SCRIPT" || isHidden(element);

const ELSEWHERE = new Set(
  "teaser teasers widget footer related latest popular mostread topbar promo carousel slider recommendation recommendations tagcloud".split(
    " ",
  ),
);

/** Share of the page's words; an element with more holds the article and is no furniture, whatever its name. */
const MOST_AROUND = 0.4;

/** Whether an element holds comments, which may be longer than the article. */
const isOfReaders = (element: PageElement): boolean =>
  nameWords(element).some((word) => /^(?:comments?|commentlist|disqus|respond)$/.test(word));

function aroundTest(isPart: (element: PageElement) => boolean): (element: PageElement) => boolean {
  // Cached by element, because many blocks stand in the same elements.
  const known = new Map<PageElement, boolean>();
  return (element) => {
    const judged =
      known.get(element) ??
      ((isFurniture(element) || isNamedElsewhere(element)) && isPart(element));
    known.set(element, judged);
    return judged;
  };
}

/** Whether an element is named for other articles. "teaser__author" is not: articles name their authors there. */
function isNamedElsewhere(element: PageElement): boolean {
  if (WHOLE.has(element.tagName)) return false;
  const words = nameWords(element);
  const isText = isBuiltText(words);
  return (
    words.some((word) => ELSEWHERE.has(word) && !(isText && word === "widget")) &&
    !words.some((word) => /^(?:authors?|autor|byline)$/.test(word))
  );
}

/** Whether names are those of a text or its wrapper in a page builder: Elementor and SiteOrigin call all parts widgets. */
const isBuiltText = (words: readonly string[]): boolean =>
  words.some((word) => /^(?:elementor|sow)$/.test(word)) &&
  words.some((word) => /^(?:wrap|container|editor|heading|content)$/.test(word));

const WHOLE = new Set(["BODY", "ARTICLE", "MAIN"]);

function levelOf({ around, nodes }: Block): number {
  const block = /^H([1-6])$/.exec(around[0]?.tagName ?? "")?.[1];
  if (block !== undefined) return Number(block);
  const [only] = nodes.filter(isElement);
  return Number(/^H([1-6])$/.exec(only?.tagName ?? "")?.[1] ?? 0);
}

/** Headings of the first three levels above the last sentence; those below it are gadgets'. */
export function headingsOf({ blocks }: ShownPage): readonly ShownBlock[] {
  const last = blocks.findLastIndex(({ isProse }) => isProse);
  return blocks.filter(
    ({ level, isAround }, index) =>
      level > 0 && level <= 3 && !isAround && (last < 0 || index < last),
  );
}

/** Indexes of the headline's block and the first sentence under it (-1 without one). An unknown headline stands above it. */
export type Headline = { readonly at: number; readonly prose: number };

export function findHeadline({ blocks }: ShownPage, title: string | null): Headline {
  const words = tokens((title ?? "").slice(0, 500));
  const says = ({ text }: ShownBlock): boolean =>
    text.length <= MAX_HEADLINE && isAlike(tokens(text), words);
  const proseAfter = nextProse(blocks);
  /** The match that stands nearest above a sentence, or -1: menus and lists name articles, too. */
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

/** Whether the shorter text stands within the longer one and has at least 60% of its tokens. */
export function isAlike(a: readonly string[], b: readonly string[]): boolean {
  const [short, long] = a.length < b.length ? [a, b] : [b, a];
  if (short.length === 0 || short.length < 0.6 * long.length) return false;
  return ` ${long.join(" ")} `.includes(` ${short.join(" ")} `);
}
