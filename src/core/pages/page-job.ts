import type { Lease } from "../lease.ts";

/** A page that is due. */
export type DuePage = {
  readonly articleId: string;
  readonly url: string;
  /** `false` when only the item changed where its page does not matter: the kept page serves. */
  readonly mustFetch: boolean;
};

/** A page to be fetched for an article, with what is needed to draft the article. */
export type PageJob = DuePage & {
  /** Of the article, by its id. */
  readonly lease: Lease;
  /** Of its article, within the source. */
  readonly key: string;
  readonly sourceId: string;
  readonly attempts: number;
  /** `Received` of the item as it was last polled, as JSON, with the page that is kept, if any. */
  readonly raw: string;
  readonly keptLines: readonly string[];
};
