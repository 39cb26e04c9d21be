import { articleEnd } from "./article-end.ts";
import { isByAlone } from "./byline-words.ts";
import type { PageElement } from "./dom.ts";
import { looksLikeHouse } from "./person-names.ts";
import type { Headline, ShownBlock, ShownPage } from "./shown-page.ts";
import { type Byline, LEAST, MAX_WORDS, PLACE, weighByline } from "./weigh-byline.ts";

/** In blocks from the headline, before the first sentence, and from the last one. */
const NEAR = { before: 8, after: 18, end: 6 };
/** A name behind a label that stands alone. */
const MAX_LABELLED = 8;

type Candidate = Byline & {
  readonly index: number;
  readonly around: readonly PageElement[];
};

/** The byline with the most evidence, or `null`. What is as sure and stands beside it is of the same article. */
export function readByline(page: ShownPage, headline: Headline): Byline | null {
  const found = candidatesIn(page, headline);
  // People before the house that they write for, which systems put beside the headline.
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

/** In one small element, not far from each other. */
const isBeside = (a: Candidate, b: Candidate): boolean =>
  a === b ||
  (Math.abs(a.index - b.index) <= 4 && a.around.some((element) => b.around.includes(element)));

function candidatesIn(page: ShownPage, headline: Headline): Candidate[] {
  const { blocks, wordsIn } = page;
  const end = articleEnd(page, headline);
  return blocks.flatMap((block, index): Candidate[] => {
    if (isOther(block, index, headline) || (block.words > MAX_WORDS && index !== end)) return [];
    const place = placeOf(index, headline, end);
    // Nothing makes up for what stands around articles and far from this one.
    if (place === PLACE.none && block.isAround) return [];
    const around = block.around.slice(0, 4).filter((element) => wordsIn(element) <= 2 * MAX_WORDS);
    const isLabelled = block.words <= MAX_LABELLED && isLabel(blocks[index - 1]);
    const isOfBook = (): boolean =>
      blocks.slice(Math.max(0, index - 2), index + 3).some(isBookDatum);
    const isAtEnd = isEnd(index, end);
    const byline = weighByline(block, { around, place, isLabelled, isAtEnd, isOfBook });
    return byline && byline.weight >= LEAST ? [{ ...byline, index, around }] : [];
  });
}

/** The headline: where no heading says the title, the block above the first sentence stands for it. */
const isOther = ({ text, level }: ShownBlock, index: number, { at }: Headline): boolean =>
  text === "" || (index === at && level > 0 && level <= 3);

const isEnd = (index: number, end: number): boolean =>
  end >= 0 && index >= end && index <= end + NEAR.end;

function placeOf(index: number, { at, prose }: Headline, end: number): number {
  const isUnder = index > at && index < prose && index >= prose - NEAR.before;
  if (isUnder || (index >= at - NEAR.before && index <= at + NEAR.after))
    return prose < 0 || index < prose ? PLACE.above : PLACE.near;
  return isEnd(index, end) ? PLACE.end : PLACE.none;
}

const isLabel = (block: ShownBlock | undefined): boolean =>
  block !== undefined && !block.isAround && isByAlone(block.text);

/** Data of a book, whose author is another one's subject. */
const BOOK =
  /^(?:verlag|publisher|éditeur|editorial|editore|editora|uitgever|wydawnictwo|isbn|genre|seiten(?:zahl)?|pages|páginas|pagine|umfang|reihe|series|originaltitel|original title)\b[^:]{0,20}:/iu;

const isBookDatum = ({ text }: ShownBlock): boolean => BOOK.test(text);
