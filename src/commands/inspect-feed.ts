import type { Item } from "../core/articles/item.ts";
import { err, ok } from "../core/result.ts";
import type { ParsedFeed } from "../core/sources/feed.ts";
import type { ReadLimits } from "../core/sources/read-feed.ts";
import { type ReadingPool, transferOf } from "../service/reading/reading-pool.ts";
import { failure, type InspectReader } from "./inspect.ts";
import type { InspectAnswer } from "./inspect-answer.ts";

/** Reads documents as feeds, in the workers of a pool. */
export function createFeedInspector(pool: ReadingPool, limits: ReadLimits): InspectReader {
  return async ({ bytes, contentType, url }, { timeoutMs, isLast }) => {
    const document = { bytes, contentType, url };
    const transfer = isLast ? transferOf(document) : [];
    const result = await pool.run({ kind: "feed", document, limits }, { timeoutMs, transfer });
    if (!result.ok) return err(failure(result.error));
    return result.value.ok ? ok(feedAnswer(result.value.value)) : err(failure(result.value.error));
  };
}

/** The fields of contracts.md §2, and no others. */
const feedAnswer = ({ format, feed, items, warnings }: ParsedFeed): InspectAnswer => ({
  kind: "feed",
  format,
  feed: { title: feed.title, link: feed.link, language: feed.language, feedUrl: feed.feedUrl },
  items: items.map(itemAnswer),
  warnings,
});

const itemAnswer = (item: Item): object => ({
  guid: item.guid,
  link: item.link,
  title: item.title,
  authors: item.authors,
  publishedAt: item.publishedAt,
  updatedAt: item.updatedAt,
  summaryHtml: item.summaryHtml,
  contentHtml: item.contentHtml,
  categories: item.categories,
  language: item.language,
  rights: item.rights,
  enclosures: item.enclosures,
  image: item.image?.url ?? null,
  source: item.source,
  commentsUrl: item.commentsUrl,
});
