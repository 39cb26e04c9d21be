import type { ReceivedDocument } from "../../core/model.ts";
import { guardMarkup } from "../markup/guard.ts";
import { withoutScripts } from "../markup/without-scripts.ts";
import { decodePage } from "./decode-page.ts";

/** A page that can be parsed safely. */
export type PreparedPage = {
  readonly html: string;
  /** Too many elements for a tree: read without one. */
  readonly isLarge: boolean;
};

/**
 * Bounds of what is read of a page, after its scripts are gone: of 613 real ones the largest had
 * 570,000 characters, 10,000 elements and 20,000 tags.
 */
const MAX = { length: 2_000_000, elements: 20_000, tags: 60_000 };

/** Bytes as guarded markup, without scripts but for JSON-LD; the rest of a longer page is cut off. */
export function preparePage({ bytes, contentType }: ReceivedDocument): PreparedPage {
  const source = withoutScripts(decodePage(bytes, contentType)).slice(0, MAX.length);
  const html = guardMarkup(cutAfterTags(source));
  return { html, isLarge: countElements(html) > MAX.elements };
}

/** Parsers take each `<` for the beginning of something. */
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
