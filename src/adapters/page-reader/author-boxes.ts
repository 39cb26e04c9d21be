import {
  type AuthorBox,
  authorBoxIn,
  type BoxLine,
  type OfText,
} from "../../core/cleaning/rules/author-box.ts";
import { articleEnd } from "./article-end.ts";
import type { Block } from "./blocks.ts";
import { AUTHOR } from "./byline-names.ts";
import { nameWords } from "./element-names.ts";
import type { Headline, ShownPage } from "./shown-page.ts";
import { isEmphasised } from "./signatures.ts";

/** The box about its author with which a list of blocks ends, or `null`. */
export const authorBoxOfBlocks = (blocks: readonly Block[], text: OfText): AuthorBox | null =>
  authorBoxIn(blocks.map(lineOf), text);

const lineOf = (block: Block): BoxLine => ({
  line: { text: block.text, linkedShare: block.linkedShare, urls: [] },
  isOther: () => block.around.some(({ tagName }) => OTHER.has(tagName)),
  isEmphasised: () => isEmphasised(block.nodes),
  isOfAuthor: () => isNamedForAuthor(block),
});

const OTHER = new Set(["FIGURE", "FIGCAPTION", "CAPTION", "TABLE", "PRE"]);

/** How many blocks of a box, and behind it, may stand below the article's last sentence. */
const BELOW = 8;

/** Whom a page presents in the box about its author below the article; empty if it has none. */
export function namesInBox(
  page: ShownPage,
  headline: Headline,
  title: string | null,
): readonly string[] {
  const end = articleEnd(page, headline);
  const own = page.blocks.slice(headline.at + 1, end + 1 + BELOW);
  const lines = own.filter((block) => !block.isAround || isNamedForAuthor(block)).map(lineOf);
  const least = lines.length - Math.max(0, own.length - 1 - (end - headline.at - 1));
  for (let to = lines.length; to >= Math.max(1, least); to--) {
    const box = authorBoxIn(lines.slice(0, to), { title });
    if (box !== null) return box.names;
  }
  return [];
}

const isNamedForAuthor = ({ around }: Block): boolean =>
  around
    .slice(0, 4)
    .some(
      (element) =>
        nameWords(element).some((word) => AUTHOR.has(word)) &&
        element.textContent.length <= LONGEST_BOX,
    );

/** In characters; a longer element holds more than the box. */
const LONGEST_BOX = 1_200;
