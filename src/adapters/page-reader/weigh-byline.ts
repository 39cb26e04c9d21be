import { isAgency } from "../../core/bylines/agencies.ts";
import { looksLikeHouse, looksLikeName, readsAsPhrase } from "../../core/bylines/person-names.ts";
import { AUTHOR, isAuthorLink, markedIn, type Piece, peopleOf, piecesOf } from "./byline-names.ts";
import { afterAnyBy, afterBy, isBareBy, isSureBy } from "./byline-words.ts";
import { isElement, type PageElement, type PageNode } from "./dom.ts";
import { nameWords } from "./element-names.ts";
import type { ShownBlock } from "./shown-page.ts";
import { signatureIn } from "./signatures.ts";

/** The authors that a page shows. */
export type Byline = {
  readonly names: readonly string[];
  /** The sum of the evidence for and against it. */
  readonly weight: number;
  /** It is a line of the text itself, not written by the publisher's system. */
  readonly isInText?: boolean;
};

/*
 * A byline is found by adding up evidence. Evidence for it:
 *   an element named for authors (byline, author, vcard)      3
 *   `rel=author`, `itemprop=author`, a link to an author page 3
 *   a word for the author before a name ("By Anna Berg")      3
 *   a signature where the article ends                        3
 *   an agency's name alone under the headline, not at a picture  3
 *   near the headline, with room for captions and dates       3
 *   before the first sentence                                 1
 *   where the article ends                                    2
 *   a date beside the name                                    2
 *   a label of more than a preposition ("Written by")         2
 *     in a list                                               1
 *     among the data of a book (in place of 2)                -2
 *   a name of two words or more, each with a capital; a house 1
 * Evidence against it:
 *   among teasers, comments and menus                        -6
 *     near the headline and before the first sentence        -3
 *   in a figure or a quotation, or named for a picture       -6
 *   named for what stands beside articles (bio, box, about)  -2
 * A candidate of weight LEAST or more is a byline. A preposition alone ("By Ines Holm") counts only before the name of a
 * person or a house, in a line that is neither a heading nor all link: titles of articles begin so, too.
 */
export const LEAST = 6;
/** Weights of places. */
export const PLACE = { none: 0, end: 2, near: 3, above: 4 };

/** In words; a longer block is text, which may end with a signature. */
export const MAX_WORDS = 30;

const BESIDE = new Set(
  "bio biography box about description avatar image img picture photo social follow contact twitter more archive".split(
    " ",
  ),
);
const PICTURE = new Set(
  "caption credit credits copyright photo image foto bild figcaption fotocredit".split(" "),
);
const OTHERS = new Set("comment comments commentlist reviewer".split(" "));

export type Surroundings = {
  /** The small elements around the block. */
  readonly around: readonly PageElement[];
  readonly place: number;
  /** The block before it is a word for the author, and nothing else. */
  readonly isLabelled: boolean;
  /** The block is the last sentence, or stands right behind it. */
  readonly isAtEnd: boolean;
  /** The block stands between the headline and the first sentence. */
  readonly isUnderHeadline: boolean;
  /** Whether the block stands among the data of a book. */
  readonly isOfBook: () => boolean;
  /** Whether the page also writes a word without its capital. */
  readonly isWord: (word: string) => boolean;
};

/** The authors that a block names, with the weight of the evidence; `null` if it names none. */
export function weighByline(block: ShownBlock, given: Surroundings): Byline | null {
  const clues = cluesOf(block, given);
  if (!isMarkedUp(clues) || (block.words > MAX_WORDS && clues.signature === null)) return null;
  const people = clues.signature ?? peopleOf(block, clues.marked, clues.by);
  if ((clues.isBare && isRatherTitle(block, people, given)) || !isAnybody(people, clues))
    return null;
  const evidence = [...evidenceFor(clues, people, given), ...evidenceAgainst(block, clues, given)];
  const weight = evidence.reduce((sum, [weighs, holds]) => sum + (holds ? weighs : 0), 0);
  return { names: people, weight };
}

type Clues = {
  readonly line: string;
  /** Inline elements that are marked as an author. */
  readonly marked: readonly PageElement[];
  /** Words in the names of the marked elements and of the elements around the block. */
  readonly names: ReadonlySet<string>;
  /** The text behind a word for the author, or `null`. */
  readonly by: string | null;
  readonly isNamed: boolean;
  readonly isDated: boolean;
  readonly isLinked: boolean;
  readonly isListed: boolean;
  readonly signature: readonly string[] | null;
  readonly isAgency: boolean;
  /** Nothing but a preposition says that a name follows. */
  readonly isBare: boolean;
};

function cluesOf(block: ShownBlock, given: Surroundings): Clues {
  const { around, place, isLabelled, isAtEnd } = given;
  const marked = markedIn(block.nodes);
  const names = new Set([...around, ...marked].flatMap(nameWords));
  const pieces = block.nodes.flatMap((node) => piecesOf(node));
  const line = pieces.map(({ text }) => text).join(" ");
  const isNamed = has(names, AUTHOR);
  const isLinked = marked.some(isAuthorLink);
  const told = behindDate(pieces) ?? (isNamed ? afterAnyBy(line) : afterBy(line));
  return {
    line,
    marked,
    names,
    by: told ?? (isLabelled ? line : null),
    isNamed,
    isDated: place === PLACE.above && isDatedName(line) && !hasOtherLink(block.nodes),
    isLinked,
    isListed: isIn(block, LISTS),
    signature: isAtEnd ? signatureIn(block) : null,
    isAgency: isAgencySign(block, given),
    isBare: !isNamed && marked.length === 0 && isBareBy(line) && !TIMED.test(line),
  };
}

/** What follows "by" in a piece that has a date ("by Olga"), whatever the line begins with; or `null`. */
const behindDate = (pieces: readonly Piece[]): string | null =>
  pieces
    .filter(({ text }) => DAY.test(text))
    .map(({ text }) => afterBy(text))
    .find((name) => name !== null) ?? null;

/** Whether a block is an agency's name alone under the headline; beside a picture it would be the picture's credit. */
const isAgencySign = (
  block: ShownBlock,
  { around, isUnderHeadline }: Pick<Surroundings, "around" | "isUnderHeadline">,
): boolean =>
  isUnderHeadline &&
  isAgency(block.text) &&
  !block.hasImage &&
  !around.slice(0, 3).some((element) => element.getElementsByTagName("IMG").length > 0);

const isMarkedUp = ({ marked, by, isNamed, isDated, signature, isAgency }: Clues): boolean =>
  isNamed || by !== null || marked.length > 0 || isDated || signature !== null || isAgency;

/** Whether a line is rather a heading, a card's headline or a phrase: those begin with a preposition, too. */
const isRatherTitle = (
  { level, linkedShare }: ShownBlock,
  people: readonly string[],
  { isWord }: Surroundings,
): boolean =>
  level > 0 ||
  linkedShare > MOST_LINKED ||
  people.some((name) => readsAsPhrase(name) || name.split(" ").every(isWord));

/** Whether the names are authors': an account needs more support than a person's name. */
function isAnybody(people: readonly string[], clues: Clues): boolean {
  const { by, isNamed, isLinked, signature, line, isAgency } = clues;
  if (people.length === 0) return false;
  if (signature !== null || isAgency || (by !== null && isSureBy(line))) return true;
  // A preposition alone makes no phrase a name: "Von Hamburg nach Kiel".
  if (by !== null && (isNamed || !people.some(isPhrase))) return true;
  if (people.every(looksLikeName)) return true;
  return (isNamed || (isLinked && DAY.test(line))) && !people.some(isPhrase);
}

/** Several words that are neither a person's nor a house's name: a label. */
const isPhrase = (name: string): boolean =>
  name.includes(" ") && !looksLikeName(name) && !looksLikeHouse(name);

type BylineEvidence = readonly (readonly [weight: number, holds: boolean])[];

function evidenceFor(
  { line, by, isNamed, isDated, isLinked, isListed, signature, isAgency }: Clues,
  people: readonly string[],
  { place, isLabelled, isOfBook }: Surroundings,
): BylineEvidence {
  const isSure = isLabelled || isSureBy(line);
  return [
    [3, isNamed],
    [3, by !== null || isLinked],
    [3, signature !== null || isAgency],
    [place, true],
    [2, isDated],
    [isSure && isOfBook() ? -2 : isListed ? 1 : 2, isSure],
    [1, people.every((name) => looksLikeName(name) || looksLikeHouse(name))],
  ];
}

function evidenceAgainst(
  block: ShownBlock,
  { line, names, isAgency }: Clues,
  { around, place, isAtEnd }: Surroundings,
): BylineEvidence {
  const nearest = new Set(around.slice(0, 2).flatMap(nameWords));
  return [
    [place === PLACE.above ? -3 : -6, block.isAround || has(names, OTHERS)],
    [-6, isIn(block, FIGURES) || (has(nearest, PICTURE) && !isAgency)],
    // Such a name does not count against a line with a date, nor at the article's end, where boxes tell of its author.
    [-2, has(names, BESIDE) && !isAtEnd && !DAY.test(line)],
  ];
}

/** A year: a date of the article, not of its author. */
const DAY = /(?:19|20)\d{2}/;
const TIMED = /(?:19|20)\d{2}|\d{1,2}[:.]\d{2}/;

/** Share of linked characters; a byline has less, because "By" stands before its link. */
const MOST_LINKED = 0.95;

/** A short line of a date and, apart from it, something else: "11.12.2019 - Anna Berg". */
const isDatedName = (line: string): boolean =>
  line.length <= 80 && DAY.test(line) && /[|·•–—-]\s|\s[|·•–—-]/.test(line);

/** Whether a node holds a link other than to its author: categories and tags are linked beside dates, too. */
const hasOtherLink = (nodes: readonly PageNode[]): boolean =>
  nodes.some(
    (node) =>
      isElement(node) &&
      ((node.tagName === "A" && !isAuthorLink(node)) || hasOtherLink(node.childNodes)),
  );

const isIn = ({ around }: ShownBlock, tags: ReadonlySet<string>): boolean =>
  around.some(({ tagName }) => tags.has(tagName));

const FIGURES = new Set(["FIGURE", "FIGCAPTION", "CAPTION", "BLOCKQUOTE"]);
const LISTS = new Set(["LI", "DD", "TABLE"]);

const has = (names: ReadonlySet<string>, words: ReadonlySet<string>): boolean =>
  [...names].some((name) => words.has(name));
