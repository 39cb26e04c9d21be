import { findDebris } from "../../../../src/core/cleaning/rules/find-debris.ts";
import type { TextBlock } from "../../../../src/core/cleaning/text-block.ts";

/** A block of one line. */
export const block = (
  text: string,
  role: TextBlock["role"] = "paragraph",
  linkedShare = 0,
): TextBlock => ({
  role,
  lines: [{ text, linkedShare, urls: [] }],
  classes: [],
});

/** The numbers of the blocks in which something is removed. */
export const removedFrom = (blocks: readonly TextBlock[]): number[] =>
  findDebris(blocks).map((debris) => debris.block);
