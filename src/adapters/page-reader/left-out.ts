import type { RemovedBlock } from "../../core/cleaning/clean-content.ts";
import { isRepeatedTitle } from "../../core/cleaning/rules/repeated-title.ts";
import { LAZY_SOURCES } from "../markup/images.ts";
import { collapse } from "./blocks.ts";
import { isElement, type PageElement } from "./dom.ts";
import { heldTextTest } from "./held-text.ts";
import type { ShownBlock, ShownPage } from "./shown-page.ts";

/** The rule for blocks that the extractor left out: it weighs elements and names no reason for a block. */
const LEFT_OUT = "left-out";
/** The rule for blocks that stand around articles, by the names of their elements. */
const FURNITURE = "page-furniture";
/** The rule for another article of the page. */
const OTHER_ARTICLE = "other-article";

/** The body of an article is the smallest element with this share of the words in its sentences. */
const BODY_SHARE = 0.8;
/** Most blocks of a page, and characters of a block, that are recorded: comments may be longer than their article. */
const MAX = { blocks: 60, text: 1_000 };

/**
 * The blocks of the article's body that the extraction lacks, in order and without the headline; a picture without a text
 * is written as its description or its address. The body is the smallest element of the page that holds most of the
 * extracted sentences; without one below `body`, the list is empty.
 */
export function leftOutOf(
  extracted: PageElement,
  { blocks }: ShownPage,
  title: string | null,
): RemovedBlock[] {
  const isKept = heldTextTest(extracted);
  const body = bodyOf(blocks.filter(({ isProse, text }) => isProse && isKept(text)));
  if (body === null) return [];
  const keptPictures = new Set(extracted.getElementsByTagName("IMG").flatMap(addressesOf));
  return blocks
    .filter(({ around }) => around.includes(body))
    .flatMap((block) => {
      const isText = block.text !== "";
      const texts = isText
        ? [block.text].filter((text) => !isKept(text))
        : lostPictures(block, keptPictures);
      return texts.map((text) => ({ text, rule: block.isAround ? FURNITURE : LEFT_OUT }));
    })
    .filter(({ text }) => !isRepeatedTitle(text, title))
    .slice(0, MAX.blocks)
    .map(cut);
}

/** The blocks of the page's other articles that have a text. */
export const asRemoved = (blocks: readonly ShownBlock[]): RemovedBlock[] =>
  blocks
    .filter(({ text }) => text !== "")
    .slice(0, MAX.blocks)
    .map(({ text }) => cut({ text, rule: OTHER_ARTICLE }));

const cut = ({ text, rule }: RemovedBlock): RemovedBlock => ({
  text: text.slice(0, MAX.text),
  rule,
});

/** The pictures of a block without a text whose addresses the article lacks. Furniture is full of icons: none is named. */
function lostPictures({ nodes, isAround }: ShownBlock, kept: ReadonlySet<string>): string[] {
  if (isAround) return [];
  const pictures = nodes
    .filter(isElement)
    .flatMap((node) => [node, ...node.getElementsByTagName("IMG")])
    .filter(({ tagName }) => tagName === "IMG");
  return pictures.flatMap((picture) => {
    const addresses = addressesOf(picture);
    if (addresses.length === 0 || addresses.some((address) => kept.has(address))) return [];
    return [collapse(picture.getAttribute("alt") ?? "") || (addresses[0] ?? "")];
  });
}

const addressesOf = (picture: PageElement): string[] =>
  [...LAZY_SOURCES, "src"]
    .map((name) => picture.getAttribute(name) ?? "")
    .filter((address) => address !== "" && !address.startsWith("data:"));

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
