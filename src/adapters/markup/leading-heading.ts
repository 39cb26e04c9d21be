import { leavesOf } from "./flow.ts";
import { readFlow } from "./read-flow.ts";
import { leafText } from "./write-flow.ts";

/** A heading after more words than this belongs to a section; fewer words are a dateline or a byline. */
const MAX_WORDS_BEFORE_TITLE = 30;

/** Text of the heading that a cleaned text begins with; `null` when it begins without one. */
export function leadingHeading(cleanHtml: string): string | null {
  let words = 0;
  for (const { leaf } of leavesOf(readFlow(cleanHtml))) {
    const text = leafText(leaf).replace(/\s+/g, " ");
    if (/^h[2-6]$/.test(leaf.tag) && text !== "") return text;
    words += text.split(" ").length;
    if (words > MAX_WORDS_BEFORE_TITLE) return null;
  }
  return null;
}
