import { createFeedFilter } from "../../core/entries/feed-filter.ts";
import type { EntryCursor, PublishStore, StoredEntry } from "../../core/entries/publish-store.ts";
import type { FeedDefinition } from "../../core/settings/definitions.ts";

const PAGE = 100;
/** How far back a feed with a rare match looks: the work of a rebuild must not grow with the archive. */
const MAX_SCANNED = 20_000;

/** The newest entries that belong to a feed, as many as it asks for, newest first. */
export async function selectEntries(
  feed: FeedDefinition,
  store: Pick<PublishStore, "entries">,
): Promise<readonly StoredEntry[]> {
  const isWanted = createFeedFilter(feed.where);
  const chosen: StoredEntry[] = [];
  let limit = Math.min(PAGE, feed.items);
  let after: EntryCursor | null = null;

  for (let scanned = 0; scanned < MAX_SCANNED; scanned += limit) {
    // A short feed with a rare match would otherwise ask for the archive one entry at a time.
    if (after !== null) limit = PAGE;
    const page: readonly StoredEntry[] = await store.entries({
      sources: feed.where.sources,
      prefer: feed.prefer,
      after,
      limit,
    });
    chosen.push(...page.filter(({ article }) => isWanted(article)));
    const last = page.at(-1);
    if (last === undefined || page.length < limit || chosen.length >= feed.items) break;
    after = { enteredAt: last.enteredAt, clusterId: last.clusterId };
  }
  return chosen.slice(0, feed.items);
}
