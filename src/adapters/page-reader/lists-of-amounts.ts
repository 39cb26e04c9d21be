import { isDateLine } from "./block-words.ts";
import type { Block } from "./blocks.ts";
import { isElement } from "./dom.ts";
import { isPlain, parentOf } from "./running-text.ts";

/** Fewest amounts of a list; one number may be that of comments. */
const LEAST_AMOUNTS = 2;
/** In characters; a longer line is text. */
const MAX_LENGTH = 80;

/**
 * The lines of lists that are written as paragraphs, or as lines of one paragraph, with amounts ("500 g lentils"): the
 * ingredients of a recipe, and the short lines above and below them.
 */
export function listsOfAmounts(
  blocks: readonly Block[],
  isProse: (block: Block) => boolean,
): ReadonlySet<Block> {
  const listed = new Set<Block>();
  let run: Block[] = [];
  const close = (): void => {
    const amounts = run.reduce((sum, block) => sum + amountsIn(block), 0);
    if (amounts >= LEAST_AMOUNTS) for (const block of run) listed.add(block);
    run = [];
  };
  for (const block of blocks) {
    if (block.text === "") continue;
    const isLine = isPlain(block) && !isProse(block);
    const isNext = run[0] === undefined || parentOf(run[0]) === parentOf(block);
    if (!isLine || !isNext) close();
    if (isLine) run.push(block);
  }
  close();
  return listed;
}

const amountsIn = (block: Block): number => linesOf(block).filter(isAmount).length;

/** The lines of a block that breaks divide. */
const linesOf = ({ nodes }: Block): readonly string[] =>
  nodes
    .map((node) => (isElement(node) && node.tagName === "BR" ? "\n" : node.textContent))
    .join("")
    .split("\n")
    .map((line) => line.trim());

const isAmount = (line: string): boolean =>
  line.length <= MAX_LENGTH && AMOUNT.test(line) && !isDateLine(line);

/** "500 g lentils", "½ onion", "2-3 carrots". */
const AMOUNT = /^(?:\d[\d.,/–-]*|[½¼¾⅓⅔⅛])\s?\p{L}/u;
