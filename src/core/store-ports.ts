import type { IngestIntent } from "./decide-ingest.ts";
import type { SourceDefinition } from "./definitions.ts";
import type { EntrySource, MemberReason } from "./entry.ts";
import type { Known, Lookup } from "./known.ts";
import type { Author, DerivedField, Enclosure, Image, RemovedBlock, Rights } from "./model.ts";
import type { NextPoll } from "./next-poll.ts";
import type { DocumentRecord } from "./published.ts";
import type { Result } from "./result.ts";
import type { EditorAction, EditorChange, EditorIntent } from "./similarity/editing.ts";
import type { FileState, SourceState } from "./source-state.ts";

/**
 * Storage, by use case. Every method is one transaction; there is no open-ended `withTransaction`.
 * A method rejects only when storage is broken (disk full, file gone): a Result would tempt to go on.
 */

/** What one poll changes about its source. */
export type PollRecord = {
  readonly state: SourceState;
  /** Files of a drop folder that were read in this poll, by name. */
  readonly filesRead: ReadonlyMap<string, FileState>;
};

/** This database, for ever: part of the ids that we give. */
export type Instance = { /** A UUID. */ readonly id: string; readonly createdAt: number };

export interface IngestStore {
  /**
   * Makes the stored sources those of the configuration. A source that left keeps its articles and
   * its state; the same id later goes on where it stopped, unless its address changed.
   */
  configure(sources: readonly SourceDefinition[], now: number): Promise<void>;

  /** The configured sources in the order of the configuration. */
  sources(): Promise<readonly SourceState[]>;

  /**
   * In one write transaction: loads what is known, asks `decide`, applies its intent and the poll's
   * record completely or not at all, so that a 304 never hides items that were not stored. `decide`
   * runs inside the transaction, so that two sources with one text cannot both find nothing; it is
   * pure and may be asked again.
   */
  ingest(
    poll: PollRecord,
    lookup: Lookup,
    decide: (known: Known) => IngestIntent,
  ): Promise<IngestIntent>;

  /** Records a poll that brought no articles. */
  recordPoll(poll: PollRecord): Promise<void>;

  /** Moves the next poll of these sources, by id, to a later time. */
  postpone(polls: ReadonlyMap<string, NextPoll>): Promise<void>;
}

/** An article as stored. */
export type StoredArticle = {
  readonly id: string;
  readonly source: EntrySource;
  readonly guid: string | null;
  readonly link: string | null;
  readonly canonicalUrl: string | null;
  readonly title: string;
  readonly summary: string;
  readonly contentHtml: string;
  readonly text: string;
  readonly authors: readonly Author[];
  readonly categories: readonly string[];
  readonly language: string | null;
  readonly rights: string | null;
  readonly republish: Rights;
  readonly image: Image | null;
  readonly enclosures: readonly Enclosure[];
  readonly commentsUrl: string | null;
  readonly publishedAt: number;
  readonly updatedAt: number;
  readonly receivedAt: number;
  readonly derived: readonly DerivedField[];
  readonly removed: readonly RemovedBlock[];
};

/** Another member of a cluster, as far as an entry names it. */
export type StoredCopy = {
  readonly articleId: string;
  readonly source: EntrySource;
  readonly title: string;
  readonly link: string | null;
  readonly canonicalUrl: string | null;
  readonly publishedAt: number;
  readonly why: MemberReason;
};

/** A cluster with the article that is published for it. */
export type StoredEntry = {
  readonly clusterId: string;
  readonly entryId: string;
  readonly enteredAt: number;
  readonly article: StoredArticle;
  readonly copies: readonly StoredCopy[];
};

/** A place in the order of entries: those after it are older. */
export type EntryCursor = { readonly enteredAt: number; readonly clusterId: string };

export type EntryQuery = {
  /** Only texts that one of these sources carries, in that source's copy; empty for all. */
  readonly sources: readonly string[];
  readonly after: EntryCursor | null;
  readonly limit: number;
};

/** A member of a cluster as `offprint clusters` lists it. */
export type ClusterMember = {
  readonly articleId: string;
  readonly sourceId: string;
  readonly guid: string | null;
  readonly link: string | null;
  readonly title: string;
  /** `{ rule: "lead" }` for the lead. */
  readonly why: MemberReason;
};

export type StoredCluster = {
  readonly id: string;
  readonly enteredAt: number;
  readonly members: readonly ClusterMember[];
};

/** A cluster as an editor looks at it. */
export type ClusterTexts = {
  readonly id: string;
  readonly entryId: string;
  /** The lead first, then the earliest first. */
  readonly members: readonly (ClusterMember & { readonly text: string })[];
};

/** What an editor sees of clusters, and does to them. The errors are sentences. */
export interface EditorStore {
  /** The cluster with this id, else the one that the article with this id is in. */
  cluster(id: string): Promise<ClusterTexts | null>;

  /** In one write transaction: loads the clusters of the articles, asks `decide`, applies its intent. */
  edit(
    action: EditorAction,
    decide: (known: Known) => Result<EditorIntent, string>,
    now: number,
  ): Promise<Result<EditorIntent, string>>;

  /** The same for taking back the last such action that was not taken back, whichever article came first. */
  undo(
    action: EditorAction,
    decide: (known: Known, change: EditorChange) => EditorIntent,
    now: number,
  ): Promise<Result<EditorIntent, string>>;
}

export interface PublishStore {
  instance(): Promise<Instance>;

  /** Rises with every change that publishing can see. */
  revision(): Promise<number>;

  /** Newest `enteredAt` first. */
  entries(query: EntryQuery): Promise<readonly StoredEntry[]>;

  /** The article with this id as an entry, also when it does not lead its cluster. */
  article(id: string): Promise<StoredEntry | null>;

  sources(): Promise<readonly SourceState[]>;

  /** Newest first. */
  clusters(query: Omit<EntryQuery, "sources">): Promise<readonly StoredCluster[]>;

  /** What is kept of rendered documents so that their Last-Modified survives a restart. */
  documents(): Promise<readonly DocumentRecord[]>;
  saveDocuments(records: readonly DocumentRecord[]): Promise<void>;
}

/** A pass over sources that a command asks of a running service. */
export type PassRequest = {
  /** Every source, due or not. */
  readonly all: boolean;
  /** Only these; empty for no restriction. */
  readonly sources: readonly string[];
};

/** How commands reach the service on the same database, and the service answers. */
export interface PassRequests<Line> {
  /** @returns the number under which the answer is found. */
  ask(request: PassRequest, now: number): Promise<number>;
  /** The oldest request that nobody has taken. */
  take(): Promise<(PassRequest & { readonly id: number }) | null>;
  answer(id: number, line: Line): Promise<void>;
  finish(id: number): Promise<void>;
  /** Lines from the given position on. */
  read(id: number, from: number): Promise<{ lines: readonly Line[]; isFinished: boolean }>;
  /** Forgets requests older than this. */
  forget(before: number): Promise<void>;
}
