import { archivePath } from "../../core/entries/addresses.ts";
import type { ArchiveDocumentKey, ArchiveStore, FrozenPage } from "../../core/entries/archive.ts";
import type { Entry, FeedRenderers } from "../../core/entries/entry.ts";
import { createFeedFilter } from "../../core/entries/feed-filter.ts";
import { MEDIA_TYPES } from "../../core/entries/formats.ts";
import type { PublishedDocument } from "../../core/entries/published.ts";
import type { Tombstone } from "../../core/entries/tombstone.ts";
import type { Instance } from "../../core/instance.ts";
import type { FeedDefinition, SiteDefinition } from "../../core/settings/definitions.ts";
import { composeFeed } from "../feeds/compose-feed.ts";
import { compress, linkHeader, versionOf } from "../feeds/encode-document.ts";
import { feedFrame } from "../feeds/feed-frame.ts";
import { leastOf } from "../feeds/least-of.ts";
import { publishedWords } from "../feeds/published-words.ts";
import { restrictEntry } from "../feeds/restrict-entry.ts";

export type ArchivePageDeps = {
  readonly store: Pick<ArchiveStore, "page" | "document" | "saveDocument">;
  readonly renderers: FeedRenderers;
  readonly uuid: (namespace: string, name: string) => string;
  readonly now: () => number;
  /** Called when the date of a document could not be stored: the document is served all the same. */
  readonly onUnsaved: (cause: unknown) => void;
};

export type ArchivePageOrder = {
  readonly instance: Instance;
  readonly site: SiteDefinition;
  readonly feeds: readonly FeedDefinition[];
};

/**
 * Renders one archive document (RFC 5005 §4) from frozen entries: without those withdrawn since, under today's
 * restrictions (rights, `content`, `where`, `images`), at today's address. `null` when there is none.
 */
export async function renderArchivePage(
  key: ArchiveDocumentKey,
  { instance, site, feeds }: ArchivePageOrder,
  deps: ArchivePageDeps,
): Promise<PublishedDocument | null> {
  const feed = feeds.find(({ id }) => id === key.feedId);
  const frozen = feed && (await deps.store.page(key.feedId, key.page));
  if (!feed || !frozen) return null;
  const chain = { page: key.page, previous: key.page === 1 ? null : key.page - 1 };
  const frame = feedFrame({ site, feed, instance, uuid: deps.uuid });
  const context = { withdrawn: tombstonesOf(frozen), chain };
  const document = composeFeed(frame, entriesOf(frozen, site, feed), context);
  const { format } = key;
  const body = Buffer.from(deps.renderers[format](document));
  const known = (await deps.store.document(key)) ?? undefined;
  const now = known === undefined ? changedAt(frozen) : deps.now();
  const version = versionOf(body, known, now);
  if (version.etag !== known?.etag) {
    await deps.store.saveDocument(key, version).catch(deps.onUnsaved);
  }
  return {
    path: archivePath(key.feedId, key.page, format),
    ...version,
    mediaType: MEDIA_TYPES[format],
    br: await compress(body),
    links: linkHeader(document, format),
  };
}

/** The entries of a page that today's configuration lets through, newest first as in feeds. */
function entriesOf(
  { places }: FrozenPage,
  site: SiteDefinition,
  feed: FeedDefinition,
): readonly Entry[] {
  const isWanted = createFeedFilter(feed.where);
  const { sources } = feed.where;
  const shown = places.flatMap(({ entry, republish, text }) => {
    if (entry === null) return [];
    // Filters by the published words, not by the article's present ones, when the text itself was published.
    const words = entry.contentHtml === null ? text : publishedWords(entry.contentHtml);
    if (!isWanted({ ...entry, text: words })) return [];
    if (sources.length > 0 && !sources.includes(entry.source.id)) return [];
    return [restrictEntry(entry, { content: leastOf(republish, feed.content), site })];
  });
  return shown.toReversed();
}

/** One tombstone for an entry that is in a page twice: RFC 6721 §3 wants tombstones to differ. */
function tombstonesOf({ places }: FrozenPage): readonly Tombstone[] {
  const tombstones = new Map<string, Tombstone>();
  for (const { entryId: id, withdrawal } of places) {
    if (withdrawal === null) continue;
    tombstones.set(id, { id, withdrawnAt: withdrawal.at, reason: withdrawal.reason });
  }
  return [...tombstones.values()].toSorted((a, b) => b.withdrawnAt - a.withdrawnAt);
}

const changedAt = ({ frozenAt, places }: FrozenPage): number =>
  Math.max(frozenAt, ...places.map(({ withdrawal }) => withdrawal?.at ?? 0));
