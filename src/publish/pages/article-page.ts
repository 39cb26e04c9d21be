import { createFeedFilter } from "../../core/entries/feed-filter.ts";
import type { StoredEntry } from "../../core/entries/publish-store.ts";
import type { FeedDefinition, SiteDefinition } from "../../core/settings/definitions.ts";
import { composeEntry } from "../feeds/compose-entry.ts";
import type { ArticlePage } from "./page-model.ts";

export type PublishedDefinitions = {
  readonly site: SiteDefinition;
  readonly feeds: readonly FeedDefinition[];
};

/** The page of one article: as much of it as its source lets us show; of a withdrawn one that it was here, and why it is not. */
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
  // A text from a folder that has no other address is at home here; feeds leave addresses out, too.
  const { url, feedUrl } = article.source;
  const isOwn = entry.link === entry.page && url === null && feedUrl === null;
  const holding = feeds.filter((feed) => holds(feed, stored));
  return { kind: "found", entry, isOwn, derived: article.derived, feeds: holding };
}

/** Whether a text belongs to a feed, however old it is by now; a feed of some sources shows their copies. */
function holds({ where }: FeedDefinition, { article, copies }: StoredEntry): boolean {
  const sources = [article.source.id, ...copies.map(({ source }) => source.id)];
  const isOfSources =
    where.sources.length === 0 || sources.some((id) => where.sources.includes(id));
  return isOfSources && createFeedFilter(where)(article);
}
