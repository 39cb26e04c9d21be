import type { FeedPage, FeedSummary } from "../../publish/page-model.ts";
import type { EncodedPages } from "../publishing/encode-pages.ts";

/** The pages of the feeds as last published. */
export type FeedPages = {
  readonly takeIn: (pages: EncodedPages) => void;
  /** Whether there was a publication. */
  readonly isReady: () => boolean;
  readonly summaries: () => readonly FeedSummary[];
  /** In the order of the configuration. */
  readonly all: () => readonly FeedPage[];
  /** `null` when there is no such feed. */
  readonly find: (feedId: string) => FeedPage | null;
};

/** Decodes a page when somebody asks for it: a publication must not hold up the thread that answers. */
export function createFeedPages(): FeedPages {
  let summaries: readonly FeedSummary[] | null = null;
  const encoded = new Map<string, string>();
  const decoded = new Map<string, FeedPage>();

  const find = (feedId: string): FeedPage | null => {
    const text = encoded.get(feedId);
    const page =
      decoded.get(feedId) ?? (text === undefined ? null : (JSON.parse(text) as FeedPage));
    if (page !== null) decoded.set(feedId, page);
    return page;
  };
  return {
    takeIn(pages) {
      summaries = pages.summaries;
      for (const [feedId, text] of pages.changed) {
        encoded.set(feedId, text);
        decoded.delete(feedId);
      }
      const published = new Set(summaries.map(({ feed }) => feed.id));
      for (const feedId of encoded.keys()) {
        if (published.has(feedId)) continue;
        encoded.delete(feedId);
        decoded.delete(feedId);
      }
    },
    isReady: () => summaries !== null,
    summaries: () => summaries ?? [],
    all: () => (summaries ?? []).flatMap(({ feed }) => find(feed.id) ?? []),
    find,
  };
}
