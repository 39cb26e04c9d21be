import { endsWithStop } from "../../core/text/sentence-end.ts";
import type { Block } from "./blocks.ts";
import { isElement, type PageElement } from "./dom.ts";
import { nameWords } from "./element-names.ts";

/** Share of linked characters; a line with more is a line of links. */
const MOST_LINKED = 0.2;

/**
 * The short lines that their neighbours show to be text of the article. They are paragraphs without a class or an id, in
 * one element with the article's sentences; and they are bold, quoted, or beside a line that ends like a verse or like
 * speech. Kickers and counters have elements and names of their own.
 */
export function runningLines(
  blocks: readonly Block[],
  isProse: (block: Block) => boolean,
): ReadonlySet<Block> {
  const plain = blocks.filter(({ text }) => text !== "");
  const withProse = new Set(
    plain.filter((block) => isPlain(block) && isProse(block)).map(parentOf),
  );
  const isBeside = (block: Block, neighbour: Block | undefined): boolean =>
    neighbour !== undefined &&
    isPlain(neighbour) &&
    parentOf(neighbour) === parentOf(block) &&
    !isProse(neighbour) &&
    isLine(neighbour.text);
  return new Set(
    plain.filter((block, index) => {
      if (!isPlain(block) || !withProse.has(parentOf(block)) || !/\p{L}{2}/u.test(block.text))
        return false;
      const isVerse = isBeside(block, plain[index - 1]) || isBeside(block, plain[index + 1]);
      return isVerse || QUOTED.test(block.text) || isBold(block);
    }),
  );
}

/** A paragraph without a class or an id. */
export const isPlain = ({ around, linkedShare }: Block): boolean => {
  const [paragraph] = around;
  return (
    paragraph?.tagName === "P" && linkedShare <= MOST_LINKED && nameWords(paragraph).length === 0
  );
};

/** The element in which its paragraph stands. */
export const parentOf = ({ around }: Block): PageElement | undefined => around[1];

const isLine = (text: string): boolean => endsWithStop(text) || /[,;–—]["'”“’»«)]*$/u.test(text);

const QUOTED = /^["“„«»‚‘'].*["”“»«’'][,.!?]?$/su;

const BOLD = new Set(["B", "STRONG"]);
const isBold = ({ nodes }: Block): boolean =>
  nodes.every((node) =>
    isElement(node)
      ? BOLD.has(node.tagName) || node.textContent.trim() === ""
      : node.textContent.trim() === "",
  );
