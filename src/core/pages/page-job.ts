import type { Lease } from "../lease.ts";

/** A page that is due. */
export type DuePage = {
  readonly articleId: string;
  readonly url: string;
  /** `false` if only the item changed and its page need not be fetched again: the kept page is used. */
  readonly mustFetch: boolean;
};

/** A page to be fetched for an article, with what is needed to draft the article. */
export type PageJob = DuePage & {
  /** The lease on the article. */
  readonly lease: Lease;
  /** The article's key within its source. */
  readonly key: string;
  readonly sourceId: string;
  readonly attempts: number;
  /** JSON of `Received`: the item as it was last polled, with the kept page, if any. */
  readonly raw: string;
  readonly keptLines: readonly string[];
};
