import type { SourceDefinition } from "../core/definitions.ts";
import type {
  ArticleDraft,
  FeedInfo,
  ReadError,
  ReadWarning,
  ReceivedDocument,
} from "../core/model.ts";
import type { Result } from "../core/result.ts";

/** A document to be read, with what its drafts need to know of the source. */
export type DraftJob = {
  readonly document: ReceivedDocument;
  /** The file that it is, for an article in a drop folder; `null` for a feed. */
  readonly file: { readonly name: string; readonly changedAt: number } | null;
  readonly source: SourceDefinition;
  /** Most items taken from one document. */
  readonly items: number;
};

export type DraftedDocument = {
  /** `null` for a text. */
  readonly feed: FeedInfo | null;
  readonly drafts: readonly ArticleDraft[];
  readonly warnings: readonly ReadWarning[];
  /** Items that could not be read. */
  readonly failed: number;
  readonly truncated: boolean;
};

/** Reads one document and drafts its articles, away from this thread, within a deadline. */
export type DraftDocument = (job: DraftJob) => Promise<Result<DraftedDocument, ReadError>>;
