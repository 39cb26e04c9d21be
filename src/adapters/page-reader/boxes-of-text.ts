import { ROLE } from "../../core/bylines/author-patterns.ts";
import { bioIn } from "../../core/bylines/bios.ts";
import { classifyLine } from "../../core/cleaning/rules/classify-line.ts";
import { fold } from "../../core/text/fold.ts";
import type { Placed } from "./block-context.ts";
import type { PageElement } from "./dom.ts";
import { nameWords } from "./element-names.ts";

/*
 * Publishers give some names ("bio", "print", "comment", "share-price") both to boxes of the article and to boxes around
 * it. A box is part of the article if both hold:
 *   - its place: a sentence before it and one behind it stand in the same element as the box, as paragraphs or in parts
 *     with one name;
 *   - its text: it has a sentence, and none of its blocks is mostly link, is about an author, or asks readers to do
 *     something.
 */

/** In words; a longer element is not a box. */
const MAX_WORDS = 150;
/** How far the next paragraph may stand from a box, in blocks: pictures and headings may stand between. */
const REACH = 6;

export type BoxContext = {
  /** The blocks of the extraction, in order. */
  readonly blocks: readonly Placed[];
  /** Folded names of the article's authors. */
  readonly authors: ReadonlySet<string>;
};

/** Whether a block stands in a box that has one of these names and is part of the article. */
export function isInBoxOfText(
  block: Placed,
  names: ReadonlySet<string>,
  { blocks, authors }: BoxContext,
): boolean {
  const isNamed = (element: PageElement): boolean =>
    nameWords(element).some((word) => names.has(word));
  const box = outermostBox(block, blocks, isNamed);
  if (box === null) return false;
  const placesOf = (near: readonly Placed[]): string[] =>
    near.flatMap((each) =>
      each.isProse && !each.around.some(isNamed) ? placeIn(box.parent, each) : [],
    );
  const before = placesOf(blocks.slice(Math.max(0, box.from - REACH), box.from));
  const behind = new Set(placesOf(blocks.slice(box.to, box.to + REACH)));
  const inside = blocks.slice(box.from, box.to);
  return (
    before.some((place) => behind.has(place)) &&
    inside.some(({ isProse }) => isProse) &&
    inside.every((each) => saysSomething(each, authors))
  );
}

type Box = {
  /** Index of its first block; `to` is the index behind its last one. */
  readonly from: number;
  readonly to: number;
  /** The element around it; `undefined` in the root. */
  readonly parent: PageElement | undefined;
};

function outermostBox(
  block: Placed,
  blocks: readonly Placed[],
  isNamed: (element: PageElement) => boolean,
): Box | null {
  let outermost: Box | null = null;
  let [from, to] = [block.index, block.index + 1];
  let words = block.words;
  for (const [depth, element] of block.around.entries()) {
    const isInside = (each: Placed | undefined): each is Placed =>
      each?.around.includes(element) === true;
    for (let at = blocks[from - 1]; isInside(at) && words <= MAX_WORDS; at = blocks[--from - 1])
      words += at.words;
    for (let at = blocks[to]; isInside(at) && words <= MAX_WORDS; at = blocks[++to])
      words += at.words;
    if (words > MAX_WORDS) break;
    if (isNamed(element)) outermost = { from, to, parent: block.around[depth + 1] };
  }
  return outermost;
}

/**
 * Where a sentence stands in an element: "paragraph", or the tag and names of the part that holds it, since an article may
 * be divided into parts of one name. Empty for a sentence elsewhere, or in a part without names.
 */
function placeIn(parent: PageElement | undefined, { around }: Placed): string[] {
  const depth = parent === undefined ? around.length : around.indexOf(parent);
  if (depth < 0) return [];
  const part = around[depth - 1];
  if (depth <= 1 || part === undefined) return ["paragraph"];
  const names = nameWords(part);
  return names.length === 0 ? [] : [`${part.tagName} ${names.join(" ")}`];
}

function saysSomething({ text, linkedShare }: Placed, authors: ReadonlySet<string>): boolean {
  if (text === "") return true;
  if (linkedShare >= 0.5 || CONTACT.test(text)) return false;
  if (IS_SOMEBODY.test(text) || bioIn(text)?.isOfPen) return false;
  const folded = fold(text);
  if ([...authors].some((name) => name.includes(" ") && folded.includes(name))) return false;
  return classifyLine({ text, linkedShare, urls: [] }) === null;
}

const CONTACT = /[\w.+-]@[\w-]+\.\w/;
/** "Anna Berg is a reporter at …" */
const IS_SOMEBODY = new RegExp(
  `^.{3,80}?\\s(?:is|ist|est|es|è|é|jest)\\s.{0,60}?(?<!\\p{L})${ROLE}`,
  "iu",
);
