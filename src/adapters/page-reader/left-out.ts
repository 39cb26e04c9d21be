import type { RemovedBlock } from "../../core/cleaning/clean-content.ts";
import { isRepeatedTitle } from "../../core/cleaning/rules/repeated-title.ts";
import type { PageElement } from "./dom.ts";
import { heldTextTest } from "./held-text.ts";
import type { ShownBlock, ShownPage } from "./shown-page.ts";

/** The rule of what the extractor left out: its reasons are weights of elements, not words or forms of blocks. */
export const LEFT_OUT = "left-out";
/** The rule of what stands around articles, by the names of its elements. */
const FURNITURE = "page-furniture";

/** The element that holds so much of the sentences of an article is its body. */
const BODY_SHARE = 0.8;
/** What is recorded of a page, whose comments may be longer than its article. */
const MAX = { blocks: 60, text: 1_000 };

/**
 * The blocks of the article's body that are not in what was extracted of it, in order: the body is the smallest element of
 * the page with most of the sentences that were. The headline is no part of the text.
 */
export function leftOutOf(
  extracted: PageElement,
  { blocks }: ShownPage,
  title: string | null,
): RemovedBlock[] {
  const isKept = heldTextTest(extracted);
  const body = bodyOf(blocks.filter(({ isProse, text }) => isProse && isKept(text)));
  if (body === null) return [];
  return blocks
    .filter(({ text, around }) => text !== "" && around.includes(body) && !isKept(text))
    .filter(({ text }) => !isRepeatedTitle(text, title))
    .slice(0, MAX.blocks)
    .map(({ text, isAround }) => ({
      text: text.slice(0, MAX.text),
      rule: isAround ? FURNITURE : LEFT_OUT,
    }));
}

function bodyOf(sentences: readonly ShownBlock[]): PageElement | null {
  const words = new Map<PageElement, number>();
  for (const block of sentences) {
    for (const element of block.around) words.set(element, (words.get(element) ?? 0) + block.words);
  }
  const total = sentences.reduce((sum, block) => sum + block.words, 0);
  const holdsMost = (element: PageElement): boolean =>
    (words.get(element) ?? 0) >= BODY_SHARE * total;
  const found = sentences.map(({ around }) => around.find(holdsMost));
  return found.find((element) => element !== undefined && element.tagName !== "BODY") ?? null;
}
