import type { Instance } from "../instance.ts";
import type { SourceState } from "../sources/source-state.ts";
import type { ClusterMember } from "../stories/cluster-member.ts";
import type { StoredArticle, StoredCopy } from "./stored-article.ts";
import type { Withdrawal } from "./withdrawal.ts";

/** A cluster with the article that is published for it. */
export type StoredEntry = {
  readonly clusterId: string;
  readonly entryId: string;
  readonly enteredAt: number;
  /** `null` while it is published. */
  readonly withdrawal: Withdrawal | null;
  /** Both dates are the entry's, whichever of its copies is shown (entry-dates.ts). */
  readonly publishedAt: number;
  readonly updatedAt: number;
  readonly article: StoredArticle;
  readonly copies: readonly StoredCopy[];
};

/** A place in the order of entries: those after it are older. */
export type EntryCursor = { readonly enteredAt: number; readonly clusterId: string };

export type EntryQuery = {
  /** Only texts that one of these sources carries, in that source's copy; empty for all. */
  readonly sources: readonly string[];
  /** Whose copy is shown, the most preferred first, before the lead (prefer-copy.ts); absent for the lead. */
  readonly prefer?: readonly string[];
  readonly after: EntryCursor | null;
  readonly limit: number;
  /** Also what is held back for its page, which feeds and pages do not show. */
  readonly withHeld?: boolean;
};

export type StoredCluster = {
  readonly id: string;
  readonly enteredAt: number;
  readonly members: readonly ClusterMember[];
};

export interface PublishStore {
  instance(): Promise<Instance>;

  /** Rises with every change that publishing can see. */
  revision(): Promise<number>;

  /** Newest `enteredAt` first. */
  entries(query: EntryQuery): Promise<readonly StoredEntry[]>;

  /** The article with this id as an entry, even if it does not lead its cluster; `null` while the whole cluster is held back. */
  article(id: string, options?: Pick<EntryQuery, "withHeld">): Promise<StoredEntry | null>;

  sources(): Promise<readonly SourceState[]>;

  /** Newest first, with what is held back. */
  clusters(query: Pick<EntryQuery, "after" | "limit">): Promise<readonly StoredCluster[]>;
}
