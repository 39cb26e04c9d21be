import type { Result } from "../result.ts";
import type { EntrySource } from "./entry.ts";

/**
 * States that an entry is no longer published: an editor withdrew its text (the cluster stays in the store), or all of
 * it is part of another entry now.
 */
export type Withdrawal = {
  readonly at: number;
  /** As the editor gave it, plain text on one line; `null` when none was given. */
  readonly reason: string | null;
  /** Id of the entry that it is part of now; absent when it was withdrawn. */
  readonly mergedInto?: string;
};

/** What readers are told of the articles of a source that was forgotten. */
export const SOURCE_FORGOTTEN = "Its source is part of this desk no more.";

/** What a partner is told of an entry whose text another entry carries. */
export const mergedAway = (at: number, entryId: string): Withdrawal => ({
  at,
  reason: `It is the same text as ${entryId}, and is part of that entry now.`,
  mergedInto: entryId,
});

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

/** What is stored of the entry that an article is part of. */
export type KnownEntry = {
  /** `null` while it is published. */
  readonly withdrawal: Withdrawal | null;
  /** Its sources were forgotten, and it was withdrawn for that. */
  readonly isForgotten: boolean;
  readonly updatedAt: number;
  /** When any feed last said that it changed. */
  readonly toldAt: number;
};

/** What changes when an entry is published again. */
export type Restoration = { readonly updatedAt: number };

/** What an editor withdraws. Each change is one transaction; the errors are sentences. */
export interface WithdrawalStore {
  /** Withdraws the cluster that the article is in (withdrawing.ts). */
  withdraw(
    articleId: string,
    decide: (known: KnownEntry | null) => Result<Withdrawal, string>,
  ): Promise<Result<WithdrawnCluster, string>>;

  /** Publishes it again under its old id, as it was, with the copies that came meanwhile. */
  restore(
    articleId: string,
    decide: (known: KnownEntry | null) => Result<Restoration, string>,
    now: number,
  ): Promise<Result<WithdrawnCluster, string>>;

  /** What is withdrawn now, the latest first. */
  list(): Promise<readonly WithdrawnCluster[]>;
}
