import { looksLikeHouse, looksLikeName } from "../../core/bylines/person-names.ts";
import { articleEnd } from "./article-end.ts";
import { AUTHOR } from "./byline-names.ts";
import { afterBy, isByAlone } from "./byline-words.ts";
import type { PageElement } from "./dom.ts";
import { nameWords } from "./element-names.ts";
import type { Headline, ShownBlock, ShownPage } from "./shown-page.ts";
import { type Byline, LEAST, MAX_WORDS, PLACE, weighByline } from "./weigh-byline.ts";

/** In blocks: `before` the headline or the first sentence, `after` the headline, `end` behind the last sentence. */
const NEAR = { before: 8, after: 18, end: 6 };
/** Most words of a name that stands behind a label in a block of its own. */
const MAX_LABELLED = 8;

type BylineCandidate = Byline & {
  readonly index: number;
  readonly around: readonly PageElement[];
};

/** The byline with the most evidence, or `null`. Bylines of the same weight beside it add their names. */
export function readByline(page: ShownPage, headline: Headline): Byline | null {
  const found = candidatesIn(page, headline);
  const written = found.find(({ isInText }) => isInText);
  if (written && !found.some((byline) => byline !== written && isTold(page, byline))) {
    const { names, weight } = written;
    return { names, weight, isInText: true };
  }
  // People come before the house that they write for, which systems put beside the headline.
  const [best] = found.toSorted(
    (a, b) => Number(isHouse(a)) - Number(isHouse(b)) || b.weight - a.weight,
  );
  if (!best) return null;
  const names = found
    .filter((byline) => byline.weight === best.weight && isBeside(byline, best))
    .flatMap((byline) => byline.names);
  return { names: [...new Set(names)], weight: best.weight };
}

const isHouse = ({ names }: Byline): boolean => names.some(looksLikeHouse);

/** Whether two bylines stand in one small element, at most four blocks apart. */
const isBeside = (a: BylineCandidate, b: BylineCandidate): boolean =>
  a === b ||
  (Math.abs(a.index - b.index) <= 4 && a.around.some((element) => b.around.includes(element)));

function candidatesIn(page: ShownPage, headline: Headline): BylineCandidate[] {
  const { blocks, wordsIn } = page;
  const end = articleEnd(page, headline);
  const isWord = wordTest(blocks);
  return blocks.flatMap((block, index): BylineCandidate[] => {
    if (isOther(block, index, headline) || (block.words > MAX_WORDS && index !== end)) return [];
    const place = placeOf(index, headline, end);
    // No evidence outweighs a place that is among furniture and far from this article.
    if ((place === PLACE.none && block.isAround) || isOfOther(page, index, end)) return [];
    const around = block.around.slice(0, 4).filter((element) => wordsIn(element) <= 2 * MAX_WORDS);
    const isLabelled = isLabel(blocks[index - 1], block);
    const isOfBook = (): boolean =>
      blocks.slice(Math.max(0, index - 2), index + 3).some(isBookDatum);
    const isAtEnd = isEnd(index, end);
    const isUnderHeadline = index > headline.at && index < headline.prose;
    const given = { around, place, isLabelled, isAtEnd, isUnderHeadline, isOfBook, isWord };
    const byline = weighByline(block, given);
    if (byline === null || byline.weight < LEAST) return [];
    return [{ ...byline, index, around, isInText: isLineOfText(page, index, headline, byline) }];
  });
}

/** Whether a word for the author stands before the names: "By Ines Holm". */
const isTold = ({ blocks }: ShownPage, { index }: BylineCandidate): boolean =>
  afterBy(blocks[index]?.text ?? "") !== null;

/** Whether a paragraph is only "By Ines Holm", right before a sentence and behind no more than a standfirst. */
function isLineOfText(
  { blocks }: ShownPage,
  index: number,
  { at, prose }: Headline,
  { names }: Byline,
): boolean {
  const [block, next] = [blocks[index], blocks[index + 1]];
  if (!block || !next?.isProse || index <= at || index > prose + 1) return false;
  return isPlainParagraph(block) && names.every(looksLikeName) && isNoMore(block.text, names);
}

/** A paragraph as people write it: without a link, and not named for authors. */
const isPlainParagraph = ({ around: [element], level, linkedShare }: ShownBlock): boolean =>
  element?.tagName === "P" &&
  level === 0 &&
  linkedShare === 0 &&
  !nameWords(element).some((word) => AUTHOR.has(word));

/** Whether a line says who wrote, and nothing else. */
function isNoMore(line: string, names: readonly string[]): boolean {
  const named = afterBy(line);
  return named !== null && named.length <= names.join(" ").length + MOST_BETWEEN * names.length;
}

/** Most characters between two names, and behind the last. */
const MOST_BETWEEN = 5;

/** Tests whether the page's sentences write a word without a capital; collects their words when first asked. */
function wordTest(blocks: readonly ShownBlock[]): (word: string) => boolean {
  let words: ReadonlySet<string> | null = null;
  return (word) => {
    words ??= new Set(
      blocks.flatMap(({ isProse, text }) => (isProse ? (text.match(SMALL_WORD) ?? []) : [])),
    );
    return words.has(word.toLowerCase());
  };
}

const SMALL_WORD = /(?<![\p{L}'’@.-])\p{Ll}[\p{L}'’-]*/gu;

/** Whether a block is empty or the headline. A headline that is no heading may be the byline itself. */
const isOther = ({ text, level }: ShownBlock, index: number, { at }: Headline): boolean =>
  text === "" || (index === at && level > 0 && level <= 3);

/** Whether a block stands below the article, in the box of another article, whose headline is a link. */
function isOfOther({ blocks }: ShownPage, index: number, end: number): boolean {
  if (end < 0 || index <= end) return false;
  const heading = blocks.slice(end + 1, index).findLast(({ level }) => level > 0);
  if (heading === undefined || heading.words < LEAST_WORDS || !isLinked(heading)) return false;
  const box = heading.around.find(({ tagName }) => !/^(?:A|H[1-6])$/.test(tagName));
  return box !== undefined && blocks[index]?.around.includes(box) === true;
}

/** In words; a shorter linked heading is a section. */
const LEAST_WORDS = 2;

const isLinked = ({ linkedShare, around }: ShownBlock): boolean =>
  linkedShare >= 0.8 || around.some(({ tagName }) => tagName === "A");

const isEnd = (index: number, end: number): boolean =>
  end >= 0 && index >= end && index <= end + NEAR.end;

function placeOf(index: number, { at, prose }: Headline, end: number): number {
  const isUnder = index > at && index < prose && index >= prose - NEAR.before;
  if (isUnder || (index >= at - NEAR.before && index <= at + NEAR.after))
    return prose < 0 || index < prose ? PLACE.above : PLACE.near;
  return isEnd(index, end) ? PLACE.end : PLACE.none;
}

const isLabel = (label: ShownBlock | undefined, { words }: ShownBlock): boolean =>
  words <= MAX_LABELLED && label !== undefined && !label.isAround && isByAlone(label.text);

/** Data of a book that the article is about: the book's author is not the article's. */
const BOOK =
  /^(?:verlag|publisher|éditeur|editorial|editore|editora|uitgever|wydawnictwo|isbn|genre|seiten(?:zahl)?|pages|páginas|pagine|umfang|reihe|series|originaltitel|original title)\b[^:]{0,20}:/iu;

const isBookDatum = ({ text }: ShownBlock): boolean => BOOK.test(text);
