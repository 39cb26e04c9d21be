import { unspacedLetters } from "../../core/text/scripts.ts";
import type { Block } from "./blocks.ts";
import type { PageElement } from "./dom.ts";
import { nameWords } from "./element-names.ts";

/** A block with what its neighbourhood says. */
export type Placed = Block & {
  readonly index: number;
  /** Name of the innermost block element, in capitals. */
  readonly tag: string;
  /** Words of class names and ids of the elements around that are not most of the article. */
  readonly names: ReadonlySet<string>;
  readonly isHeading: boolean;
  /** A sentence of the article: what zones are measured by. */
  readonly isProse: boolean;
  /** Before the first sentence, between the first and the last, after the last. */
  readonly zone: "head" | "body" | "tail";
  /** In the last quarter of the words. */
  readonly isNearEnd: boolean;
  readonly nextIsProse: boolean;
  readonly isBesideImage: boolean;
};

/** An element with more of the article's words is no mere part of it. */
const MAX_PART = 0.3;
const MAX_PART_WORDS = 150;

/** Places each block: what names its surroundings have, and where it stands among the sentences. */
export function placeBlocks(blocks: readonly Block[]): Placed[] {
  const wordsOf = countAround(blocks);
  const total = blocks.reduce((sum, { words }) => sum + words, 0);
  const isPart = (element: PageElement): boolean =>
    (wordsOf.get(element) ?? 0) <= Math.min(MAX_PART_WORDS, MAX_PART * total);
  const prose = blocks.map(isSentence);
  const first = prose.indexOf(true);
  const last = prose.lastIndexOf(true);
  const next = nextOf(blocks);
  const end = indexOfShare(blocks, 0.75 * total);
  const zoneOf = (index: number): Placed["zone"] => {
    if (first < 0) return "body";
    return index < first ? "head" : index > last ? "tail" : "body";
  };
  return blocks.map((block, index) => ({
    ...block,
    index,
    tag: block.around[0]?.tagName ?? "DIV",
    names: namesOf(block, isPart),
    isHeading: isHeading(block),
    isProse: prose[index] ?? false,
    zone: zoneOf(index),
    isNearEnd: index > end,
    nextIsProse: prose[next[index] ?? -1] ?? false,
    isBesideImage: [index - 1, index, index + 1].some((at) => blocks[at]?.hasImage ?? false),
  }));
}

/** The block with which so many words are reached. */
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

const SENTENCE_END = /[.!?…。！？]["'”“’»«)\]]*$/;
export const endsSentence = (text: string): boolean => SENTENCE_END.test(text);

/** Prose by its length, its end and its links. Code counts as what an article is about. */
export function isSentence(block: Block): boolean {
  if (block.around[0]?.tagName === "PRE") return true;
  if (isHeading(block) || block.linkedShare > 0.6) return false;
  if (block.around.some(({ tagName }) => NO_PROSE.has(tagName))) return false;
  // Of scripts without spaces between words the letters count, four for a word.
  const words = block.words + unspacedLetters(block.text) / 4;
  return words >= 25 || (words >= 10 && endsSentence(block.text));
}

const NO_PROSE = new Set(["FIGURE", "FIGCAPTION", "CAPTION"]);

function namesOf({ around }: Block, isPart: (element: PageElement) => boolean): Set<string> {
  const names = new Set<string>();
  for (const element of around) {
    if (!isPart(element)) break;
    for (const word of nameWords(element)) names.add(word);
  }
  return names;
}
