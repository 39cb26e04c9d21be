import type { Headline, ShownPage } from "./shown-page.ts";

/** As much of the sentences below a headline stands in the element that holds its article. */
const LEAST_SHARE = 0.5;

/**
 * Index of the last sentence of the article: of those in the smallest element around its first one that holds half
 * of all sentences below the headline; -1 without sentences.
 */
export function articleEnd({ blocks }: ShownPage, { prose }: Headline): number {
  const first = blocks[prose];
  if (!first) return -1;
  const sentences = blocks.flatMap((block, index) =>
    block.isProse && index >= prose ? [{ index, block }] : [],
  );
  const total = sentences.reduce((sum, { block }) => sum + block.words, 0);
  for (const element of first.around) {
    const inside = sentences.filter(({ block }) => block.around.includes(element));
    const words = inside.reduce((sum, { block }) => sum + block.words, 0);
    if (words >= LEAST_SHARE * total) return inside.at(-1)?.index ?? -1;
  }
  return sentences.at(-1)?.index ?? -1;
}
