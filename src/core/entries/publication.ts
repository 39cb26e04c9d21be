import type { DocumentName, Version } from "./published.ts";

/** The name of the lease under which one process at a time publishes. */
export const PUBLISHER = "publisher";

/** A document as it is stored. */
export type StoredDocument = Version & {
  readonly name: DocumentName;
  /** See PublishedDocument; empty for a page. */
  readonly links: string;
  readonly br: Uint8Array;
};

/** What the publisher remembers of a stored document. */
export type DocumentRecord = Version & {
  readonly feedId: string;
  readonly name: DocumentName;
  readonly links: string;
  /** Its bytes are stored; `false` for a feed that left the configuration. */
  readonly isPublished: boolean;
};

/** What a turn of the publisher made of one feed. */
export type FeedPublication = {
  readonly feedId: string;
  /** Those that differ from what is stored. */
  readonly documents: readonly StoredDocument[];
  readonly at: number;
  /** For selecting, rendering and compressing. */
  readonly tookMs: number;
};

const CHANGE_KINDS = ["published", "updated", "withdrawn", "merged", "restored"] as const;
/** What became of an entry in a feed; `merged`: another entry tells its text from now on. */
export type ChangeKind = (typeof CHANGE_KINDS)[number];

export type EntryChange = {
  readonly clusterId: string;
  readonly entryId: string;
  readonly kind: ChangeKind;
};

/** The publisher's side. Each method is one transaction; all but `records` reject when the lease is lost. */
export interface PublicationStore {
  records(): Promise<readonly DocumentRecord[]>;
  /** Stores the bytes, and tells followers of them and of the changes that the archive noted since. */
  publish(publication: FeedPublication): Promise<void>;
  /** Tells followers that these feeds are gone. */
  remove(feedIds: readonly string[], at: number): Promise<void>;
  /** Notes the key of what the last turn over all feeds was made from, if it changed. */
  noteTurn(key: string): Promise<void>;
  /** Deletes what followers were told before these instants, except the newest publication of each document. */
  forget(before: { readonly publications: number; readonly changes: number }): Promise<void>;
}

/** One row of the log that followers read: the newest of its document. */
export type PublicationRow = {
  readonly seq: number;
  readonly feedId: string;
  readonly name: DocumentName;
  /** `null`: its feed is gone. */
  readonly etag: string | null;
  readonly at: number;
  readonly tookMs: number;
};

/** The followers' side: each has a cursor of its own. */
export interface PublicationLog {
  /** What was published after the cursor, 0 for all, in the order of publication. */
  after(cursor: number): Promise<readonly PublicationRow[]>;
  /** The key of what the last turn was made from; `null` before the first. */
  lastTurn(): Promise<string | null>;
  /** `null` for what is not published any more. */
  document(feedId: string, name: DocumentName): Promise<StoredDocument | null>;
}
