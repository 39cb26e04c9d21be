import type { EntrySource } from "./entry.ts";
import type { Result } from "./result.ts";

/** That an editor withdrew a text: its cluster stays in the store, and nothing of it is published. */
export type Withdrawal = {
  readonly at: number;
  /** As the editor gave it, plain text on one line; `null` when none was given. */
  readonly reason: string | null;
};

/** What feeds say of an entry that was withdrawn (RFC 6721; `_offprint.withdrawn` in JSON Feed). */
export type Tombstone = {
  /** The id that the entry had. */
  readonly id: string;
  readonly withdrawnAt: number;
  readonly reason: string | null;
};

/** A withdrawn cluster, for people. */
export type WithdrawnCluster = {
  readonly clusterId: string;
  readonly entryId: string;
  /** Title and source of its lead. */
  readonly title: string;
  readonly source: EntrySource;
  /** Ids of its members. */
  readonly articles: readonly string[];
  readonly withdrawal: Withdrawal;
};

/** What an editor withdraws. The errors are sentences. */
export interface WithdrawalStore {
  /** Withdraws the cluster that the article is in. */
  withdraw(articleId: string, withdrawal: Withdrawal): Promise<Result<WithdrawnCluster, string>>;

  /** Publishes it again, under its old id: as it was, but for copies that came in the meantime. */
  restore(articleId: string, now: number): Promise<Result<WithdrawnCluster, string>>;

  /** What is withdrawn now, the latest first. */
  list(): Promise<readonly WithdrawnCluster[]>;
}
