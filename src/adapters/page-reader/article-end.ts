import type { Headline, ShownPage } from "./shown-page.ts";

/** The element that holds an article has at least this share of the words in the sentences below its headline. */
const LEAST_SHARE = 0.5;

/**
 * Index of the article's last sentence; -1 without sentences. The article stands in the smallest element around its
 * first sentence that holds LEAST_SHARE of the sentences below the headline.
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
