import type { Item, ItemDates } from "../articles/item.ts";
import type { WrittenHashes } from "../articles/listing.ts";

/** What a server gave us to make the next fetch conditional (RFC 9110 §8.8). Opaque: echo, never parse. */
export type Validators = { readonly etag: string | null; readonly lastModified: string | null };

export const NO_VALIDATORS: Validators = { etag: null, lastModified: null };

/** What a feed asks of those who poll it (RSS 2.0 `ttl`, `skipHours`, `skipDays`; mod_syndication). */
export type PollHints = {
  /** From `ttl` or `sy:updatePeriod`/`sy:updateFrequency`. */
  readonly intervalMs: number | null;
  /** Hours (0–23, UTC) in which the feed is not to be polled. */
  readonly skipHours: readonly number[];
  /** Days (0 = Sunday, UTC) on which the feed is not to be polled. */
  readonly skipDays: readonly number[];
};

export const NO_HINTS: PollHints = { intervalMs: null, skipHours: [], skipDays: [] };

export type FeedFormat = "rss" | "rdf" | "atom" | "json";

export type FeedInfo = {
  readonly title: string | null;
  readonly link: string | null;
  readonly language: string | null;
  /** The identifier that the feed gives itself (`atom:id`), as written. */
  readonly id: string | null;
  /** The feed's own address as it declares it (`rel=self`, JSON Feed `feed_url`). */
  readonly feedUrl: string | null;
  readonly description: string | null;
  readonly generator: string | null;
  /** Whose texts these are, plain text. */
  readonly rights: string | null;
  readonly hints: PollHints;
};

/**
 * Something that was wrong with a document and did not stop us from reading the rest. `item-dropped`
 * means that an item is missing because of it.
 */
export type ReadWarning = { readonly kind: string; readonly detail: string };

/** The items of a feed as they are written, by which they are known before they are parsed. */
export type WrittenItems = {
  /** Hash of all around them on which their meaning depends. */
  readonly around: string;
  /** The hashes of each item in the order of the document; `null` for one that has to be parsed. */
  readonly hashes: readonly (WrittenHashes | null)[];
  /** The places in the document of the items that were parsed. */
  readonly parsed: readonly number[];
  /** The dates of the items that are known but for these, by place. They were not parsed. */
  readonly redated: ReadonlyMap<number, ItemDates>;
};

export type ParsedFeed = {
  readonly format: FeedFormat;
  readonly feed: FeedInfo;
  /** Without those that were passed over. */
  readonly items: readonly Item[];
  /** The items as they are written; `null` where they cannot be told apart so, or where something was wrong with one. */
  readonly written: WrittenItems | null;
  readonly warnings: readonly ReadWarning[];
  /** The document ended early: its validators must not be stored (the rest would never be fetched). */
  readonly truncated: boolean;
};

/** Bytes as received, with what is known about them from outside. */
export type ReceivedDocument = {
  readonly bytes: Uint8Array;
  /** The `Content-Type` header, or what a file name implies. */
  readonly contentType: string | null;
  /** Address after redirects: the base of relative URLs. */
  readonly url: string | null;
};

/** A feed that a page announces (`link rel=alternate`), best first. */
export type FeedLink = { readonly url: string; readonly title: string | null };
