import type { Author } from "../articles/item.ts";
import type { Enclosure, Episode, Image } from "../media/media.ts";
import type { Rights } from "../rights/rights.ts";
import type { FeedDefinition, SiteDefinition } from "../settings/definitions.ts";
import type { MemberReason } from "../similarity/member-reason.ts";
import type { Format } from "./formats.ts";
import type { Stub, Tombstone } from "./tombstone.ts";

/** What share buttons, previews and partners need to pass an article on. */
export type ShareMetadata = {
  readonly canonicalUrl: string;
  readonly title: string;
  /** Plain text. */
  readonly description: string;
  /** Absolute URL; never a default picture. */
  readonly image: string | null;
  readonly siteName: string;
};

/** A plain link that shares an article on one network, without a script. */
export type ShareLink = { readonly network: string; readonly label: string; readonly url: string };

export type EntrySource = {
  readonly id: string;
  readonly title: string;
  /** The home page that its feed declares, else the house that its address names; `null` for a drop folder. */
  readonly url: string | null;
  /** The address that its feed declares for itself, never the one that we poll; `null` where it may hold a secret. */
  readonly feedUrl: string | null;
  /** The identifier that its feed gives itself (`atom:id`). */
  readonly feedId: string | null;
  /** What its feed says of the rights in it; absent where it says nothing. */
  readonly rights?: string;
};

/** Another article with the same text. */
export type EntryCopy = {
  readonly articleId: string;
  readonly source: EntrySource;
  readonly title: string;
  readonly url: string;
  readonly publishedAt: number;
  /** How we know that it is the same text, for people. */
  readonly why: MemberReason;
};

/**
 * An article's place in a feed or on a page, with everything composed. Its texts are still untrusted:
 * each writer cleans and escapes them for its format.
 */
export type Entry = {
  /** The publisher's own id where it is an IRI, else ours; pinned with the cluster (RFC 4287 §4.2.6). */
  readonly id: string;
  readonly articleId: string;
  /** The original article, else its page here. */
  readonly link: string;
  /** Its page here. */
  readonly page: string;
  /** Plain text on one line, never empty. */
  readonly title: string;
  /** Plain text; empty when only the link may be shown. */
  readonly summary: string;
  /** Sanitised; `null` when less than the full text may be shown. */
  readonly contentHtml: string | null;
  readonly content: Rights;
  readonly authors: readonly Author[];
  readonly categories: readonly string[];
  readonly language: string | null;
  readonly rights: string | null;
  readonly image: Image | null;
  readonly enclosures: readonly Enclosure[];
  readonly episode: Episode | null;
  /** Addresses. */
  readonly licences: readonly string[];
  readonly commentsUrl: string | null;
  readonly publishedAt: number;
  readonly updatedAt: number;
  readonly enteredAt: number;
  /** The original house. */
  readonly source: EntrySource;
  /** The source that passed it on to us; `null` when that is the original house itself. */
  readonly via: EntrySource | null;
  readonly copies: readonly EntryCopy[];
  readonly share: ShareMetadata;
  readonly shareLinks: readonly ShareLink[];
};

/** Everything a writer needs; a writer adds nothing but syntax. */
export type FeedDocument = {
  readonly site: SiteDefinition;
  readonly feed: FeedDefinition;
  /** `urn:uuid:…`, stable for this feed of this instance: the Atom feed's id. */
  readonly id: string;
  /** Absolute addresses of this feed in each format, and of its page for people. */
  readonly urls: Readonly<Record<Format, string>> & { readonly page: string };
  /** When an entry last changed; for an empty feed, the epoch of the instance. */
  readonly updatedAt: number;
  readonly entries: readonly Entry[];
  /** Whose texts these are, plain text. */
  readonly copyright: string;
  /** Entries that are withdrawn, the latest first. */
  readonly withdrawn: readonly Tombstone[];
  /** The same for RSS alone, as long as the feed wants it. */
  readonly stubs: readonly Stub[];
  readonly chain: FeedChain;
};

/**
 * Whether the texts are of several houses. The desk is not their author: each entry names its own, and
 * the feed then needs none (RFC 4287 §4.1.1).
 */
export const isOfManySources = ({ entries }: Pick<FeedDocument, "entries">): boolean =>
  new Set(entries.map(({ source }) => houseKey(source))).size > 1;

/** Tells houses apart: a planet passes on the texts of many under one source. */
export const houseKey = ({ id, title }: EntrySource): string => `${id} ${title}`;

/** The place of a document among those that together hold the complete feed (RFC 5005 §4). */
export type FeedChain = {
  /** Number of the archive document, from 1 for the oldest; `null` for the document that readers subscribe to. */
  readonly page: number | null;
  /** Number of the archive document with the entries before; `null` when there is none. */
  readonly previous: number | null;
};

/** Writes one document. Pure: the same document gives the same text, without a build time in it. */
export type RenderFeed = (document: FeedDocument) => string;
export type FeedRenderers = Readonly<Record<Format, RenderFeed>>;
