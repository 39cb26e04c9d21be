/**
 * The vocabulary of the service (docs/glossary.md). Names ending in `At` are instants in Unix
 * milliseconds (UTC); names ending in `Ms` are durations, in `Bytes` sizes. `null` means "not
 * known" or "not said by the publisher".
 */
import type { Outline } from "../cleanup/outline.ts";
import type { LoweredRights, Rights } from "../rights/rights.ts";
import type { Fingerprint } from "../similarity/fingerprint.ts";
import type { Identity } from "./identity/identity.ts";

/** What a server gave us to make the next fetch conditional (RFC 9110 §8.8). Opaque: echo, never parse. */
export type Validators = { readonly etag: string | null; readonly lastModified: string | null };

export const NO_VALIDATORS: Validators = { etag: null, lastModified: null };

export type Author = {
  readonly name: string | null;
  readonly email: string | null;
  readonly url: string | null;
};

/** The kinds of files that Media RSS knows. */
export const MEDIUMS = ["image", "audio", "video", "document", "executable"] as const;
export type Medium = (typeof MEDIUMS)[number];

/** A file that belongs to an item, such as a podcast's audio. `url` is absolute. */
export type Enclosure = {
  readonly url: string;
  /** Media type as declared, or `null`. */
  readonly type: string | null;
  readonly bytes: number | null;
  /** What kind of file its feed calls it (Media RSS). Absent, like what follows, where it is not said, and in what was stored before it was read. */
  readonly medium?: Medium;
  /** Plain text. */
  readonly title?: string;
  readonly durationSeconds?: number;
};

/** A file that goes with a recording: `url` is absolute. */
export type EpisodeFile = {
  readonly url: string;
  readonly type?: string;
  readonly language?: string;
  /** Such as `captions`. */
  readonly rel?: string;
};

export type EpisodePerson = {
  readonly name: string;
  readonly role?: string;
  readonly group?: string;
  readonly image?: string;
  readonly url?: string;
};

/** What podcast apps know of a recording (`itunes:*`, `podcast:*`). What is not said is absent. */
export type Episode = {
  readonly durationSeconds?: number;
  readonly image?: string;
  readonly number?: number;
  readonly season?: number;
  readonly type?: "full" | "trailer" | "bonus";
  readonly isExplicit?: boolean;
  readonly transcripts?: readonly EpisodeFile[];
  readonly chapters?: EpisodeFile;
  readonly persons?: readonly EpisodePerson[];
};

/** `url` is absolute http(s); width and height are in pixels. */
export type Image = {
  readonly url: string;
  readonly width: number | null;
  readonly height: number | null;
  readonly alt: string | null;
  readonly credit: string | null;
  /** Media type; absent where only its name tells, if anything does. */
  readonly type?: string;
};

/**
 * The original house: where an item says that it came from (RSS `source`, Atom `source`), as planets and aggregators do.
 * Fields that may be absent are so where nothing is said.
 */
export type ItemSource = {
  readonly title: string | null;
  /** Its home page; what RSS gives is mostly that of its feed. */
  readonly url: string | null;
  readonly feedUrl?: string;
  /** `atom:id` of its feed. */
  readonly id?: string;
  readonly rights?: string;
};

/** One `<item>`/`<entry>`/file as the publisher wrote it: untrusted, any field may be missing. */
export type Item = {
  /** As written, trimmed. */
  readonly guid: string | null;
  /** Absolute whenever a base URL is known. */
  readonly link: string | null;
  /** Decoded text without markup. */
  readonly title: string | null;
  readonly authors: readonly Author[];
  readonly publishedAt: number | null;
  readonly updatedAt: number | null;
  /** As received, URLs absolute, markup in order: not yet sanitised. */
  readonly summaryHtml: string | null;
  readonly contentHtml: string | null;
  readonly categories: readonly string[];
  /** BCP 47, as declared by the item or its feed. */
  readonly language: string | null;
  /** Copyright or licence, as text. */
  readonly rights: string | null;
  readonly enclosures: readonly Enclosure[];
  readonly image: Image | null;
  readonly source: ItemSource | null;
  readonly commentsUrl: string | null;
  /** Absent where there is none, like what follows. */
  readonly episode?: Episode;
  /** Addresses of the licences that it, its original house or its feed is under. */
  readonly licences?: readonly string[];
};

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
 * means that an item is missing for it.
 */
export type ReadWarning = { readonly kind: string; readonly detail: string };

export type ParsedFeed = {
  readonly format: FeedFormat;
  readonly feed: FeedInfo;
  readonly items: readonly Item[];
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

export type FetchError =
  | { readonly kind: "bad-url"; readonly url: string; readonly hasCredentials?: true }
  | { readonly kind: "forbidden-address"; readonly host: string; readonly address: string | null }
  | { readonly kind: "dns"; readonly host: string; readonly code: string }
  | {
      readonly kind: "timeout";
      readonly phase: "connect" | "headers" | "body";
      readonly timeoutMs: number;
    }
  | { readonly kind: "network"; readonly message: string }
  | { readonly kind: "tls"; readonly message: string }
  | { readonly kind: "too-large"; readonly limitBytes: number }
  | { readonly kind: "too-many-redirects"; readonly limit: number }
  | { readonly kind: "bad-encoding"; readonly message: string }
  | { readonly kind: "truncated"; readonly message: string }
  | { readonly kind: "http-status"; readonly status: number; readonly retryAfterMs: number | null };

export type ReadError =
  | { readonly kind: "empty"; readonly message: string }
  | {
      readonly kind: "not-a-feed";
      readonly message: string;
      readonly feedLinks: readonly FeedLink[];
    }
  | { readonly kind: "too-large"; readonly limitBytes: number }
  | { readonly kind: "too-deep"; readonly message: string }
  | { readonly kind: "timeout"; readonly phase: "read"; readonly timeoutMs: number }
  | { readonly kind: "crashed"; readonly message: string };

export type FolderError = { readonly kind: "folder"; readonly path: string; readonly code: string };

/** One of our own feeds as a source: it would feed on itself. */
export type FeedbackError = { readonly kind: "own-feed"; readonly url: string };

/** Why a poll of a source gave nothing: recorded on the source, never thrown. */
export type IngestError = FetchError | ReadError | FolderError | FeedbackError;

/** A field whose value we worked out because the item did not say it. */
export type DerivedField = "title" | "publishedAt" | "language";

/** A block that the cleaner took out, and by which rule. */
export type RemovedBlock = { readonly text: string; readonly rule: string };

/** An item after normalization, ready to be compared with what is stored. */
export type ArticleDraft = {
  /** Identity within one source (identity/assign-keys.ts). */
  readonly key: string;
  /** What the key of its item is chosen from. */
  readonly identity: Identity;
  readonly guid: string | null;
  /** The URL as given. */
  readonly link: string | null;
  /** After our normalization (core/canonical-url.ts). */
  readonly canonicalUrl: string | null;
  /** Plain text, never empty. */
  readonly title: string;
  readonly authors: readonly Author[];
  /** Sanitised. */
  readonly contentHtml: string;
  /** The same as plain text: paragraphs separated by one empty line. */
  readonly text: string;
  /** Plain text for previews, at most SUMMARY_LENGTH characters. */
  readonly summary: string;
  /** The item had no content of its own: `contentHtml` is its summary. */
  readonly isSummaryOnly: boolean;
  readonly image: Image | null;
  readonly categories: readonly string[];
  readonly language: string | null;
  readonly rights: string | null;
  readonly enclosures: readonly Enclosure[];
  readonly episode: Episode | null;
  readonly licences: readonly string[];
  /** The house that the item names as its own source. */
  readonly origin: ItemSource | null;
  readonly commentsUrl: string | null;
  /** As said by the publisher. */
  readonly publishedAt: number | null;
  /** When the publisher last changed it, as he says. */
  readonly updatedAt: number | null;
  readonly derived: readonly DerivedField[];
  /** The canonical URL is on the source's own host: the copy of the house that wrote it. */
  readonly isOnOwnHost: boolean;
  /** How much of it may be republished: what its source lets us, lowered by what its page says. */
  readonly republish: Rights;
  /** What its page said against republishing more. */
  readonly lowered: readonly LoweredRights[];
  readonly removed: readonly RemovedBlock[];
  /** Where values that the item did not give came from, by field ("authors": "json-ld"). */
  readonly provenance: Readonly<Record<string, string>>;
  /** Its blocks, as later articles of the source are compared with them. */
  readonly outline: Outline;
  /** SHA-256 of what a reader sees (title, text but for what only counts, image): another hash is a material change. */
  readonly contentHash: string;
  /** SHA-256 of the other published fields: another hash is stored without moving `updatedAt`. */
  readonly metadataHash: string;
  /** SHA-256 of the normalised tokens of the text: equal hashes mean "the same text". */
  readonly textHash: string;
  /** Number of tokens behind `textHash`. */
  readonly tokenCount: number;
  /** Its text as it is compared with others. */
  readonly fingerprint: Fingerprint;
  /** SHA-256 of the item as it was received: whatever our rules are, an equal one has not changed. */
  readonly itemHash: string;
  /** `contentHash` of the item alone, whatever pages and repeated blocks make of it: has it changed? */
  readonly receivedHash: string;
  /** `metadataHash` of the item alone, without what only counts (counting.ts). */
  readonly receivedMetadataHash: string;
  /** Version of the rules that made it (DRAFTING_RULES). */
  readonly rules: number;
  /** The item is only a summary, or its source wants every page: `link` is to be fetched. */
  readonly wantsPage: boolean;
  /** Its text is that of its page. */
  readonly isFromPage: boolean;
  /** What was received (`Received`), as JSON. */
  readonly raw: string;
};
