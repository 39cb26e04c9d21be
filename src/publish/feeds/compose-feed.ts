import { archiveUrls, feedUrls } from "../../core/entries/addresses.ts";
import { type Entry, type FeedDocument, houseKey } from "../../core/entries/entry.ts";
import type { FeedDefinition, SiteDefinition } from "../../core/settings/definitions.ts";
import type { FeedPage, FeedSummary, SourceCount } from "../pages/page-model.ts";
import { attribute } from "./attribution.ts";
import { copyrightOf } from "./copyright.ts";
import { withLeadImage } from "./lead-image.ts";

export type FeedFrame = {
  readonly site: SiteDefinition;
  readonly feed: FeedDefinition;
  /** `urn:uuid:…`, stable for this feed of this instance. */
  readonly id: string;
  /** When the instance began: the date of a feed without entries. */
  readonly bornAt: number;
};

/** What a document says beside its entries. */
export type FeedContext = Pick<FeedDocument, "withdrawn" | "chain"> &
  Partial<Pick<FeedDocument, "stubs">>;

const ALONE: FeedContext = { withdrawn: [], chain: { page: null, previous: null } };

/** A feed with everything that a writer needs. */
export function composeFeed(
  { site, feed, id, bornAt }: FeedFrame,
  entries: readonly Entry[],
  { withdrawn, stubs = [], chain }: FeedContext = ALONE,
): FeedDocument {
  const { page } = chain;
  const changes = [lastChange(entries) ?? 0, ...withdrawn.map(({ withdrawnAt }) => withdrawnAt)];
  return {
    site,
    feed,
    id,
    copyright: copyrightOf(entries, { site, language: feed.language }),
    withdrawn,
    stubs,
    chain,
    urls: page === null ? feedUrls(site.url, feed.id) : archiveUrls(site.url, feed.id, page),
    updatedAt: Math.max(...changes) || bornAt,
    entries: entries.map((entry) => adorned(entry, feed)),
  };
}

/** Adds the lead image and the attribution, if the feed wants them. */
function adorned(entry: Entry, { leadImage, attribution, language }: FeedDefinition): Entry {
  const begun = leadImage === "content" ? withLeadImage(entry) : entry;
  return attribution ? attribute(begun, language) : begun;
}

/** The same feed for people: without the texts, which its page does not show. */
export function composeFeedPage(
  feed: FeedDefinition,
  entries: readonly Entry[],
  derived: NonNullable<FeedPage["derived"]> = {},
): FeedPage {
  return {
    summary: summarise(feed, entries),
    entries: entries.map((entry) => ({ ...entry, contentHtml: null })),
    derived,
    sources: countSources(entries),
    changedAt: lastChange(entries),
  };
}

/** The arrival of an entry is a change, too, however old its article is. */
function lastChange(entries: readonly Entry[]): number | null {
  const changes = entries.map(({ updatedAt, enteredAt }) => Math.max(updatedAt, enteredAt));
  return changes.length === 0 ? null : Math.max(...changes);
}

const DAY_MS = 86_400_000;
/** An average over fewer days says nothing. */
const MIN_DAYS = 2;

function summarise(feed: FeedDefinition, entries: readonly Entry[]): FeedSummary {
  const newest = entries[0]?.enteredAt ?? null;
  const oldest = entries.at(-1)?.enteredAt ?? null;
  const days = newest === null || oldest === null ? 0 : (newest - oldest) / DAY_MS;
  const published = entries.map(({ publishedAt }) => publishedAt);
  return {
    feed,
    entryCount: entries.length,
    entriesPerDay: days < MIN_DAYS ? null : entries.length / days,
    newestAt: published.length === 0 ? null : Math.max(...published),
    languages: byFrequency(entries.flatMap(({ language }) => language ?? [])).map(([name]) => name),
  };
}

function countSources(entries: readonly Entry[]): readonly SourceCount[] {
  const sources = new Map(entries.map(({ source }) => [houseKey(source), source]));
  return byFrequency(entries.map(({ source }) => houseKey(source))).flatMap(([key, entryCount]) => {
    const source = sources.get(key);
    return source ? [{ source, entryCount }] : [];
  });
}

function byFrequency(names: readonly string[]): [string, number][] {
  const counts = new Map<string, number>();
  for (const name of names) counts.set(name, (counts.get(name) ?? 0) + 1);
  return [...counts].toSorted(([, a], [, b]) => b - a);
}
