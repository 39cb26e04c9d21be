import { BRAKE } from "../../core/cleaning/brake.ts";
import type { RemovedBlock } from "../../core/cleaning/clean-content.ts";
import { isKept } from "../../core/cleaning/exceptions.ts";
import { AUTHOR_NOTE } from "../../core/cleaning/rules/author-box.ts";
import { authorBoxOfBlocks } from "./author-boxes.ts";
import { type Placed, placeBlocks } from "./block-context.ts";
import { judgeBlock, PAYWALL_OFFER, type RuleContext, type Verdict } from "./block-rules.ts";
import { type Block, collectBlocks } from "./blocks.ts";
import type { PageElement } from "./dom.ts";

type Judged = { readonly block: Placed; readonly verdict: Verdict };

/**
 * Removes from an extracted article, in place, the blocks that are not its text; captions stay, marked up as captions. If
 * more than BRAKE of the words would go, only paywall offers go.
 */
export function filterBlocks(root: PageElement, context: RuleContext): RemovedBlock[] {
  const blocks = placeBlocks(collectBlocks(root));
  const box = authorBoxOfBlocks(blocks, context);
  const inBox = new Set(box === null ? [] : blocks.slice(box.from, box.to));
  const judged = blocks.flatMap((block): Judged[] => {
    const verdict = inBox.has(block)
      ? ofBox(block, context)
      : judgeBlock(block, { ...context, blocks });
    return verdict ? [{ block, verdict }] : [];
  });
  const dropped = judged.filter(({ verdict }) => verdict.fate === "drop");
  for (const { block, verdict } of judged) if (verdict.fate === "caption") toCaption(block);
  const gone = withinBrake(dropped, blocks);
  for (const { block } of gone) for (const node of block.nodes) node.remove();
  return gone.map(({ block, verdict }) => ({ text: block.text, rule: verdict.rule }));
}

const ofBox = ({ text }: Placed, { exceptions }: RuleContext): Verdict | null =>
  isKept(exceptions, text, AUTHOR_NOTE) ? null : { rule: AUTHOR_NOTE, fate: "drop" };

/** Paywall offers do not count for the brake: they stand in place of an article's words and are none of them. */
function withinBrake(dropped: readonly Judged[], blocks: readonly Block[]): readonly Judged[] {
  const offers = dropped.filter(({ verdict }) => verdict.rule === PAYWALL_OFFER);
  const offered = wordsOf(offers);
  const own = sumWords(blocks) - offered;
  if (own < LEAST_WORDS) return [];
  return wordsOf(dropped) - offered > BRAKE * own ? offers : dropped;
}

/** With fewer words beside the offers, they are all that the page has: nothing goes. */
const LEAST_WORDS = 10;

const wordsOf = (judged: readonly Judged[]): number => sumWords(judged.map(({ block }) => block));

const sumWords = (blocks: readonly Block[]): number =>
  blocks.reduce((sum, { words }) => sum + words, 0);

/** Wraps a block in a figure with a caption, or in a caption where there is a figure already. */
function toCaption({ nodes, around }: Block): void {
  const [first] = nodes;
  const parent = first?.parentNode;
  if (!first || !parent) return;
  const caption = parent.ownerDocument.createElement("figcaption");
  parent.insertBefore(caption, first);
  for (const node of nodes) caption.appendChild(node);
  if (around.some(({ tagName }) => tagName === "FIGURE")) return;
  const figure = parent.ownerDocument.createElement("figure");
  parent.replaceChild(figure, caption);
  figure.appendChild(caption);
}
