import type { SourceDefinition } from "../settings/definitions.ts";
import type { IngestIntent, RevisionExtent } from "./ingest-intent.ts";
import type { Decide } from "./ingest-store.ts";

/** An article as it was received, to be drafted again. */
export type ReceivedArticle = {
  readonly articleId: string;
  readonly key: string;
  readonly sourceId: string;
  /** `Received`, as JSON. */
  readonly raw: string;
  /** Lines that an editor wants to stay in it. */
  readonly keptLines: readonly string[];
};

export type ReceivedQuery = {
  /** `null` for all. */
  readonly sourceId: string | null;
  /** Only these; `null` for all. */
  readonly articleIds: readonly string[] | null;
  /** Id of the last article of the page before. */
  readonly after: string | null;
  readonly limit: number;
};

export type RevisionRequest = {
  readonly sourceId: string;
  readonly extent: RevisionExtent;
};

/** Articles of one source that were drafted again. */
export type Revision = {
  readonly sourceId: string;
  /** What the drafts were made from. */
  readonly received: readonly ReceivedArticle[];
  readonly now: number;
};

/** Articles that are drafted again from what was received: ids, dates and clusters stay. */
export interface RevisionStore {
  /** Every source that was ever configured, by id, with its last definition; `null` when that is not known any more. */
  definitions(): Promise<ReadonlyMap<string, SourceDefinition | null>>;
  /** In the order of their ids. */
  received(query: ReceivedQuery): Promise<readonly ReceivedArticle[]>;
  count(sourceId: string | null): Promise<number>;
  /** Ids of the source's last articles, from which repeated blocks are learnt, and of those with lines that an editor keeps. */
  recent(sourceId: string): Promise<readonly string[]>;

  /**
   * In one write transaction, like IngestStore.ingest. Articles of `received` that changed since they were read are in
   * `known.stale`: nothing is decided for them.
   */
  revise(revision: Revision, decide: Decide): Promise<IngestIntent>;

  /** Ordered revisions that are not finished: a repeated block was learnt, or the cleanup of a source was configured anew. */
  wanted(): Promise<readonly RevisionRequest[]>;

  /** Lines that an editor wants to stay in an article from now on; the article is drafted again by the caller. */
  keepLines(articleId: string, lines: readonly string[], now: number): Promise<void>;
  /** @returns whether there was anything to take back. */
  forgetKeptLines(articleId: string): Promise<boolean>;
}
