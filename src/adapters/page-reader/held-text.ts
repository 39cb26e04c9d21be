import { collapse, collectBlocks } from "./blocks.ts";
import type { PageElement } from "./dom.ts";

/** Most characters that are searched for other texts; real pages need a hundredth of it. */
const MAX_SEARCHED = 50_000_000;

/**
 * Returns a test whether an element holds a text. A text that is one of its blocks is found at once, others are searched
 * for; after MAX_SEARCHED characters the answer is yes without a search.
 */
export function heldTextTest(element: PageElement): (text: string) => boolean {
  const whole = collapse(element.textContent);
  const known = new Map(collectBlocks(element).map(({ text }) => [text, true]));
  let searched = 0;
  return (text) => {
    const held = known.get(text);
    if (held !== undefined) return held;
    const at = searched > MAX_SEARCHED ? 0 : whole.indexOf(text);
    searched += at < 0 ? whole.length : at;
    known.set(text, at >= 0);
    return at >= 0;
  };
}
