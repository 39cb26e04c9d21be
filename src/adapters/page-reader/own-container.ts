import { collapse } from "./blocks.ts";
import { isElement, type PageDocument, type PageElement, standsIn } from "./dom.ts";
import { heldTextTest } from "./held-text.ts";
import type { OtherArticles } from "./other-articles.ts";
import type { Headline, ShownBlock, ShownPage } from "./shown-page.ts";

/** The smallest element that holds the page's headline and the article below it. */
export type OwnContainer = {
  /** The way down from the root of the document: at each step the index among the children. */
  readonly path: readonly number[];
  /** Its sentences below the headline. */
  readonly sentences: readonly string[];
  /** Sentences of other `article` elements that have headings of their own. */
  readonly others: readonly string[];
  readonly isArticle: boolean;
  /** It stands beside another article of the page (other-articles.ts): no teaser, however short. */
  readonly isBesideOther: boolean;
  /** It holds chapters that markup calls articles. */
  readonly hasChapters: boolean;
  /** An `article` under an unlinked main heading, with two sentences or more, and not one of a list: no teaser, however short. */
  readonly isWhole: boolean;
};

/** In words; an element with fewer proves nothing. An `article` element may hold a short report. */
const LEAST_WORDS = { article: 25, other: 80 };

/** `null` if no heading says the title, or only the whole page holds both headline and article. */
export function ownContainer(
  shown: ShownPage,
  { at }: Headline,
  { own: known, chapters }: OtherArticles,
): OwnContainer | null {
  const headline = shown.blocks[at];
  if (!headline || headline.level === 0) return null;
  const below = shown.blocks.filter(({ isProse }, index) => index > at && isProse);
  const proseIn = (element: PageElement): ShownBlock[] =>
    below.filter(({ around }) => around.includes(element));
  const element = known ?? withChapters(containerOf(headline, proseIn), headline, chapters);
  if (element === null) return null;
  const inside = proseIn(element);
  const isArticle = element.tagName === "ARTICLE";
  return {
    path: pathOf(element),
    sentences: inside.map(({ text }) => text),
    others: chapters.length > 0 ? [] : othersThan(element, shown.blocks),
    isArticle,
    isBesideOther: known !== null,
    hasChapters: chapters.length > 0,
    isWhole:
      isArticle &&
      headline.level === 1 &&
      headline.linkedShare === 0 &&
      inside.length >= LEAST_SENTENCES &&
      articlesBeside(element) <= MOST_BESIDE,
  };
}

/** Whether a container shows more than a teaser. */
export const isShownWhole = ({ sentences }: OwnContainer): boolean =>
  sentences.length >= LEAST_SENTENCES;

/** The smallest element with the headline and enough words below it; `null` if that is the whole page. */
function containerOf(
  { around }: ShownBlock,
  proseIn: (element: PageElement) => readonly ShownBlock[],
): PageElement | null {
  const found = around.find((element) => {
    const least = element.tagName === "ARTICLE" ? LEAST_WORDS.article : LEAST_WORDS.other;
    return proseIn(element).reduce((sum, { words }) => sum + words, 0) >= least;
  });
  const isWholePage = found?.tagName === "BODY" || found?.tagName === "HTML";
  return isWholePage ? null : (found ?? null);
}

/**
 * A container, grown until it holds the article's chapters: the lead above them may have an element of its own. `null` if that
 * is the whole page.
 */
function withChapters(
  container: PageElement | null,
  { around }: ShownBlock,
  chapters: readonly PageElement[],
): PageElement | null {
  if (container === null) return null;
  const grown = around
    .slice(around.indexOf(container))
    .find((element) => chapters.every((chapter) => standsIn(chapter, element)));
  return grown?.tagName === "BODY" || grown?.tagName === "HTML" ? null : (grown ?? null);
}

/** Paragraphs of sentences; a teaser has one. */
const LEAST_SENTENCES = 2;
/** Other `article` elements in the same place; more are a list. */
const MOST_BESIDE = 1;

const articlesBeside = ({ parentNode }: PageElement): number =>
  (parentNode?.children.filter(({ tagName }) => tagName === "ARTICLE").length ?? 1) - 1;

/** The way down to an element from the root of its document, as `OwnContainer` has it. */
export function pathOf(element: PageElement): number[] {
  const path: number[] = [];
  for (let at = element; isElement(at.parentNode); at = at.parentNode) {
    path.unshift(at.parentNode.children.indexOf(at));
  }
  return path;
}

/** The element at a path of another tree of the same page, or `null`. */
export function elementAt(document: PageDocument, path: readonly number[]): PageElement | null {
  let at: PageElement | undefined = document.children[0];
  for (const index of path) at = at?.children[index];
  return at ?? null;
}

function othersThan(own: PageElement, blocks: readonly ShownBlock[]): string[] {
  const isOther = (element: PageElement): boolean =>
    element.tagName === "ARTICLE" && element !== own && !standsIn(own, element);
  const headed = new Set(
    blocks.flatMap(({ level, around }) => (level > 0 && level <= 2 ? around.filter(isOther) : [])),
  );
  return blocks.flatMap(({ isProse, around, text }) =>
    isProse && !around.includes(own) && around.some((element) => headed.has(element)) ? [text] : [],
  );
}

/** Share of the container's sentences, in characters; an extraction with less holds another article of the page. */
const LEAST_SHARE = 0.3;
/** Extractors take chapters one by one: an extraction with less lacks one. */
const LEAST_OF_CHAPTERS = 0.9;
/** Share of the extraction's characters; a container with less is a teaser. For `article` elements and others. */
const LEAST_SIZE = { article: 0.2, other: 0.5 };

/** Whether an extraction holds the container's article and no other; also `true` if the container is a teaser. */
export function isOfOwn(root: PageElement, own: OwnContainer): boolean {
  const text = collapse(root.textContent);
  const holds = heldTextTest(root);
  const kept = lengthOf(own.sentences.filter(holds));
  const length = lengthOf(own.sentences);
  const strangers = own.isArticle ? lengthOf(own.others.filter(holds)) : 0;
  const isSmall = length < (own.isArticle ? LEAST_SIZE.article : LEAST_SIZE.other) * text.length;
  // The neighbour is most of the extraction, and does not repeat what would then be its summary.
  const isMixed = own.isWhole && strangers >= MOSTLY * (text.length - kept) && !isRepeated(own);
  if (isSmall && !isMixed) return !own.isBesideOther;
  const least = own.hasChapters ? LEAST_OF_CHAPTERS : LEAST_SHARE;
  return kept >= least * length && strangers <= LEAST_SHARE * length;
}

/** Share of the extraction outside the container that is another article's sentences. */
const MOSTLY = 0.7;

/** Whether another article says one of the container's sentences again. */
const isRepeated = ({ sentences, others }: OwnContainer): boolean =>
  sentences.some((sentence) => others.some((other) => other.includes(sentence.slice(0, REPEATED))));
/** In characters. */
const REPEATED = 40;

const lengthOf = (list: readonly string[]): number =>
  list.reduce((sum, sentence) => sum + sentence.length, 0);
