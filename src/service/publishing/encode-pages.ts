import type { FeedPage, FeedSummary } from "../../publish/page-model.ts";

/** Feed pages as the publishing worker hands them over. */
export type EncodedPages = {
  /** Of every feed, in the order of the configuration. */
  readonly summaries: readonly FeedSummary[];
  /** The pages that changed as JSON, by feed id: text is copied between threads for next to nothing, objects are not. */
  readonly changed: ReadonlyMap<string, string>;
};

/** Encodes what differs from what was handed over before; `sent` remembers it. */
export function encodePages(pages: readonly FeedPage[], sent: Map<string, string>): EncodedPages {
  const changed = new Map<string, string>();
  for (const page of pages) {
    const { id } = page.summary.feed;
    const text = JSON.stringify(page);
    if (sent.get(id) === text) continue;
    sent.set(id, text);
    changed.set(id, text);
  }
  const published = new Set(pages.map(({ summary }) => summary.feed.id));
  for (const id of sent.keys()) if (!published.has(id)) sent.delete(id);
  return { summaries: pages.map(({ summary }) => summary), changed };
}
