import type { PageElement } from "./dom.ts";
import type { ShownBlock } from "./shown-page.ts";

/** Which blocks of a page an element holds; they follow each other. Indexes are those of the page's blocks. */
export type BlockRange = {
  readonly from: number;
  /** Index of its last block. */
  readonly to: number;
  /** Its first heading outside the furniture; -1 without one. */
  readonly heading: number;
  /** Its first sentence; -1 without one. */
  readonly prose: number;
  readonly sentences: number;
  /** In its sentences. */
  readonly words: number;
  /** How many headings outside the furniture it has of each level, 1 to 6. */
  readonly levels: readonly number[];
};

/** The ranges of blocks of all elements that hold a block, in one pass over the blocks. */
export function blockRanges(blocks: readonly ShownBlock[]): ReadonlyMap<PageElement, BlockRange> {
  const ranges = new Map<PageElement, Growing>();
  blocks.forEach((block, index) => {
    for (const element of block.around) {
      const range = ranges.get(element) ?? emptyAt(index);
      ranges.set(element, range);
      grow(range, block, index);
    }
  });
  return ranges;
}

type Growing = { -readonly [Key in keyof BlockRange]: BlockRange[Key] } & {
  readonly levels: number[];
};

const emptyAt = (from: number): Growing => ({
  from,
  to: from,
  heading: -1,
  prose: -1,
  sentences: 0,
  words: 0,
  levels: [0, 0, 0, 0, 0, 0, 0],
});

function grow(range: Growing, { level, isAround, isProse, words }: ShownBlock, index: number) {
  range.to = index;
  if (level > 0 && !isAround) {
    if (range.heading < 0) range.heading = index;
    range.levels[level] = (range.levels[level] ?? 0) + 1;
  }
  if (!isProse) return;
  if (range.prose < 0) range.prose = index;
  range.sentences += 1;
  range.words += words;
}
