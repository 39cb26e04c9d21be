import {
  type Archived,
  type ArchiveState,
  type ArchiveStore,
  BEFORE_ALL,
  type ChangePlace,
  type Current,
  type Freezable,
  type Pending,
  type Telling,
} from "../../core/entries/archive.ts";
import { createFeedFilter } from "../../core/entries/feed-filter.ts";
import type { EntryChange } from "../../core/entries/publication.ts";
import type { StoredEntry } from "../../core/entries/publish-store.ts";
import type { FeedDefinition, SiteDefinition } from "../../core/settings/definitions.ts";
import { composeEntry } from "../feeds/compose-entry.ts";
import { changeOf, dated, isNews, tellingOf } from "./telling.ts";

export type ArchiveTurn = {
  readonly site: SiteDefinition;
  readonly feed: FeedDefinition;
  /** The entries of the subscribed document, and those of its tombstones. */
  readonly shown: readonly StoredEntry[];
  /** Most changed clusters that this turn looks at. */
  readonly limit: number;
  /** The revision of the store when this turn began. */
  readonly revision: number;
};

export type ArchiveDeps = { readonly store: ArchiveStore; readonly now: () => number };

export type ArchiveProgress = {
  /** The newest page; 0 while there is none. */
  readonly pages: number;
  /** How many entries changed. */
  readonly changes: number;
  /** Whether more is left than one turn takes: the next turn follows at once. */
  readonly isBehind: boolean;
};

/** Entries of a page: as many as most feeds have, so that a partner reads a page as one more document. */
const PAGE_ENTRIES = 50;
/** Characters of JSON: a page of long texts is closed earlier. */
const PAGE_SIZE = 2_000_000;
/** Entries that are loaded at once, with their texts. */
const LOADED = 100;
/** Most entries that one turn freezes: about half a second. */
const MOST_FROZEN = 500;

/**
 * Takes a feed's archive further. Notes each entry that entered the feed since the last turn, or was corrected,
 * restored or withdrawn. As soon as one of these entries is not in the subscribed document, freezes all of them in new
 * pages. So the subscribed document and the pages hold the whole feed at every moment (RFC 5005 §4), and only a
 * withdrawal changes a page.
 */
export async function advanceArchive(
  turn: ArchiveTurn,
  deps: ArchiveDeps,
): Promise<ArchiveProgress> {
  const { feed, shown, limit, revision } = turn;
  const { store } = deps;
  const before = await store.state(feed.id);
  const changed = await store.changedAfter(placeOf(before, feed), limit);
  const news = await newsAmong(turn, changed, deps);
  const place = changed.at(-1);
  if (place !== undefined || news.length > 0 || before === null) {
    const reached = place ?? placeOf(before, feed);
    const step = {
      scope: scopeOf(feed),
      place: reached,
      pending: news.map(({ pending }) => pending),
    };
    await store.note(feed.id, { ...step, changes: news.map(({ change }) => change), revision });
  }
  const pending = await store.pending(feed.id, MOST_FROZEN);
  const visible = new Set(shown.map(({ clusterId }) => clusterId));
  const isDue = pending.some((id) => !visible.has(id));
  if (isDue) await freezeAll(turn, pending, deps);
  const pages = (await store.state(feed.id))?.pages ?? 0;
  const isBehind = changed.length === limit || (isDue && pending.length === MOST_FROZEN);
  return { pages, changes: news.length, isBehind };
}

/** A changed restriction may let in other entries, or more of them: the archive then begins from the oldest change. */
const scopeOf = ({ where, content, prefer }: FeedDefinition): string =>
  JSON.stringify([where, content, prefer]);

const placeOf = (before: ArchiveState | null, feed: FeedDefinition): ChangePlace =>
  before?.scope === scopeOf(feed) ? before.place : BEFORE_ALL;

type News = { readonly pending: Pending; readonly change: EntryChange };

const newsOf = (entry: StoredEntry, telling: Telling, known: Archived | undefined): News => ({
  pending: { clusterId: entry.clusterId, telling },
  change: { clusterId: entry.clusterId, entryId: entry.entryId, kind: changeOf(entry, known) },
});

/** Changed and shown entries that the archive does not have in their present state. */
async function newsAmong(
  { feed, shown }: ArchiveTurn,
  changed: readonly ChangePlace[],
  { store, now }: ArchiveDeps,
): Promise<readonly News[]> {
  const isWanted = createFeedFilter(feed.where);
  const news = new Map<string, News>();
  const collect = async (entries: readonly StoredEntry[]): Promise<void> => {
    const ids = entries.map(({ clusterId }) => clusterId);
    const archived = await store.archived(feed.id, ids);
    for (const entry of entries) {
      const known = archived.get(entry.clusterId);
      const telling = tellingOf(dated(entry, known?.told ?? null, now()), feed.content);
      if (belongs(entry, known, isWanted) && isNews(entry, telling, known)) {
        news.set(entry.clusterId, newsOf(entry, telling, known));
      }
    }
  };
  for (const part of parts(changed, LOADED)) {
    const ids = part.map(({ clusterId }) => clusterId);
    const current = await store.current(ids, queryOf(feed));
    await collect(current.map(({ entry }) => entry));
  }
  await collect(shown);
  return [...news.values()];
}

/** Whether the feed is told of an entry; of a withdrawal only when the feed has had the entry. */
function belongs(
  { article, withdrawal }: StoredEntry,
  known: Archived | undefined,
  isWanted: (article: StoredEntry["article"]) => boolean,
): boolean {
  if (withdrawal === null) return isWanted(article);
  if (known === undefined) return false;
  if (known.isPending || known.last !== null) return true;
  return withdrawal.mergedInto === undefined && isWanted(article);
}

const queryOf = ({ where, prefer }: FeedDefinition) => ({ sources: where.sources, prefer });

async function freezeAll(
  { site, feed }: ArchiveTurn,
  clusterIds: readonly string[],
  { store, now }: ArchiveDeps,
): Promise<void> {
  const isWanted = createFeedFilter(feed.where);
  const pageCount = Math.ceil(clusterIds.length / PAGE_ENTRIES);
  for (const ids of parts(clusterIds, Math.ceil(clusterIds.length / pageCount))) {
    const current = await store.current(ids, queryOf(feed));
    const archived = await store.archived(feed.id, ids);
    const kept = current.filter(
      ({ entry }) => entry.withdrawal !== null || isWanted(entry.article),
    );
    const places = kept.map(({ entry, revision }) => {
      const told = archived.get(entry.clusterId)?.told ?? null;
      return freezable({ entry: dated(entry, told, now()), revision }, site, feed);
    });
    for (const page of bySize(inOrder(places, ids))) await store.freeze(feed.id, page, now());
    const keptIds = new Set(places.map(({ clusterId }) => clusterId));
    const rest = ids.filter((id) => !keptIds.has(id));
    if (rest.length > 0) await store.dismiss(feed.id, rest);
  }
}

function freezable(
  { entry: stored, revision }: Current,
  site: SiteDefinition,
  feed: FeedDefinition,
): Freezable {
  const { clusterId, entryId, article, withdrawal } = stored;
  return {
    clusterId,
    revision,
    entryId,
    articleId: article.id,
    withdrawal,
    telling: tellingOf(stored, feed.content),
    entry: withdrawal === null ? composeEntry(stored, site, feed.content) : null,
  };
}

function inOrder(places: readonly Freezable[], ids: readonly string[]): readonly Freezable[] {
  const byId = new Map(places.map((place) => [place.clusterId, place]));
  return ids.flatMap((id) => byId.get(id) ?? []);
}

/** Splits entries into pages by size; each page has at least one entry, however long that is. */
function bySize(places: readonly Freezable[]): readonly (readonly Freezable[])[] {
  const pages: Freezable[][] = [];
  let size = Number.POSITIVE_INFINITY;
  for (const place of places) {
    const added = place.entry?.contentHtml?.length ?? 0;
    if (size + added > PAGE_SIZE) pages.push([]);
    size = size + added > PAGE_SIZE ? added : size + added;
    pages.at(-1)?.push(place);
  }
  return pages;
}

function* parts<T>(list: readonly T[], size: number): Generator<readonly T[]> {
  for (let start = 0; start < list.length; start += size) yield list.slice(start, start + size);
}
