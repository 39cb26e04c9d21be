import type { LinkReader } from "./block-links.ts";
import { isByline } from "./block-words.ts";
import { AUTHOR } from "./byline-names.ts";
import type { PageElement } from "./dom.ts";
import { nameWords } from "./element-names.ts";
import { type HeadedPart, isArticleElement, textOfPart } from "./headed-parts.ts";
import { commonSubject, sharesSubject, type TitledText } from "./shared-subject.ts";
import { saysDay } from "./shown-dates.ts";
import type { ShownBlock } from "./shown-page.ts";

/*
 * Elements that markup calls articles, one beside the other, are chapters of one article in some systems, and articles of
 * their own in others. An article of its own says so: its heading leads to its page, a day (the entries of a live blog have
 * times) or an author stands above its text, a link below it leads to the rest, or WordPress names it an entry. Where nothing
 * says so, elements below a headline that stands in none of them are chapters. Where the first one holds headline and text,
 * they are chapters if together they are about the article's subject, though one alone may not be. Chapters mostly have headings
 * of a lower rank than the headline, and one that is no such element itself is more likely their lead.
 */

export type ComparedParts = {
  readonly parts: readonly HeadedPart[];
  /** The article beside them. */
  readonly article: TitledText;
  readonly leadsTo: LinkReader;
  /** The article's element, if it holds the headline; `null` if the headline stands above all elements. */
  readonly own: PageElement | null;
  readonly headlineLevel: number;
};

/** Whether two or more parts are chapters of the article. */
export const areChapters = (compared: ComparedParts): boolean =>
  areSiblings(compared) &&
  !compared.parts.some((part) => isEntry(part, compared.leadsTo)) &&
  (compared.own === null || isOneSubject(compared.own, compared));

/** Whether two or more parts stand beside an article with its headline, and are about another subject than its chapters. */
export const areNeighbours = (compared: ComparedParts): boolean =>
  areSiblings(compared) && compared.own !== null && !isOneSubject(compared.own, compared);

const areSiblings = ({ parts }: ComparedParts): boolean =>
  parts.length > 1 && parts.every(({ element }) => isArticleElement(element));

function isOneSubject(own: PageElement, { parts, article, headlineLevel }: ComparedParts): boolean {
  const isOfOneRank = parts.every(({ heading }) => heading.level <= headlineLevel);
  const least = (isArticleElement(own) ? 1 : 0.5) + (isOfOneRank ? 0.5 : 0);
  return commonSubject(article, parts.map(textOfPart)) >= least;
}

/** Whether most of the parts are articles of their own, and half are about other subjects or lead to their pages. */
export function areEntries({ parts, article, leadsTo }: ComparedParts): boolean {
  if (!parts.every(({ element }) => isArticleElement(element))) return false;
  const entries = parts.filter((part) => isEntry(part, leadsTo));
  const others = entries.filter(
    (part) => leadsTo(part.heading) === "site" || !sharesSubject(article, textOfPart(part)),
  );
  return entries.length > parts.length / 2 && others.length >= parts.length / 2;
}

/** Whether a part that markup calls an article has what only an article of its own has. */
export const isEntry = (part: HeadedPart, leadsTo: LinkReader): boolean =>
  isArticleElement(part.element) && hasMark(part, leadsTo);

function hasMark(part: HeadedPart, leadsTo: LinkReader): boolean {
  const { element, heading } = part;
  return (
    leadsTo(heading) === "site" ||
    WORDPRESS.test(element.getAttribute("class") ?? "") ||
    linesOf(part).some(
      (block) => leadsTo(block) === "site" || saysDay(block.text) || isSigned(block, element),
    )
  );
}

/** Whether a part has a day and an author at its edges, or one of them where its heading is of no lower level than the headline. */
export function isFiled(part: HeadedPart, headlineLevel: number): boolean {
  const lines = linesOf(part);
  const isDated = lines.some(({ text }) => saysDay(text));
  const isSignedToo = lines.some((block) => isSigned(block, part.element));
  return part.heading.level <= headlineLevel ? isDated || isSignedToo : isDated && isSignedToo;
}

const linesOf = ({ heading, edges }: HeadedPart): readonly ShownBlock[] =>
  edges.filter((block) => block !== heading && block.words <= MOST_WORDS);

const WORDPRESS = /(?:^|\s)(?:hentry|type-post)(?:\s|$)/;
/** In words; a longer block is text. */
const MOST_WORDS = 22;

function isSigned({ text, around }: ShownBlock, part: PageElement): boolean {
  const inside = around.slice(0, Math.max(0, around.indexOf(part)));
  return (
    isByline(text) || inside.some((element) => nameWords(element).some((word) => AUTHOR.has(word)))
  );
}
