import type { ArchiveStore } from "../../core/entries/archive.ts";
import { createFeedFilter } from "../../core/entries/feed-filter.ts";
import type { StoredEntry } from "../../core/entries/publish-store.ts";
import type { Tombstone } from "../../core/entries/tombstone.ts";
import type { FeedDefinition } from "../../core/settings/definitions.ts";

/** Longer than a reader is away who comes back to the feed rather than to its archive. */
const TOLD_MS = 30 * 86_400_000;
/** Tombstones of one document. */
const MOST = 100;
/** How many withdrawals are looked at for those that belong to a feed. */
const SCANNED = 500;

export type WithdrawnSelection = {
  readonly feed: FeedDefinition;
  /** The entries of the feed, newest first. */
  readonly selected: readonly StoredEntry[];
  readonly now: number;
};

/**
 * What a feed would hold had it not been withdrawn, and what it has held that is part of other entries now: while that is not long ago, or as long as its place is among the
 * feed's entries. The latest first.
 */
export async function selectWithdrawn(
  { feed, selected, now }: WithdrawnSelection,
  store: Pick<ArchiveStore, "withdrawn">,
): Promise<readonly StoredEntry[]> {
  const isWanted = createFeedFilter(feed.where);
  const isFull = selected.length >= feed.items;
  const withdrawn = await store.withdrawn({
    feedId: feed.id,
    sources: feed.where.sources,
    prefer: feed.prefer,
    since: now - TOLD_MS,
    enteredFrom: isFull ? (selected.at(-1)?.enteredAt ?? 0) : 0,
    limit: SCANNED,
  });
  const isToBeTold = ({ article, withdrawal }: StoredEntry): boolean =>
    withdrawal?.mergedInto !== undefined || isWanted(article);
  return withdrawn.filter(isToBeTold).slice(0, MOST);
}

export const toTombstone = ({ entryId, withdrawal }: StoredEntry): readonly Tombstone[] =>
  withdrawal === null
    ? []
    : [{ id: entryId, withdrawnAt: withdrawal.at, reason: withdrawal.reason }];
