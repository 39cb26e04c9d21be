import { type BlockRange, blockRanges } from "./block-ranges.ts";
import type { PageElement } from "./dom.ts";
import type { Headline, ShownBlock, ShownPage } from "./shown-page.ts";

/** An element of a page with a heading at its top and sentences below it, outside of the page's headline. */
export type HeadedPart = {
  readonly element: PageElement;
  readonly heading: ShownBlock;
  /** Its sentences. */
  readonly prose: readonly ShownBlock[];
  /**
   * The element of the article beside the part: below the smallest element that holds headline and part, the only one with
   * sentences under the headline that are in no part. `null` without one: the part may be a section of the article.
   */
  readonly own: PageElement | null;
  /** It has less than another article has. */
  readonly isSmall: boolean;
  /** Its blocks that are no sentences: above the first sentence, and the last two. */
  readonly edges: readonly ShownBlock[];
};

/**
 * What another article has: a teaser has one sentence, a box a few words. Headings of lower levels are sections' titles, but
 * in elements that markup calls articles.
 */
const LEAST = { sentences: 2, words: 30 };
const LOWEST_LEVEL = 3;

/** The outermost parts of a page that have headings of their own, without the part that has the headline. */
export function headedParts({ blocks }: ShownPage, { at }: Headline): readonly HeadedPart[] {
  const ranges = blockRanges(blocks);
  const found = new Map<PageElement, ShownBlock>();
  blocks.forEach((heading, index) => {
    if (heading.level === 0 || heading.isAround || index === at) return;
    const element = partUnder(heading, index, { at, ranges });
    if (element === null) return;
    if (heading.level <= LOWEST_LEVEL || isArticleElement(element)) found.set(element, heading);
  });
  const ownBeside = ownFinder({ blocks, at, ranges });
  return [...found].flatMap(([element, heading]): HeadedPart[] => {
    const above = heading.around.slice(heading.around.indexOf(element) + 1);
    if (above.some((each) => found.has(each))) return [];
    const { from, to, sentences, words } = ranges.get(element) ?? NOWHERE;
    const inside = blocks.slice(from, to + 1);
    const prose = inside.filter(({ isProse }) => isProse);
    const isSmall = sentences < LEAST.sentences || words < LEAST.words;
    return [{ element, heading, prose, own: ownBeside(above), isSmall, edges: edgesOf(inside) }];
  });
}

const NOWHERE = { from: 0, to: -1, sentences: 0, words: 0 };

function edgesOf(blocks: readonly ShownBlock[]): readonly ShownBlock[] {
  const first = blocks.findIndex(({ isProse }) => isProse);
  return [...blocks.slice(0, first), ...blocks.slice(first).slice(-2)].filter(
    ({ isProse }) => !isProse,
  );
}

type Known = {
  /** Index of the headline. */
  readonly at: number;
  readonly ranges: ReadonlyMap<PageElement, BlockRange>;
};

/** The largest element with this heading at its top and no second one of its level; an article may have more of them. */
function partUnder(
  { around, level }: ShownBlock,
  index: number,
  { at, ranges }: Known,
): PageElement | null {
  let part: PageElement | null = null;
  for (const element of around) {
    const range = ranges.get(element);
    if (range === undefined || !isUnder(range, index) || holdsBlock(range, at)) break;
    const isAlone = sum(range.levels.slice(0, level + 1)) === 1;
    if (range.sentences > 0 && (isAlone || isArticleElement(element))) part = element;
  }
  return part;
}

const holdsBlock = ({ from, to }: BlockRange, index: number): boolean =>
  from <= index && index <= to;

/** Whether a heading is the first of an element, and no sentence stands above it. */
const isUnder = ({ heading, prose }: BlockRange, index: number): boolean =>
  heading === index && (prose < 0 || prose > index);

const sum = (counts: readonly number[]): number => counts.reduce((all, count) => all + count, 0);

/** The heading of a part, and its sentences. */
export const textOfPart = ({ heading, prose }: HeadedPart): string =>
  [heading, ...prose].map(({ text }) => text).join("\n");

/** Whether markup calls an element an article: its tag, its role, or its type at schema.org. */
export const isArticleElement = (element: PageElement): boolean =>
  element.tagName === "ARTICLE" ||
  element.getAttribute("role") === "article" ||
  /schema\.org\/\w*(?:Article|BlogPosting)$/.test(element.getAttribute("itemtype") ?? "");

type OnPage = Known & { readonly blocks: readonly ShownBlock[] };

/** Returns a function that finds the article beside a part by the elements around the part, innermost first. */
function ownFinder(page: OnPage): (above: readonly PageElement[]) => PageElement | null {
  const around = page.blocks[page.at]?.around ?? [];
  // Many parts stand in one element.
  const known = new Map<PageElement | null, PageElement | null>();
  return (above) => {
    const common = around.find((element) => above.includes(element)) ?? null;
    const own = known.has(common) ? (known.get(common) ?? null) : ownBelow(common, page);
    known.set(common, own);
    return own;
  };
}

/** @param common an element that holds the headline; `null` for the body of the page. */
function ownBelow(common: PageElement | null, { blocks, at, ranges }: OnPage): PageElement | null {
  const headline = childOf(common, blocks[at]?.around ?? []);
  const end = (common && ranges.get(common)?.to) ?? blocks.length - 1;
  // A sentence above the headline is a site's motto, and no article's.
  const places = blocks.slice(at + 1, end + 1).flatMap((block) => {
    const child = childOf(common, block.around);
    const isOwn = block.isProse && (child === headline || !isHeaded(child, ranges));
    // A paragraph right in the common element stands in no element of its own.
    return isOwn ? [child === block.around[0] ? null : child] : [];
  });
  const [own = null] = places;
  if (own === null || (!isArticleElement(own) && headedLike(own, ranges) > MOST_BESIDE))
    return null;
  return places.every((place) => place === own || isLoose(own, { place, headline })) ? own : null;
}

type Places = { readonly place: PageElement | null; readonly headline: PageElement | null };

/** Whether a sentence in no article's element stands beside an article that holds its headline. */
const isLoose = (own: PageElement, { place, headline }: Places): boolean =>
  own === headline && isArticleElement(own) && (place === null || !isArticleElement(place));

/** More elements of one name with headings of their own, unless they are articles, are a list: of teasers, or of the entries of a live blog. */
const MOST_BESIDE = 2;

/** How many other children of an element's parent have its tag, and a heading above their first sentence. */
const headedLike = (own: PageElement, ranges: ReadonlyMap<PageElement, BlockRange>): number =>
  (own.parentNode?.children ?? []).filter(
    (child) => child !== own && child.tagName === own.tagName && isHeaded(child, ranges),
  ).length;

/** The element right below another one, among those around a block. */
const childOf = (element: PageElement | null, around: readonly PageElement[]): PageElement | null =>
  around[(element === null ? around.length : around.indexOf(element)) - 1] ?? null;

/** Whether a heading stands above an element's first sentence. */
function isHeaded(
  element: PageElement | null,
  ranges: ReadonlyMap<PageElement, BlockRange>,
): boolean {
  const range = element === null ? undefined : ranges.get(element);
  return range !== undefined && range.heading >= 0 && range.heading < range.prose;
}
