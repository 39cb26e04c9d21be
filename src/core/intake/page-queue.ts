import type { Lookup } from "../articles/stored-context.ts";
import type { FailedTurn, HeldWork } from "../lease.ts";
import type { DuePage, PageJob } from "../pages/page-job.ts";
import type { IngestIntent } from "./ingest-intent.ts";
import type { Decide } from "./ingest-store.ts";

/** What a job came to: its article, drafted with its page, or without one that may not be used. */
export type Completion = {
  readonly job: PageJob;
  readonly lookup: Lookup;
  readonly now: number;
  /** Why the page was not used, or is not all of the article, for people; absent or `null` when it was and is. */
  readonly refused?: string | null;
  /** When the rest of the article is asked for again; absent or `null` for never, until the item changes. */
  readonly retryAt?: number | null;
};

/** Articles whose pages are to be fetched: they are stored, and held back until that is done. */
export interface PageQueue extends HeldWork {
  /** What is due and held by nobody: the newest article of each source, then the second of each; the newest of them first. */
  due(now: number, limit: number): Promise<readonly DuePage[]>;
  /** Holds the job of an article; `null` when none waits any more, or somebody else has it. */
  claim(articleId: string, forMs: number): Promise<PageJob | null>;
  /** When the next job is due; `null` when none waits. */
  nextAt(): Promise<number | null>;
  /** How many wait, due or not. */
  count(): Promise<number>;
  /**
   * In one write transaction, like IngestStore.ingest; the job is done, or waits for another attempt to have the rest, and its
   * article is held back no longer.
   * Nothing happens, and `decide` is not asked, when the job is held no more, or its item has changed since it was read: another
   * job waits.
   */
  complete(completion: Completion, decide: Decide): Promise<IngestIntent>;
  /**
   * The article is held back no longer when nothing more is to be tried soon. Like `complete` it does nothing
   * when the job is held no more, or its item has changed. A changed item is lost with its last attempt: complete it with the page that is kept.
   */
  fail(job: PageJob, failure: FailedTurn, now: number): Promise<void>;
  /** Publishes as they are the articles that were held back long enough. @returns how many. */
  release(now: number): Promise<number>;
}
