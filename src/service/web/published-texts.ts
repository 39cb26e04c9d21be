import { promisify } from "node:util";
import { brotliDecompress } from "node:zlib";
import { feedPath } from "../../core/entries/addresses.ts";
import type { PublishedDocument } from "../../core/entries/published.ts";
import { RIGHTS } from "../../core/rights/rights.ts";
import type { FoundArticle } from "../../publish/pages/page-model.ts";
import {
  type CarriedEntry,
  carriedEntries,
  publishedArticle,
} from "../../publish/pages/published-article.ts";
import type { FeedPages } from "./feed-pages.ts";

export type PublishedTextsDeps = {
  readonly pages: Pick<FeedPages, "all">;
  /** A document as it is served, by its path. */
  readonly document: (path: string) => PublishedDocument | undefined;
};

/** Decoded documents that are kept. Each is some megabytes at most, and is decoded in some milliseconds. */
const MOST_KEPT = 4;

/** Finds articles in the documents of the feeds, without the database. @returns `null` for what no feed carries. */
export function createPublishedTexts({
  pages,
  document,
}: PublishedTextsDeps): (articleId: string) => Promise<FoundArticle | null> {
  const textsOf = createDecoding();
  return async (articleId) => {
    const carried = carriedEntries(articleId, await pages.all()).toSorted(
      (a, b) => rank(b) - rank(a),
    );
    const [best, ...others] = carried;
    if (best === undefined) return null;
    const feed = document(feedPath(best.feed.id, "json"));
    const texts = best.entry.content === "full" && feed !== undefined ? await textsOf(feed) : null;
    return publishedArticle([best, ...others], texts?.get(articleId) ?? null);
  };
}

const rank = ({ entry }: CarriedEntry): number => RIGHTS.indexOf(entry.content);

/** The texts of a feed by the ids of its articles. */
type TextsById = ReadonlyMap<string, string>;

function createDecoding(): (document: PublishedDocument) => Promise<TextsById> {
  const kept = new Map<PublishedDocument, Promise<TextsById>>();
  return (document) => {
    const texts = kept.get(document) ?? decode(document);
    kept.delete(document);
    kept.set(document, texts);
    const [oldest] = kept.keys();
    if (kept.size > MOST_KEPT && oldest !== undefined) kept.delete(oldest);
    texts.catch(() => kept.delete(document));
    return texts;
  };
}

const fromBrotli = promisify(brotliDecompress);

/** What our own writer of JSON Feed wrote (adapters/feed-writer/json-feed.ts). */
type WrittenFeed = {
  readonly items: readonly {
    readonly content_html?: string;
    readonly _offprint: { readonly page: string };
  }[];
};

async function decode({ br }: PublishedDocument): Promise<TextsById> {
  const { items } = JSON.parse((await fromBrotli(br)).toString("utf8")) as WrittenFeed;
  return new Map(
    items.flatMap(({ content_html: html, _offprint }) =>
      html === undefined ? [] : [[lastSegment(_offprint.page), html] as const],
    ),
  );
}

/** The page of an article ends with its id (core/entries/addresses.ts). */
const lastSegment = (page: string): string => page.slice(page.lastIndexOf("/") + 1);
