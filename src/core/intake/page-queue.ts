import type { Lookup } from "../articles/stored-context.ts";
import type { FailedTurn, HeldWork } from "../lease.ts";
import type { DuePage, PageJob } from "../pages/page-job.ts";
import type { IngestIntent } from "./ingest-intent.ts";
import type { Decide } from "./ingest-store.ts";

/** What a job came to: its article, drafted with its page, or without a page that may not be used. */
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
  /** Jobs that are due and free: the newest article of each source, then the second of each, and so on; each round by date, newest first. */
  due(now: number, limit: number): Promise<readonly DuePage[]>;
  /** Holds the job of an article; `null` when none is due any more, or somebody else holds it. */
  claim(articleId: string, forMs: number, now: number): Promise<PageJob | null>;
  /** When the next job is due; `null` when none waits. */
  nextAt(): Promise<number | null>;
  /** How many wait, due or not. */
  count(): Promise<number>;
  /**
   * In one write transaction, like IngestStore.ingest. The job is done, or waits for another attempt to get the rest; its
   * article is no longer held back.
   * Nothing happens, and `decide` is not asked, when the job is no longer held, or its item has changed since it was read:
   * then a newer job waits.
   */
  complete(completion: Completion, decide: Decide): Promise<IngestIntent>;
  /**
   * Records a failed attempt. The article is no longer held back, unless another attempt follows soon. Like `complete` it
   * does nothing when the job is no longer held, or its item has changed. Use `complete`, with the kept page, for the last
   * attempt with a changed item: `fail` would lose the change.
   */
  fail(job: PageJob, failure: FailedTurn, now: number): Promise<void>;
  /** Publishes articles as they are once their hold has ended. @returns how many. */
  release(now: number): Promise<number>;
}
