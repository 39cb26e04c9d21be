import type { ArticleDraft } from "../core/articles/article-draft.ts";
import type { DocumentListing, StoredListing } from "../core/articles/listing.ts";
import type { ReceivedArticle } from "../core/intake/revision-store.ts";
import type { Result } from "../core/result.ts";
import type { UsageHeaders } from "../core/rights/usage-terms.ts";
import type { SourceDefinition } from "../core/settings/definitions.ts";
import type { ReadError } from "../core/sources/errors.ts";
import type { FeedInfo, ReadWarning, ReceivedDocument } from "../core/sources/feed.ts";

/** A document to be read, with what its drafts need to know of the source. */
export type DraftJob = {
  readonly document: ReceivedDocument;
  /** The file of the document, for an article in a drop folder; `null` for a feed. */
  readonly file: { readonly name: string; readonly changedAt: number } | null;
  readonly source: SourceDefinition;
  /** Most items taken from one document. */
  readonly items: number;
  /** Keys of the repeated blocks of the source. */
  readonly repeated: readonly string[];
  /** What the last document of the source listed; `null` for none, and when every item is to be drafted. */
  readonly last: StoredListing | null;
};

export type DraftedDocument = {
  /** `null` for a text. */
  readonly feed: FeedInfo | null;
  /** Of the items that are new or changed, or that must be compared with these. */
  readonly drafts: readonly ArticleDraft[];
  /** All items of a feed that have articles; `null` for a text. */
  readonly listing: DocumentListing | null;
  readonly warnings: readonly ReadWarning[];
  /** Items that could not be read. */
  readonly failed: number;
  readonly truncated: boolean;
};

/**
 * Reads one document and drafts its articles, off this thread, within a deadline. Adds what is known of the source itself.
 * `isWhole`: drafts every item, also those that the last document had.
 */
export type DraftDocument = (
  job: Omit<DraftJob, "repeated" | "last"> & { readonly isWhole?: boolean },
) => Promise<Result<DraftedDocument, ReadError>>;

/** Articles of one source to be drafted again from what was received. */
export type RedraftJob = {
  readonly source: SourceDefinition;
  readonly articles: readonly RedraftArticle[];
  /** Keys of the present and former repeated blocks of the source. */
  readonly repeated: readonly string[];
};

export type RedraftArticle = Pick<ReceivedArticle, "key" | "raw" | "keptLines"> & {
  /** A page that was just fetched, to take the place of the one in `raw`; `null` for none. */
  readonly page: {
    readonly document: ReceivedDocument;
    readonly headers: UsageHeaders;
    /** Further pages of the article, in the order in which they were asked for. */
    readonly further?: readonly ReceivedDocument[];
  } | null;
};

export type Redrafted = {
  /** With the key that it is stored under; `null` when it could not be read, see `refused`. */
  readonly draft: ArticleDraft | null;
  /** Why its page was not used, for people; `null` when it was, or there is none. */
  readonly refused: string | null;
  /** Address of a page with more of the article, to be fetched; absent or `null` for none. */
  readonly furtherUrl?: string | null;
  /** Whether the article surely goes on there. */
  readonly goesOn?: boolean;
};

/** Drafts articles again, off this thread, within a deadline; one answer for each article, in their order. */
export type Redraft = (job: RedraftJob) => Promise<Result<readonly Redrafted[], ReadError>>;
