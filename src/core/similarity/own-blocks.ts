import { blocksOf } from "./fingerprint.ts";

/** The paragraphs of an article, and the story that it is a version of. */
export type BlocksOfArticle = {
  readonly articleId: string;
  /** Versions that took each other's place are one story; every other article is one of its own. */
  readonly story: string;
  /** As in `Fingerprint`. */
  readonly blocks: Uint32Array;
};

/** What a source repeats in its own articles, whether or not these were taken for one story. */
export type OwnBlocks = {
  readonly sourceId: string;
  readonly isRepeated: (hash: number) => boolean;
};

/** As for boilerplate of several houses (comparison.ts): a paragraph in a third story is no quotation. */
const REPEATED_STORIES = 3;

/** Counts the paragraphs of a source's last articles. Of an article that is given twice, the last one counts. */
export function ownBlocksOf(sourceId: string, articles: readonly BlocksOfArticle[]): OwnBlocks {
  const latest = new Map(articles.map((article) => [article.articleId, article]));
  const stories = new Map<number, Set<string>>();
  for (const { story, blocks } of latest.values()) {
    for (const { hash } of blocksOf({ blocks })) {
      stories.set(hash, (stories.get(hash) ?? new Set()).add(story));
    }
  }
  return {
    sourceId,
    isRepeated: (hash) => (stories.get(hash)?.size ?? 0) >= REPEATED_STORIES,
  };
}
