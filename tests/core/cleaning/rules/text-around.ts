import type { TextBlock } from "../../../../src/core/cleaning/text-block.ts";

/** A paragraph without links. */
export const paragraph = (text: string): TextBlock => ({
  role: "paragraph",
  lines: [{ text, linkedShare: 0, urls: [] }],
  classes: [],
});

/** Sentences of an article, between which others are tried. */
export const BEFORE =
  "The old bridge over the Halde has been closed since the flood in the spring of last year.";
export const AFTER =
  "Work on the pillars will begin as soon as the water has fallen below the mark of two metres.";
