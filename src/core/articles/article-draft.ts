import type { RemovedBlock } from "../cleaning/clean-content.ts";
import type { Outline } from "../cleaning/repeated/outline.ts";
import type { Enclosure, Episode, Image } from "../media/media.ts";
import type { LoweredRights, Rights } from "../rights/rights.ts";
import type { Fingerprint } from "../similarity/fingerprint.ts";
import type { Identity } from "./identity/identity.ts";
import type { Author, ItemSource } from "./item.ts";

/** A field whose value we worked out because the item did not say it. */
export type DerivedField = "title" | "publishedAt" | "language";

/** What an item is called. */
export type DraftNames = {
  /** Identity within one source (articles/identity/assign-keys.ts). */
  readonly key: string;
  /** The names from which the key is chosen. */
  readonly identity: Identity;
  readonly guid: string | null;
  /** The URL as given. */
  readonly link: string | null;
  /** After our normalization (urls/canonical-url.ts). */
  readonly canonicalUrl: string | null;
  /** The canonical URL is on the source's own host: the copy of the house that wrote it. */
  readonly isOnOwnHost: boolean;
};

/** What a reader reads. */
export type DraftText = {
  /** Plain text, never empty. */
  readonly title: string;
  /** Sanitised. */
  readonly contentHtml: string;
  /** The same as plain text: paragraphs separated by one empty line. */
  readonly text: string;
  /** Plain text for previews, at most SUMMARY_LENGTH characters. */
  readonly summary: string;
  /** The item had no content of its own: `contentHtml` is its summary. */
  readonly isSummaryOnly: boolean;
  readonly removed: readonly RemovedBlock[];
  /** Its lines as hashes, with which later articles of the source are compared. */
  readonly outline: Outline;
};

/** What is published beside the text. */
export type DraftMetadata = {
  readonly authors: readonly Author[];
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
  /** The origin of each value that the item did not give, by field ("authors": "json-ld"). */
  readonly provenance: Readonly<Record<string, string>>;
};

export type DraftRights = {
  /** How much of it may be republished: what its source lets us, lowered by what its page says. */
  readonly republish: Rights;
  /** What its page said against republishing more. */
  readonly lowered: readonly LoweredRights[];
};

/** Tell whether an item has changed. A stored article has those of its last poll, also while that version waits for its page. */
export type ReceivedHashes = {
  /** SHA-256 of the item as received: equal hashes mean unchanged, whatever our rules are. */
  readonly itemHash: string;
  /** `contentHash` of the item alone, without its page and before repeated blocks are removed. */
  readonly receivedHash: string;
  /** `metadataHash` of the item alone, without what only counts (articles/counting.ts). */
  readonly receivedMetadataHash: string;
};

/** Tell whether what we publish of it has changed. */
export type PublishedHashes = {
  /** SHA-256 of what a reader sees (title, text without lines that only count, image): another hash is a material change. */
  readonly contentHash: string;
  /** SHA-256 of the other published fields: another hash is stored without moving `updatedAt`. */
  readonly metadataHash: string;
  /** Version of the rules that made it (DRAFTING_RULES). */
  readonly rules: number;
};

/** Its text as it is compared with others. */
export type ComparableText = {
  /** SHA-256 of the normalised tokens of the text: equal hashes mean "the same text". */
  readonly textHash: string;
  /** Number of tokens behind `textHash`. */
  readonly tokenCount: number;
  readonly fingerprint: Fingerprint;
};

/** What it was made from. */
export type DraftOrigin = {
  /** The item is only a summary, or its source wants every page: `link` is to be fetched. */
  readonly wantsPage: boolean;
  /** Its text is that of its page. */
  readonly isFromPage: boolean;
  /** What was received (`Received`), as JSON. */
  readonly raw: string;
};

/** An item after normalization, ready to be compared with what is stored. */
export type ArticleDraft = DraftNames &
  DraftText &
  DraftMetadata &
  DraftRights &
  ReceivedHashes &
  PublishedHashes &
  ComparableText &
  DraftOrigin;
