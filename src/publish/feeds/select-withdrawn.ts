import type { ArchiveStore } from "../../core/entries/archive.ts";
import { createFeedFilter } from "../../core/entries/feed-filter.ts";
import type { StoredEntry } from "../../core/entries/publish-store.ts";
import type { Tombstone } from "../../core/entries/tombstone.ts";
import type { FeedDefinition } from "../../core/settings/definitions.ts";

/** How long a withdrawal is told: a reader that was away longer must read the archive. */
const TOLD_MS = 30 * 86_400_000;
/** Most tombstones of one document. */
const MOST = 100;
/** Most withdrawals among which those of a feed are looked for. */
const SCANNED = 500;

export type WithdrawnSelection = {
  readonly feed: FeedDefinition;
  /** The entries of the feed, newest first. */
  readonly selected: readonly StoredEntry[];
  readonly now: number;
};

/**
 * Entries that a feed would hold had they not been withdrawn, and entries that it held and that were merged into others:
 * for TOLD_MS, and longer while their place is among the feed's entries. The latest first.
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
