import { closesLetter } from "../../core/bylines/letter-words.ts";
import { endsWithStop } from "../../core/text/sentence-end.ts";
import type { Block } from "./blocks.ts";
import { isElement, type PageElement } from "./dom.ts";
import { nameWords } from "./element-names.ts";
import { listsOfAmounts } from "./lists-of-amounts.ts";
import { offersIn } from "./paywall-offers.ts";
import { runningLines } from "./running-text.ts";

/** A block, and what its position and its neighbours say about it. */
export type Placed = Block & {
  readonly index: number;
  /** Name of the innermost block element, in capitals. */
  readonly tag: string;
  /** Words in the names of the elements around it, up to the first that is more than a part of the article. */
  readonly names: ReadonlySet<string>;
  readonly isHeading: boolean;
  /** A sentence of the article. The first and the last one divide the zones. */
  readonly isProse: boolean;
  /** `head` is before the first sentence, `tail` after the last; without sentences all is `body`. */
  readonly zone: "head" | "body" | "tail";
  /** Between the first sentence (which may be a standfirst) and the second. */
  readonly isUnderLead: boolean;
  /** It stands in the last quarter of the words. */
  readonly isNearEnd: boolean;
  readonly nextIsProse: boolean;
  /** Unlinked text with a stop stands right under it, however short: "Wash the apples." */
  readonly isAboveSaid: boolean;
  /** It stands in the same element as the last sentence; what a page says of its article often has an element of its own. */
  readonly isBesideProse: boolean;
  /** It closes a letter, or stands below that, or it or the line above ends in a comma: "Yours faithfully,", "Jane Reed". */
  readonly isClose: boolean;
  readonly isBesideImage: boolean;
  /** Part of what a paywall offers in place of the article's rest. */
  readonly isOffer: boolean;
  /** In a list below a sentence that ends with a colon, or below a heading such as "Sources"; also that heading. */
  readonly isAnnounced: boolean;
  /** The title of a list without links, or of the text below one: "Ingredients", "Method". */
  readonly isBesideList: boolean;
  /** One of several neighbouring lines with a label and a value ("Price: 5 euros"). */
  readonly isDatum: boolean;
  /** A short line that its neighbours show to be text of the article (running-text.ts). */
  readonly isRunning: boolean;
  /** A line of a list of amounts that is written as paragraphs (lists-of-amounts.ts). */
  readonly isListed: boolean;
};

/** An element with more words than either (share of the article's; count) is more than a part of the article. */
const MAX_PART = 0.3;
const MAX_PART_WORDS = 150;

/** Adds to each block the names of the elements around it and its position among the sentences. */
export function placeBlocks(blocks: readonly Block[]): Placed[] {
  const wordsOf = countAround(blocks);
  const total = blocks.reduce((sum, { words }) => sum + words, 0);
  const isPart = (element: PageElement): boolean =>
    (wordsOf.get(element) ?? 0) <= Math.min(MAX_PART_WORDS, MAX_PART * total);
  const prose = blocks.map(isSentence);
  const first = prose.indexOf(true);
  const last = prose.lastIndexOf(true);
  const second = prose.indexOf(true, first + 1);
  const next = nextOf(blocks);
  const end = indexOfShare(blocks, 0.75 * total);
  const offers = offersIn(blocks, { wordsIn: (element) => wordsOf.get(element) ?? 0, isSentence });
  const announced = announcedIn(blocks);
  const running = runningLines(blocks, isSentence);
  const listed = listsOfAmounts(blocks, isSentence);
  return blocks.map((block, index) => ({
    ...block,
    index,
    tag: block.around[0]?.tagName ?? "DIV",
    names: namesOf(block, isPart),
    isHeading: isHeading(block),
    isProse: prose[index] ?? false,
    zone: zoneOf(index, { first, last }),
    isUnderLead: first >= 0 && index > first && index < second,
    isNearEnd: index > end,
    nextIsProse: prose[next[index] ?? -1] ?? false,
    isBesideProse: last >= 0 && block.around[1] === blocks[last]?.around[1],
    isClose: isClose(blocks, index),
    isAboveSaid: isSaid(blocks[next[index] ?? -1]),
    isOffer: offers.has(block),
    isAnnounced: announced.has(block),
    isRunning: running.has(block),
    isListed: listed.has(block),
    isBesideList:
      isTitleOfList(blocks, index) ||
      (isInOwnList(blocks[index - 1]) && (prose[next[index] ?? -1] ?? false)),
    isDatum: isDatum(block) && [index - 1, index + 1].some((at) => isDatum(blocks[at])),
    isBesideImage: [index - 1, index, index + 1].some((at) => blocks[at]?.hasImage ?? false),
  }));
}

/** Under the close of a letter stand a name and a place or an office. */
function isClose(blocks: readonly Block[], index: number): boolean {
  const texts = [index, index - 1, index - 2].map((at) => blocks[at]?.text ?? "");
  return texts.slice(0, 2).some((text) => text.endsWith(",")) || texts.some(closesLetter);
}

type Sentences = { readonly first: number; readonly last: number };

function zoneOf(index: number, { first, last }: Sentences): Placed["zone"] {
  if (first < 0) return "body";
  return index < first ? "head" : index > last ? "tail" : "body";
}

const isDatum = (block: Block | undefined): boolean =>
  block !== undefined && block.linkedShare < 0.5 && /^\p{L}[^:]{1,30}:\s+\S/u.test(block.text);

/** In words; a shorter announcement is a label ("Read also:"). */
const LEAST_ANNOUNCEMENT = 8;
const SOURCES =
  /^(?:sources|references|bibliography|literature|further sources|quellen|quellenangaben|literatur|literaturverzeichnis|einzelnachweise|références|bibliographie|fuentes|referencias|bibliografía|fonti|bibliografia|fontes|referências|bronnen|źródła|källor|kilder|lähteet|zdroje|források|kaynaklar|джерела|источники)\s*:?$/iu;

function announcedIn(blocks: readonly Block[]): ReadonlySet<Block> {
  const announced = new Set<Block>();
  blocks.forEach((block, index) => {
    const list = announces(block) ? listOf(blocks[index + 1]) : undefined;
    if (list === undefined) return;
    if (isHeading(block)) announced.add(block);
    const items = blocks.slice(index + 1);
    const end = items.findIndex(({ around }) => !around.includes(list));
    for (const item of end < 0 ? items : items.slice(0, end)) announced.add(item);
  });
  return announced;
}

function announces(block: Block): boolean {
  if (isHeading(block)) return SOURCES.test(block.text);
  return block.words >= LEAST_ANNOUNCEMENT && block.linkedShare < 0.3 && /[:：]$/.test(block.text);
}

/** Whether a block stands right above a list of at least two items, none of them a link. */
function isTitleOfList(blocks: readonly Block[], index: number): boolean {
  const [block, first, second] = [blocks[index], blocks[index + 1], blocks[index + 2]];
  const list = listOf(first);
  return (
    block !== undefined &&
    list !== undefined &&
    listOf(second) === list &&
    listOf(block) === undefined &&
    isInOwnList(first) &&
    isInOwnList(second)
  );
}

const isInOwnList = (block: Block | undefined): boolean =>
  block !== undefined && listOf(block) !== undefined && block.linkedShare < 0.2;

const listOf = (block: Block | undefined): PageElement | undefined =>
  block?.around.find(({ tagName }) => tagName === "UL" || tagName === "OL");

/** Index of the block with which the count of words reaches `words`; -1 if none does. */
function indexOfShare(blocks: readonly Block[], words: number): number {
  let sum = 0;
  return blocks.findIndex((block) => {
    sum += block.words;
    return sum >= words;
  });
}

/** For each block the index of the next one with text, or -1. */
function nextOf(blocks: readonly Block[]): number[] {
  const next: number[] = [];
  let following = -1;
  for (let index = blocks.length - 1; index >= 0; index--) {
    next[index] = following;
    if (blocks[index]?.text !== "") following = index;
  }
  return next;
}

/** How many words each element holds. */
export function countAround(blocks: readonly Block[]): ReadonlyMap<PageElement, number> {
  const words = new Map<PageElement, number>();
  for (const block of blocks) {
    for (const element of block.around) words.set(element, (words.get(element) ?? 0) + block.words);
  }
  return words;
}

const HEADING = /^H[1-6]$/;
const isHeading = ({ around }: Block): boolean => HEADING.test(around[0]?.tagName ?? "");

/** Chinese and Japanese end quotations and brackets without a stop. */
const QUOTE_END =
  /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{N}ー][」』）】》〉〕］｝〗]+$/u;
export const endsSentence = (text: string): boolean => endsWithStop(text) || QUOTE_END.test(text);

/** Whether a block is prose, by its length, ending and links. Code and formulas count: articles explain them. */
export function isSentence(block: Block): boolean {
  if (block.around[0]?.tagName === "PRE" || isFormula(block)) return true;
  if (isHeading(block) || block.linkedShare > 0.6) return false;
  if (block.around.some(({ tagName }) => NO_PROSE.has(tagName))) return false;
  return block.words >= 25 || (block.words >= 10 && endsSentence(block.text));
}

/** Code or a formula on a line of its own, which the text around it explains. */
const isFormula = ({ nodes, text }: Block): boolean =>
  text !== "" &&
  nodes.every((node) =>
    isElement(node) ? node.tagName === "CODE" : node.textContent.trim() === "",
  );

/** In words; a shorter line with a stop is a call or a label ("Thanks!"). */
const LEAST_SAID = 2;

const isSaid = (block: Block | undefined): boolean =>
  block !== undefined &&
  !isHeading(block) &&
  block.linkedShare === 0 &&
  block.words >= LEAST_SAID &&
  !block.around.some(({ tagName }) => NO_PROSE.has(tagName)) &&
  endsSentence(block.text);

const NO_PROSE = new Set(["FIGURE", "FIGCAPTION", "CAPTION"]);

function namesOf({ around }: Block, isPart: (element: PageElement) => boolean): Set<string> {
  const names = new Set<string>();
  for (const element of around) {
    if (!isPart(element)) break;
    for (const word of nameWords(element)) names.add(word);
  }
  return names;
}
