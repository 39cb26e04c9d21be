import type { Rights } from "../rights/rights.ts";
import type { Entry } from "./entry.ts";
import type { Format } from "./formats.ts";
import type { EntryChange } from "./publication.ts";
import type { EntryQuery, StoredEntry } from "./publish-store.ts";
import type { Version } from "./published.ts";
import type { Withdrawal } from "./withdrawal.ts";

/** A place in the order in which clusters change. */
export type ChangePlace = { readonly revision: number; readonly clusterId: string };

export const BEFORE_ALL: ChangePlace = { revision: -1, clusterId: "" };

/** How far a feed's archive has come. */
export type ArchiveState = {
  /** The feed's settings that decide what it shows, as text. When they change, everything is looked through again. */
  readonly scope: string;
  readonly place: ChangePlace;
  /** The newest page; 0 while there is none. */
  readonly pages: number;
};

/** An entry as it is now, with the revision by which a later change is noticed. */
export type Current = { readonly entry: StoredEntry; readonly revision: number };

/** What a feed says of an entry. */
export type Telling = {
  /** Hash of everything that it shows, for any configuration. */
  readonly face: string;
  /** Hash of what moves `updated`. */
  readonly wording: string;
  /** How much of the text was shown. */
  readonly content: Rights;
  readonly updatedAt: number;
};

/** The face of a tombstone. */
export const WITHDRAWN_FACE = "withdrawn";

/** The face of an entry that readers have but the feed no longer holds, because its restrictions changed. */
export const LEFT_FACE = "left";

/** What the archive of a feed has of a cluster. */
export type Archived = {
  /** It waits to be frozen. */
  readonly isPending: boolean;
  /** What its feed said of it last; `null` when that was not noted yet. */
  readonly told: Telling | null;
  /** Its newest place in a page; `null` when it has none. */
  readonly last: {
    readonly updatedAt: number;
    readonly articleId: string;
    /** It has no text: it came as a tombstone, or its text was withdrawn under another id. */
    readonly isTombstone: boolean;
    readonly isWithdrawn: boolean;
  } | null;
};

/** One place of a page that is to be frozen. */
export type Freezable = {
  readonly clusterId: string;
  readonly revision: number;
  readonly entryId: string;
  readonly articleId: string;
  readonly telling: Telling;
  /** As published; `null` for a tombstone. */
  readonly entry: Entry | null;
  readonly withdrawal: Withdrawal | null;
};

export type FrozenPage = {
  readonly frozenAt: number;
  /** In the order in which they were archived. */
  readonly places: readonly FrozenPlace[];
};

export type FrozenPlace = {
  readonly entryId: string;
  /** As it was published; `null` when it is withdrawn. */
  readonly entry: Entry | null;
  readonly withdrawal: Withdrawal | null;
  /** What may be republished of the article by now. */
  readonly republish: Rights;
  /** The article's text as it is now. */
  readonly text: string;
};

/** A cluster that waits to be frozen, with what its feed says of it. */
export type Pending = { readonly clusterId: string; readonly telling: Telling };

/** How far a turn takes an archive. */
export type ArchiveStep = Omit<ArchiveState, "pages"> & {
  readonly pending: readonly Pending[];
  /** Told to followers with the feed's next documents, in this order. */
  readonly changes: readonly EntryChange[];
  readonly revision: number;
};

export type ArchiveDocumentKey = {
  readonly feedId: string;
  readonly page: number;
  readonly format: Format;
};

/** Asks for withdrawn entries: those withdrawn at `since` or later, or with a place at `enteredFrom` or later. */
export type WithdrawnQuery = Pick<EntryQuery, "sources" | "prefer"> & {
  readonly feedId: string;
  readonly since: number;
  readonly enteredFrom: number;
  readonly limit: number;
};

/**
 * Feeds' archives: for each an append-only sequence of entries as they were published, in pages that only a withdrawal
 * changes. Every method is one transaction.
 */
export interface ArchiveStore {
  /** `null` before the feed's first turn. */
  state(feedId: string): Promise<ArchiveState | null>;

  /** The next clusters that changed, the earliest change first. */
  changedAfter(place: ChangePlace, limit: number): Promise<readonly ChangePlace[]>;

  /**
   * The clusters as a feed would show them, without those that are held back. Includes clusters that are withdrawn, that
   * were merged into others, or that only forgotten ones of the feed's sources carry.
   */
  current(
    clusterIds: readonly string[],
    query: Pick<EntryQuery, "sources" | "prefer">,
  ): Promise<readonly Current[]>;

  /** By cluster id. */
  archived(feedId: string, clusterIds: readonly string[]): Promise<ReadonlyMap<string, Archived>>;

  /** Notes how far the archive has come, which clusters wait to be frozen, and what followers are to be told. */
  note(feedId: string, step: ArchiveStep): Promise<void>;

  /** Cluster ids of what waits, the earliest entry first. */
  pending(feedId: string, limit: number): Promise<readonly string[]>;

  /** Stops clusters from waiting. It stays known that readers have them, so that they can be told of a withdrawal. */
  dismiss(feedId: string, clusterIds: readonly string[]): Promise<void>;

  /** Makes the next page of the places that have not changed meanwhile; no page when none is left. */
  freeze(feedId: string, places: readonly Freezable[], now: number): Promise<void>;

  /**
   * Entries that are withdrawn. Of those that the feed has shown, also the ones that were merged into others, or that only
   * forgotten ones of its sources carry. The latest first.
   */
  withdrawn(query: WithdrawnQuery): Promise<readonly StoredEntry[]>;

  page(feedId: string, page: number): Promise<FrozenPage | null>;

  /** What is kept of a rendered page, so that its Last-Modified survives. */
  document(key: ArchiveDocumentKey): Promise<Version | null>;
  saveDocument(key: ArchiveDocumentKey, version: Version): Promise<void>;
}
