import type { PreparePage } from "../../core/pages/page.ts";
import { formulasAsText } from "../markup/formulas.ts";
import { guardMarkup } from "../markup/guard.ts";
import { composeShadowRoots } from "../markup/shadow-roots.ts";
import { standardElements } from "../markup/standard-elements.ts";
import { withoutScripts } from "../markup/without-scripts.ts";
import { decodePage } from "./decode-page.ts";

/**
 * Bounds of a page without its scripts. The largest of 613 real pages had 570,000 characters, 10,000 elements and 20,000
 * tags.
 */
const MAX = { length: 2_000_000, elements: 20_000, tags: 60_000 };

/** Decodes a page to guarded markup without scripts other than JSON-LD; a page beyond the bounds is cut off. */
export const preparePage: PreparePage = ({ bytes, contentType }) => {
  const shown = composeShadowRoots(decodePage(bytes, contentType));
  const written = standardElements(formulasAsText(shown));
  const source = withoutScripts(written).slice(0, MAX.length);
  return guardMarkup(cutAfterTags(source));
};

/** Whether a prepared page has too many elements for a tree: it is read without one. */
export const isLargePage = (html: string): boolean => countElements(html) > MAX.elements;

/** Counts each `<` as a tag, because parsers take each for the beginning of one. */
function cutAfterTags(html: string): string {
  let at = -1;
  for (let tags = 0; tags < MAX.tags; tags++) {
    at = html.indexOf("<", at + 1);
    if (at < 0) return html;
  }
  return html.slice(0, at);
}

function countElements(html: string): number {
  let elements = 0;
  for (const _ of html.matchAll(/<[a-z]/gi)) elements += 1;
  return elements;
}
