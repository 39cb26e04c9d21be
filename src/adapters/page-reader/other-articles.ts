import { tokens } from "../../core/text/tokens.ts";
import { canonicalUrl } from "../../core/urls/canonical-url.ts";
import { webUrl } from "../markup/urls.ts";
import { isElement, type PageElement, standsIn } from "./dom.ts";
import { type HeadedPart, headedParts, isArticleElement } from "./headed-parts.ts";
import type { ReadMetadata } from "./read-metadata.ts";
import { sharesSubject } from "./shared-subject.ts";
import { type Headline, isAlike, type ShownBlock, type ShownPage } from "./shown-page.ts";

/*
 * A page may show another article beside the one that its title names. A part of the page with a heading of its own is
 * another article if both hold:
 *   - its place: the article has an element of its own beside the part, with the headline or below it. Sections stand among
 *     the article's paragraphs;
 *   - its content: its heading leads to another page, or it is about another subject, or it and the article stand in
 *     elements that markup calls articles, and the article has two sentences, which a teaser has not.
 * More than two such parts are a list or a live blog. If a part repeats the article's sentences, what stands under the
 * headline is a teaser of it.
 */

const MOST_OTHERS = 2;

/** The page's other articles, and the element of the article beside them; `null` if there are none. */
export type OtherArticles = {
  readonly elements: readonly PageElement[];
  readonly own: PageElement | null;
};

const NONE: OtherArticles = { elements: [], own: null };

type GivenPage = Pick<ReadMetadata, "metadata" | "headline" | "baseUrl"> & {
  readonly shown: ShownPage;
  /** Address of the page. */
  readonly url: string | null;
};

export function otherArticles({
  shown,
  headline,
  metadata,
  baseUrl,
  url,
}: GivenPage): OtherArticles {
  const { title } = metadata;
  const block = shown.blocks[headline.at];
  if (title === null || !block || block.level === 0 || !isTitle(block, title)) return NONE;
  const addresses = [url, metadata.canonicalUrl].flatMap((each) => canonicalUrl(each ?? "") ?? []);
  const leadsElsewhere = linkTest(addresses, baseUrl);
  if (addresses.length > 0 && leadsElsewhere(block)) return NONE;
  const parts = headedParts(shown, headline).filter(
    ({ heading, own }) => own !== null && !isTitle(heading, title),
  );
  if (parts.length === 0 || parts.length > MOST_OTHERS) return NONE;
  const judged = parts.map((part): JudgedPart => {
    const prose = ownProse(part, shown, headline);
    const text = prose.map((each) => each.text).join("\n");
    const isStranger = !sharesSubject({ title, text }, textOf(part));
    return { part, prose, isStranger, isLinked: leadsElsewhere(part.heading) };
  });
  if (judged.some((each) => !isOther(each) || isRepeating(each))) return NONE;
  const own = innermost(parts.flatMap((part) => part.own ?? []));
  return own === null ? NONE : { elements: parts.map(({ element }) => element), own };
}

/** The element that stands in all the others, or `null`. */
const innermost = (elements: readonly PageElement[]): PageElement | null =>
  elements.find((each) => elements.every((outer) => each === outer || standsIn(each, outer))) ??
  null;

type JudgedPart = {
  readonly part: HeadedPart;
  /** The sentences of the article, if the part is another one. */
  readonly prose: readonly ShownBlock[];
  /** It is about another subject than the title and these sentences. */
  readonly isStranger: boolean;
  /** Its heading leads to another page. */
  readonly isLinked: boolean;
};

const isOther = (judged: JudgedPart): boolean =>
  judged.prose.length > 0 &&
  (judged.isLinked ||
    judged.isStranger ||
    (judged.prose.length >= LEAST_SENTENCES && areArticles(judged)));

/** A teaser has one sentence. */
const LEAST_SENTENCES = 2;

/** Whether the part is an element that markup calls an article, and the headline's sentences stand in another one. */
const areArticles = ({ part: { element }, prose: [first] }: JudgedPart): boolean =>
  isArticleElement(element) &&
  (first?.around ?? []).some((each) => isArticleElement(each) && !standsIn(element, each));

/** Whether the part says one of the article's sentences again: what stands under the headline is its teaser then. */
function isRepeating({ part, prose }: JudgedPart): boolean {
  const text = textOf(part);
  return prose.some((sentence) => text.includes(sentence.text.slice(0, REPEATED)));
}
/** In characters. */
const REPEATED = 40;

const textOf = ({ heading, prose }: HeadedPart): string =>
  [heading, ...prose].map(({ text }) => text).join("\n");

const ownProse = ({ own }: HeadedPart, { blocks }: ShownPage, { at }: Headline): ShownBlock[] =>
  blocks.filter(
    ({ isProse, around }, index) => index > at && isProse && own !== null && around.includes(own),
  );

const isTitle = ({ text }: ShownBlock, title: string): boolean =>
  isAlike(tokens(text), tokens(title.slice(0, 500)));

/** Returns a test whether a block is mostly a link to another page than that of the addresses. */
function linkTest(
  addresses: readonly string[],
  baseUrl: string | null,
): (block: ShownBlock) => boolean {
  return ({ nodes, linkedShare, around }) => {
    const inside = nodes
      .filter(isElement)
      .flatMap((node) => [node, ...node.getElementsByTagName("A")])
      .find(({ tagName }) => tagName === "A");
    const link = linkedShare >= MOSTLY ? inside : around.find(({ tagName }) => tagName === "A");
    const url = canonicalUrl(webUrl(link?.getAttribute("href") ?? "", baseUrl) ?? "");
    return url !== null && !addresses.includes(url);
  };
}

const MOSTLY = 0.5;
