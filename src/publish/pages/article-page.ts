import { createFeedFilter } from "../../core/entries/feed-filter.ts";
import type { StoredEntry } from "../../core/entries/publish-store.ts";
import type { FeedDefinition, SiteDefinition } from "../../core/settings/definitions.ts";
import { composeEntry } from "../feeds/compose-entry.ts";
import type { ArticlePage } from "./page-model.ts";

export type PublishedDefinitions = {
  readonly site: SiteDefinition;
  readonly feeds: readonly FeedDefinition[];
};

/** The page of one article, as far as the rights of its source allow; for a withdrawn one, when and why it went. */
export function composeArticlePage(
  stored: StoredEntry | null,
  { site, feeds }: PublishedDefinitions,
): ArticlePage | null {
  if (stored === null) return null;
  const { entryId, article, withdrawal } = stored;
  if (withdrawal !== null) {
    const { at: withdrawnAt, reason } = withdrawal;
    return { kind: "withdrawn", id: entryId, source: article.source, withdrawnAt, reason };
  }
  const entry = composeEntry(stored, site, "full");
  // Only a text from a drop folder is the desk's own: an item of a remote feed can lack an address, too.
  const { url, feedUrl } = article.source;
  const isOwn = entry.link === entry.page && url === null && feedUrl === null;
  const holding = feeds.filter((feed) => holds(feed, stored));
  return { kind: "found", entry, isOwn, derived: article.derived, feeds: holding };
}

/** Whether a text belongs to a feed, however old it is. A feed of some sources takes their copies, too. */
function holds({ where }: FeedDefinition, { article, copies }: StoredEntry): boolean {
  const sources = [article.source.id, ...copies.map(({ source }) => source.id)];
  const isOfSources =
    where.sources.length === 0 || sources.some((id) => where.sources.includes(id));
  return isOfSources && createFeedFilter(where)(article);
}
