import { guardMarkup, MAX_MARKUP_LENGTH } from "./guard.ts";

export type CutText = {
  /** The beginning with an ellipsis, which shows readers of an excerpt that it goes on. */
  readonly html: string;
  /** Length of the whole text, in characters. */
  readonly length: number;
};

/** The beginning of a text that is longer than MAX_MARKUP_LENGTH; `null` for a shorter one. */
export function cutText(html: string | null): CutText | null {
  if (html === null || html.length <= MAX_MARKUP_LENGTH) return null;
  // Pictures written into the text (`data:`) do not count as its length.
  const kept = guardMarkup(html);
  if (kept.length < MAX_MARKUP_LENGTH) return null;
  return { html: `${beginning(kept.slice(0, -ELLIPSIS.length))}${ELLIPSIS}`, length: html.length };
}

const ELLIPSIS = "<p>…</p>";

/** Cuts at the last blank, or before a tag that the cut goes through. */
function beginning(cut: string): string {
  const tag = cut.lastIndexOf("<");
  return cut.slice(0, tag > cut.lastIndexOf(">") ? tag : Math.max(tag, cut.lastIndexOf(" ")));
}

export const CUT_TEXT = "text-cut";

export const describeCut = ({ length }: CutText): string =>
  `a text of ${length} characters: only the first ${MAX_MARKUP_LENGTH} are kept, as an excerpt`;
