import { collapse, collectBlocks } from "./blocks.ts";
import type { PageElement } from "./dom.ts";

/** How much text is gone through in search of others, in characters; real pages need a hundredth of it. */
const MAX_SEARCHED = 50_000_000;

/**
 * Tells whether an element holds a text: mostly as one of its blocks; what is joined with other text is searched for, and held
 * to be there when too much was searched already.
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
