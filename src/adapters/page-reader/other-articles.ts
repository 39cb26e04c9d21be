import { lineWords, tokens } from "../../core/text/tokens.ts";
import { canonicalUrl } from "../../core/urls/canonical-url.ts";
import { type LinkReader, linkReader } from "./block-links.ts";
import { collapse } from "./blocks.ts";
import { type PageElement, standsIn } from "./dom.ts";
import { type HeadedPart, headedParts, isArticleElement, textOfPart } from "./headed-parts.ts";
import type { ReadMetadata } from "./read-metadata.ts";
import { sharesSubject } from "./shared-subject.ts";
import { type Headline, isAlike, type ShownBlock, type ShownPage } from "./shown-page.ts";
import {
  areChapters,
  areEntries,
  areNeighbours,
  type ComparedParts,
  isEntry,
  isFiled,
} from "./sibling-articles.ts";

/*
 * A page may show another article beside the one that its title names. Sections of one article have the same form where a
 * page builder or a layout puts each into an element of its own, and often none of the article's words: of 613 real pages,
 * ten have one or two such sections, none an unmarked article. So a part with a heading of its own is another article only
 * if the article has an element of its own beside it, and either
 *   - both stand in elements that markup calls articles, the article has two sentences, which a teaser has not, and the part
 *     is about another subject, or its heading is a headline that leads to another page of the site; or
 *   - its heading is a headline that leads to another page of the site, and it is about another subject, or is long; or
 *   - it stands above the headline, and is about another subject; or
 *   - it says when it was written and by whom (one of these, if its heading has the headline's level), and is about another
 *     subject; or
 *   - all parts together are long, and use none of the title's words, under headings that are headlines.
 * In all but the first case no element that markup calls an article may hold both. More than two such parts are a list or a
 * live blog, unless all are elements that markup calls articles and most say that they are articles of their own, or together
 * are about another subject than an article that holds its headline (sibling-articles.ts). If a part repeats the article's sentences, what stands under the headline is a teaser of it. If the page
 * declares a part's sentences as the article's, it is a section.
 */

const MOST_OTHERS = 2;
/** Of elements that markup calls articles, which say that they are articles of their own (sibling-articles.ts). */
const MOST_PARTS = 50;

/** The page's other articles, and the element of the article beside them; `null` if there are none. */
export type OtherArticles = {
  readonly elements: readonly PageElement[];
  readonly own: PageElement | null;
  /** Elements beside the headline's that markup calls articles, and that are chapters of the article. */
  readonly chapters: readonly PageElement[];
};

const NONE: OtherArticles = { elements: [], own: null, chapters: [] };

type GivenPage = Pick<
  ReadMetadata,
  "metadata" | "headline" | "descriptions" | "baseUrl" | "articleBody"
> & {
  readonly shown: ShownPage;
  /** Address of the page. */
  readonly url: string | null;
};

export function otherArticles(given: GivenPage): OtherArticles {
  const { shown, headline, metadata } = given;
  const { title } = metadata;
  const block = shown.blocks[headline.at];
  if (title === null || !block || block.level === 0 || !isTitle(block, title)) return NONE;
  const leadsTo = linkReader(
    [given.url, metadata.canonicalUrl].flatMap((each) => canonicalUrl(each ?? "") ?? []),
    given.baseUrl,
  );
  if (leadsTo(block) !== null) return NONE;
  const beside = headedParts(shown, headline).filter(
    ({ heading, own }) => own !== null && !isTitle(heading, title),
  );
  if (beside.length > MOST_PARTS) return NONE;
  return othersAmong(beside, { ...given, title, leadsTo });
}

function othersAmong(beside: readonly HeadedPart[], known: KnownPage): OtherArticles {
  const [first] = beside;
  if (first === undefined) return NONE;
  const compared = comparedWith(first, beside, known);
  if (areChapters(compared)) return { ...NONE, chapters: beside.map(({ element }) => element) };
  const found =
    areNeighbours(compared) && !isContained(beside, known) ? beside : fullArticles(beside, known);
  const own = innermost(found.flatMap((part) => part.own ?? []));
  return own === null ? NONE : { ...NONE, elements: found.map(({ element }) => element), own };
}

/** The parts that have what another article has, if they are others, and the smaller ones among them that say so. */
function fullArticles(beside: readonly HeadedPart[], known: KnownPage): readonly HeadedPart[] {
  const parts = beside.filter(({ isSmall }) => !isSmall);
  return areOthers(parts, known)
    ? beside.filter((part) => !part.isSmall || isEntry(part, known.leadsTo))
    : [];
}

type KnownPage = GivenPage & { readonly title: string; readonly leadsTo: LinkReader };

/** The parts beside the article of which one is `part`. */
function comparedWith(
  part: HeadedPart,
  parts: readonly HeadedPart[],
  known: KnownPage,
): ComparedParts {
  const { headline, shown, leadsTo } = known;
  const { around = [], level = 0 } = shown.blocks[headline.at] ?? {};
  return {
    parts,
    article: articleBeside(part, known),
    leadsTo,
    own: around.find((each) => each === part.own) ?? null,
    headlineLevel: level,
  };
}

/** Whether a part says a sentence of the article, or the page declares a part's as the article's. */
function isContained(parts: readonly HeadedPart[], known: KnownPage): boolean {
  const declared = collapse(known.articleBody ?? "");
  return parts.some((part) => {
    const prose = ownProse(part, known.shown, known.headline);
    return isRepeating({ part, prose }) || isDeclared({ part }, declared);
  });
}

function areOthers(parts: readonly HeadedPart[], known: KnownPage): boolean {
  const [first] = parts;
  if (first === undefined) return false;
  if (isContained(parts, known)) return false;
  const judged = parts.map((part) => judge(part, known));
  const isFew = parts.length <= MOST_OTHERS;
  if (isFew && (judged.every(isOther) || areLongStrangers(judged, known.title))) return true;
  return judged.every(isBesideArticle) && areEntries(comparedWith(first, parts, known));
}

/** What the article beside a part says for sure. */
const articleBeside = (part: HeadedPart, { shown, headline, title, descriptions }: KnownPage) => ({
  title,
  text: [...ownProse(part, shown, headline).map((each) => each.text), ...descriptions].join("\n"),
});

/** The element that stands in all the others, or `null`. */
const innermost = (elements: readonly PageElement[]): PageElement | null =>
  elements.find((each) => elements.every((outer) => each === outer || standsIn(each, outer))) ??
  null;

type JudgedPart = {
  readonly part: HeadedPart;
  /** The sentences of the article, if the part is another one. */
  readonly prose: readonly ShownBlock[];
  /** What the article says for sure: these sentences and the page's descriptions. */
  readonly text: string;
  /** It is about another subject than the title and this text. */
  readonly isStranger: boolean;
  /** Its heading is a headline that leads to another page of the site. */
  readonly isLinked: boolean;
  /** It stands above the headline. */
  readonly isAbove: boolean;
  /** It says who wrote it, or when. */
  readonly isFiled: boolean;
};

function judge(part: HeadedPart, given: KnownPage): JudgedPart {
  const { shown, headline, title, leadsTo } = given;
  const prose = ownProse(part, shown, headline);
  const { text } = articleBeside(part, given);
  return {
    part,
    prose,
    text,
    isStranger: !sharesSubject({ title, text }, textOfPart(part)),
    isLinked: isHeadline(part) && leadsTo(part.heading) === "site",
    isAbove: isAboveHeadline(part, given),
    isFiled: isHeadline(part) && isFiled(part, shown.blocks[headline.at]?.level ?? 0),
  };
}

const isOther = (judged: JudgedPart): boolean =>
  judged.prose.length > 0 && (areArticles(judged) || (isMarked(judged) && !isInOneArticle(judged)));

const isMarked = ({ part, isStranger, isLinked, ...judged }: JudgedPart): boolean =>
  isStranger
    ? isLinked || judged.isAbove || judged.isFiled
    : isLinked && wordsOf(part.prose) >= LEAST_LINKED;
/** In words. A shorter part may present, within the article, the page to which its heading leads. */
const LEAST_LINKED = 150;

/** Whether an element that markup calls an article holds both the part and the headline's sentences. */
const isInOneArticle = ({ part: { element }, prose: [first] }: JudgedPart): boolean =>
  (first?.around ?? []).some((each) => isArticleElement(each) && standsIn(element, each));

/** Whether a part stands above a headline of its rank or a higher one, which is the first to say the title. */
function isAboveHeadline({ heading }: HeadedPart, { shown, headline, title }: TitledPage): boolean {
  const above = shown.blocks.slice(0, headline.at);
  return (
    above.includes(heading) &&
    (shown.blocks[headline.at]?.level ?? Infinity) <= heading.level &&
    !above.some((block) => block.level > 0 && isTitle(block, title))
  );
}

type TitledPage = Pick<GivenPage, "shown" | "headline"> & { readonly title: string };

/** Whether a heading is more than a label or a question: "Background" may lead to a page about its topic. */
const isHeadline = ({ heading: { text } }: HeadedPart): boolean =>
  lineWords(text).length >= LEAST_HEADLINE && !/[?？؟;]$/.test(text);
/** In words. */
const LEAST_HEADLINE = 4;

/**
 * Whether parts without marks cannot be sections of a short report. On real pages, 4 in 100 articles use that few of their
 * words in 250 that follow their first heading; 60 in 100 texts of other pages do.
 */
function areLongStrangers(judged: readonly JudgedPart[], title: string): boolean {
  const words = wordsOf(judged.flatMap(({ part }) => part.prose));
  const other = judged.map(({ part }) => textOfPart(part)).join("\n");
  return (
    words >= LONG.words &&
    judged.every(
      (each) =>
        each.prose.length >= LEAST_SENTENCES &&
        words >= LONG.times * wordsOf(each.prose) &&
        isHeadline(each.part) &&
        !isInOneArticle(each) &&
        !sharesSubject({ title, text: each.text }, other, LONG.shares),
    )
  );
}
const LONG = { words: 250, times: 3, shares: { ofTitle: 0, ofText: 0.15 } };

const wordsOf = (blocks: readonly ShownBlock[]): number =>
  blocks.reduce((sum, { words }) => sum + words, 0);

/** A teaser has one sentence. */
const LEAST_SENTENCES = 2;

/** Whether the part is an element that markup calls an article, and the article's sentences stand in another one. */
const areArticles = (judged: JudgedPart): boolean =>
  (judged.isStranger || judged.isLinked) && isBesideArticle(judged);

const isBesideArticle = ({ part: { element }, prose }: JudgedPart): boolean =>
  prose.length >= LEAST_SENTENCES &&
  isArticleElement(element) &&
  (prose[0]?.around ?? []).some((each) => isArticleElement(each) && !standsIn(element, each));

/** Whether the part says one of the article's sentences again: what stands under the headline is its teaser then. */
function isRepeating({ part, prose }: Pick<JudgedPart, "part" | "prose">): boolean {
  const text = textOfPart(part);
  return prose.some((sentence) => text.includes(sentence.text.slice(0, REPEATED)));
}

/** Whether the text that the page declares has one of the part's sentences. */
const isDeclared = ({ part }: Pick<JudgedPart, "part">, declared: string): boolean =>
  part.prose.some(({ text }) => declared.includes(text.slice(0, REPEATED)));

/** In characters. */
const REPEATED = 40;

const ownProse = ({ own }: HeadedPart, { blocks }: ShownPage, { at }: Headline): ShownBlock[] =>
  blocks.filter(
    ({ isProse, around }, index) => index > at && isProse && own !== null && around.includes(own),
  );

const isTitle = ({ text }: ShownBlock, title: string): boolean =>
  isAlike(tokens(text), tokens(title.slice(0, 500)));
