import { isElement, type PageElement, type PageNode } from "./dom.ts";
import { nameWords } from "./element-names.ts";
import { lineOf } from "./page-facts.ts";
import { afterBy, isSureBy, looksLikeHouse, looksLikeName, namesInLine } from "./person-names.ts";
import type { Headline, ShownBlock, ShownPage } from "./shown-page.ts";

/** Who a page shows as having written it. */
export type Byline = {
  readonly names: readonly string[];
  /** How sure: the sum of what speaks for it (see weigh). */
  readonly weight: number;
};

/*
 * A byline is found by evidence that is added up:
 *   an element named for it (byline, author, vcard)          3
 *   `rel=author`, `itemprop=author`, a link to an author page 3
 *   a word for it before a name ("By Anna Berg")              3
 *   no further from the headline than captions and lines of dates need  3
 *   before the first sentence                                 1
 *   a date beside the name                                    2
 *   a label of more than a preposition ("Written by")         1
 *   a name of two words or more, each with a capital          1
 * and against it
 *   among teasers, comments and menus                        -6
 *   in a figure, or named for a picture                      -6
 *   named for what stands beside articles (bio, box, about)  -2
 * From LEAST on it is one.
 */
const LEAST = 6;

/** Longer blocks are text. */
const MAX_WORDS = 30;
/** In blocks from the headline. */
const NEAR = { before: 8, after: 18 };

const AUTHOR: ReadonlySet<string> = new Set(
  "byline author authors autor autoren autorin auteur auteurs autore writer writers vcard contributor contributors poster verfasser authorname bylines redakteur signature journalist".split(
    " ",
  ),
);
const BESIDE = new Set(
  "bio biography box about description avatar image img picture photo social follow contact twitter more archive".split(
    " ",
  ),
);
const PICTURE = new Set(
  "caption credit credits copyright photo image foto bild figcaption fotocredit".split(" "),
);
const OTHERS = new Set("comment comments commentlist reviewer".split(" "));
const AUTHOR_PAGE =
  /\/(?:authors?|autor(?:en|in|es)?|auteurs?|autori|redakteur|redaktion|journalist|journalistes?|people|profiles?|profil|staff|contributors?|writers?|reporters?|by|team|member|user|users|perfil|firmas?)\/[^/]+/i;

/** The byline with the most evidence, or `null`. Neighbours as sure as it are of the same article. */
export function readByline({ blocks, wordsIn }: ShownPage, headline: Headline): Byline | null {
  const found = blocks.flatMap((block, index) => {
    if (block.words > MAX_WORDS || block.text === "") return [];
    const place = placeOf(index, headline);
    // Nothing makes up for what stands around articles and far from this one.
    if (index === headline.at || (place === 0 && block.isAround)) return [];
    const around = block.around.slice(0, 4).filter((element) => wordsIn(element) <= 2 * MAX_WORDS);
    const byline = weigh(block, around, place);
    return byline && byline.weight >= LEAST ? [{ ...byline, index }] : [];
  });
  // People before the house that they write for, which systems put beside the headline.
  const [best] = found.toSorted(
    (a, b) => Number(isHouse(a)) - Number(isHouse(b)) || b.weight - a.weight,
  );
  if (!best) return null;
  const names = found
    .filter(({ index, weight }) => weight === best.weight && Math.abs(index - best.index) <= 4)
    .flatMap((byline) => byline.names);
  return { names: [...new Set(names)], weight: best.weight };
}

const isHouse = ({ names }: Byline): boolean => names.some(looksLikeHouse);

function placeOf(index: number, { at, prose }: Headline): number {
  const isNear = index >= at - NEAR.before && index <= at + NEAR.after;
  const isBefore = prose < 0 || index < prose;
  return (isNear ? 3 : 0) + (isNear && isBefore ? 1 : 0);
}

function weigh(block: ShownBlock, around: readonly PageElement[], place: number): Byline | null {
  const marked = markedIn(block.nodes);
  const names = new Set([...around, ...marked].flatMap(nameWords));
  const isNamed = has(names, AUTHOR);
  const line = block.nodes.flatMap(piecesOf).join(" ");
  const by = afterBy(line);
  const isDated = place === 4 && isDatedName(line) && !hasOtherLink(block.nodes);
  if (!isNamed && by === null && marked.length === 0 && !isDated) return null;
  const people = peopleOf(block, marked, by);
  if (people.length === 0) return null;
  const isName = people.every(looksLikeName);
  if (!isName && by === null && (!isNamed || people.some(isPhrase))) return null;
  return {
    names: people,
    weight: sum([
      [3, isNamed],
      [3, by !== null || marked.some(isAuthorLink)],
      [place, true],
      [2, isDated],
      [1, isSureBy(line)],
      [1, isName],
      [place === 4 ? -3 : -6, block.isAround || has(names, OTHERS)],
      [-6, isInFigure(block) || has(new Set(around.slice(0, 2).flatMap(nameWords)), PICTURE)],
      [-2, has(names, BESIDE)],
    ]),
  };
}

/** Several words that neither a person nor a house is called: a label. */
const isPhrase = (name: string): boolean =>
  name.includes(" ") && !looksLikeName(name) && !looksLikeHouse(name);

const sum = (evidence: readonly (readonly [weight: number, holds: boolean])[]): number =>
  evidence.reduce((total, [weight, holds]) => total + (holds ? weight : 0), 0);

/** A short line of a date and, apart from it, something else: "11.12.2019 - Anna Berg". */
const isDatedName = (line: string): boolean =>
  line.length <= 80 && /(?:19|20)\d{2}/.test(line) && /[|·•–—-]\s|\s[|·•–—-]/.test(line);

/** Categories and tags are linked beside dates, too. */
const hasOtherLink = (nodes: readonly PageNode[]): boolean =>
  nodes.some(
    (node) =>
      isElement(node) &&
      ((node.tagName === "A" && !isAuthorLink(node)) || hasOtherLink(node.childNodes)),
  );

const isInFigure = ({ around }: ShownBlock): boolean =>
  around.some(({ tagName }) => FIGURES.has(tagName));

const FIGURES = new Set(["FIGURE", "FIGCAPTION", "CAPTION"]);

const has = (names: ReadonlySet<string>, words: ReadonlySet<string>): boolean =>
  [...names].some((name) => words.has(name));

/** The names in the elements that hold nothing else, else in what follows "by", else in the pieces of the block. */
function peopleOf(block: ShownBlock, marked: readonly PageElement[], by: string | null): string[] {
  const inner = marked.filter(
    (element) => !marked.some((other) => other !== element && isWithin(other, element)),
  );
  const pieces = block.nodes.flatMap(piecesOf).flatMap((piece) => piece.split(/\s[|·•–—-]\s/));
  const readings = [
    inner.flatMap((element) => namesInLine(lineOf(element))),
    by === null ? [] : namesInLine(by),
    pieces.flatMap(namesInLine).filter(looksLikeName),
    pieces.length === 1 ? namesInLine(block.text) : [],
  ].filter((names) => names.length > 0);
  return distinct(readings.find((names) => names.every(looksLikeName)) ?? readings[0] ?? []);
}

const distinct = (names: readonly string[]): string[] => [...new Set(names)];

function isWithin(element: PageElement, outer: PageElement): boolean {
  for (let at: PageElement | null = element.parentNode; at; at = at.parentNode)
    if (at === outer) return true;
  return false;
}

/** Inline elements that are marked as an author. */
function markedIn(nodes: readonly PageNode[]): PageElement[] {
  return nodes.filter(isElement).flatMap((element) => {
    const inside = markedIn(element.childNodes);
    return isMarked(element) ? [element, ...inside] : inside;
  });
}

function isMarked(element: PageElement): boolean {
  if (isAuthorLink(element)) return true;
  const words = nameWords(element);
  return words.some((word) => AUTHOR.has(word)) || words.includes("fn");
}

function isAuthorLink(element: PageElement): boolean {
  if (/(?:^|\s)(?:author|name)(?:\s|$)/.test(element.getAttribute("itemprop") ?? "")) return true;
  if (element.tagName !== "A") return false;
  if (/(?:^|\s)author(?:\s|$)/.test(element.getAttribute("rel") ?? "")) return true;
  return AUTHOR_PAGE.test((element.getAttribute("href") ?? "").slice(0, 500));
}

/** Texts between the borders of inline elements. */
function piecesOf(node: PageNode): string[] {
  const parts =
    isElement(node) && node.childNodes.some(isElement)
      ? node.childNodes.flatMap(piecesOf)
      : [node.textContent];
  return parts.map((part) => part.replace(/\s+/g, " ").trim()).filter((part) => part !== "");
}
