import type { ArticleDraft } from "../../articles/article-draft.ts";
import type { DocumentListing } from "../../articles/listing.ts";
import type { IngestError } from "../errors.ts";
import type { FeedInfo, ReadWarning, Validators } from "../feed.ts";
import type { Freshness } from "../fetched.ts";
import type { KnownFile } from "../source-state.ts";
import type { PollOutcomeKind } from "./poll-history.ts";

/** What the server said about the next request. */
export type ServerSaid = {
  readonly kind: "modified" | "not-modified";
  readonly status: number;
  /** Of the body, decompressed. */
  readonly bytes: number;
  readonly freshness: Freshness;
  /** Where permanent redirects led; `null` when there were none. */
  readonly permanentUrl: string | null;
  readonly validators: Validators;
  /** See Fetched. */
  readonly confirmsClock: boolean;
};

/** What one poll of one source found, before anything is decided or stored. */
export type PollResult = {
  readonly outcome: PollOutcomeKind;
  readonly error: IngestError | null;
  /** Requests made. */
  readonly requests: number;
  /** Address whose request failed: a redirect or a page may have led to another host. `null` when none did. */
  readonly failedUrl: string | null;
  /** `null` for a folder, and when nobody answered. */
  readonly server: ServerSaid | null;
  /** `null` when no feed was read. */
  readonly feed: FeedInfo | null;
  /** SHA-256 of the body that was read; `null` keeps the stored one. */
  readonly bodyHash: string | null;
  /** A page's feed, to be polled from now on. */
  readonly feedUrl: string | null;
  readonly drafts: readonly ArticleDraft[];
  /** All items of the feed that have articles; `null` for a folder, and when no feed was read. */
  readonly listing: DocumentListing | null;
  /** Reads the document once more and drafts every item of it; `null` when that was done. */
  readonly readWhole: (() => Promise<PollResult>) | null;
  /** Files of a folder, by name; `null` for one that waited for another attempt and is gone. */
  readonly filesTried: ReadonlyMap<string, KnownFile | null>;
  /** Items and files that could not be read. */
  readonly failed: number;
  readonly warnings: readonly ReadWarning[];
  /** Whether a folder has more to read: this part is stored first, then the folder is read again. */
  readonly hasMore: boolean;
};

export const NOTHING_FOUND: PollResult = {
  outcome: "unchanged",
  error: null,
  requests: 0,
  failedUrl: null,
  server: null,
  feed: null,
  bodyHash: null,
  feedUrl: null,
  drafts: [],
  listing: null,
  readWhole: null,
  filesTried: new Map(),
  failed: 0,
  warnings: [],
  hasMore: false,
};
