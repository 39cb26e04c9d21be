import type { Known, Lookup } from "./articles/known.ts";
import type { MemberReason } from "./entries/entry.ts";
import type { StoredArticle, StoredCopy } from "./entries/stored-article.ts";
import type { Withdrawal } from "./entries/withdrawal.ts";
import type { IngestIntent, RevisionExtent } from "./intake/ingest-intent.ts";
import type { SourceDefinition } from "./settings/definitions.ts";
import type { ConfigurationIntent, KnownSource } from "./sources/configuring.ts";
import type { NextPoll } from "./sources/polling/poll-time.ts";
import type { KnownFile, SourceState, StoredSource } from "./sources/source-state.ts";

/**
 * Storage, by use case. Every method is one transaction; there is no open-ended `withTransaction`.
 * A method rejects only when storage is broken (disk full, file gone): a Result would tempt to go on.
 */

/** What one poll changes about its source. */
export type PollRecord = {
  readonly state: SourceState;
  /** Files of a drop folder that this poll tried to read, by name; `null` for what is to be forgotten. */
  readonly filesTried: ReadonlyMap<string, KnownFile | null>;
  /** The publisher's clock agreed with ours: what is stored as of later than now is of a wrong one (future-dates.ts). */
  readonly isClockRight?: boolean;
};

/** This database, for ever: part of the ids that we give. */
export type Instance = { /** A UUID. */ readonly id: string; readonly createdAt: number };

/** Is shown what is known, and the source as it is stored now; `null` when that is not known. */
export type Decide = (known: Known, stored: StoredSource | null) => IngestIntent;

export interface IngestStore {
  /**
   * Makes the stored sources those of the configuration. A source that left keeps its articles and
   * its state; the same id later goes on where it stopped, unless its address changed.
   */
  configure(
    decide: (stored: readonly KnownSource[]) => ConfigurationIntent,
    now: number,
  ): Promise<void>;

  /** The configured sources in the order of the configuration. */
  sources(): Promise<readonly SourceState[]>;

  /**
   * In one write transaction: loads what is known, asks `decide`, applies its intent and the poll's
   * record completely or not at all, so that a 304 never hides items that were not stored. `decide`
   * runs inside the transaction, so that two sources with one text cannot both find nothing; it is
   * pure and may be asked again.
   */
  ingest(poll: PollRecord, lookup: Lookup, decide: Decide): Promise<IngestIntent>;

  /** Records a poll that brought no articles. Like `ingest`, under the definition that is stored (stored-source.ts). */
  recordPoll(poll: PollRecord): Promise<void>;

  /** Moves the next poll of these sources, by id, to a later time. */
  postpone(polls: ReadonlyMap<string, NextPoll>): Promise<void>;

  /** What the source repeats in its articles, as keys (core/cleanup/repeated.ts), and lines common to sources (core/cleanup/common-lines.ts). */
  repeatedBlocks(sourceId: string): Promise<RepeatedBlocks>;
}

export type RepeatedBlocks = {
  /** Carried by one of its last articles, or common now. */
  readonly active: readonly string[];
  /** Not any more; articles from then still carry them. */
  readonly retired: readonly string[];
};

/** An article as it was received, to be drafted again. */
export type ReceivedArticle = {
  readonly articleId: string;
  readonly key: string;
  readonly sourceId: string;
  /** `Received`, as JSON. */
  readonly raw: string;
  /** Lines that an editor wants to stay in it. */
  readonly keptLines: readonly string[];
};

export type ReceivedQuery = {
  /** `null` for all. */
  readonly sourceId: string | null;
  /** Only these; `null` for all. */
  readonly articleIds: readonly string[] | null;
  /** Id of the last article of the page before. */
  readonly after: string | null;
  readonly limit: number;
};

export type RevisionRequest = {
  readonly sourceId: string;
  readonly extent: RevisionExtent;
};

/** Articles of one source that were drafted again. */
export type Revision = {
  readonly sourceId: string;
  /** What the drafts were made from. */
  readonly received: readonly ReceivedArticle[];
  readonly now: number;
};

/** Articles that are drafted again from what was received: ids, dates and clusters stay. */
export interface RevisionStore {
  /** Every source that was ever configured, as it last was; `null` when that is not known any more. */
  definitions(): Promise<ReadonlyMap<string, SourceDefinition | null>>;
  /** In the order of their ids. */
  received(query: ReceivedQuery): Promise<readonly ReceivedArticle[]>;
  count(sourceId: string | null): Promise<number>;
  /** Ids of the source's last articles that repeated blocks are learnt from, and of those of which an editor keeps lines. */
  recent(sourceId: string): Promise<readonly string[]>;

  /**
   * In one write transaction, like IngestStore.ingest. Of `received`, what was drafted again, those
   * that changed since they were read are `known.stale`: nothing is decided for them.
   */
  revise(revision: Revision, decide: Decide): Promise<IngestIntent>;

  /** Orders that wait, or are carried out: a repeated block was learnt, or the cleanup of a source was configured anew. */
  wanted(): Promise<readonly RevisionRequest[]>;

  /** Lines that an editor wants to stay in an article from now on; the article is drafted again by the caller. */
  keepLines(articleId: string, lines: readonly string[], now: number): Promise<void>;
  /** @returns whether there was anything to take back. */
  forgetKeptLines(articleId: string): Promise<boolean>;
}

/** A page that is due. */
export type DuePage = {
  readonly articleId: string;
  readonly url: string;
  /** `false` when only the item changed where its page does not matter: the kept page serves. */
  readonly mustFetch: boolean;
};

/** A page to be fetched for an article, with what is needed to draft the article. */
export type PageJob = DuePage & {
  /** Of its article, within the source. */
  readonly key: string;
  readonly sourceId: string;
  readonly attempts: number;
  /** `Received` of the item as it was last polled, as JSON, with the page that is kept, if any. */
  readonly raw: string;
  readonly keptLines: readonly string[];
};

/** What became of an attempt that brought no page. */
export type PageFailure = {
  /** For people. */
  readonly reason: string;
  /** When to try again; `null` never, until the item changes. */
  readonly nextAt: number | null;
};

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
export interface PageQueue {
  /** What is due: the newest article of each source, then the second of each; the newest of them first. */
  due(now: number, limit: number): Promise<readonly DuePage[]>;
  /** The job of an article that waits; `null` when none does any more. */
  load(articleId: string): Promise<PageJob | null>;
  /** When the next job is due; `null` when none waits. */
  nextAt(): Promise<number | null>;
  /** How many wait, due or not. */
  count(): Promise<number>;
  /**
   * In one write transaction, like IngestStore.ingest; the job is done, or waits for another attempt to have the rest, and its
   * article is held back no longer.
   * Nothing happens, and `decide` is not asked, when the item has changed since the job was read: another job waits.
   */
  complete(completion: Completion, decide: Decide): Promise<IngestIntent>;
  /**
   * The article is held back no longer when nothing more is to be tried soon. Like `complete` it does nothing
   * when the item has changed. A changed item is lost with its last attempt: complete it with the page that is kept.
   */
  fail(job: PageJob, failure: PageFailure, now: number): Promise<void>;
  /** Publishes as they are the articles that were held back long enough. @returns how many. */
  release(now: number): Promise<number>;
}

/** A file that is to be looked at: its type is not known (core/completing/file-looks.ts). */
export type DueFile = {
  readonly url: string;
  /** A source that has it in an article. */
  readonly sourceId: string;
  /** Looks that failed. */
  readonly attempts: number;
};

/** Files of articles whose type is asked of their servers, each once, whichever articles have it. */
export interface FileLooks {
  /** What is due, of each source in turn. */
  due(now: number, limit: number): Promise<readonly DueFile[]>;
  /** When the next look is due; `null` when none waits. */
  nextAt(): Promise<number | null>;
  /** What a look told, `null` for nothing, is kept; what is published with the file changes, and no date of it does. */
  told(url: string, type: string | null, now: number): Promise<void>;
  /** It is tried again then, `null` for never. */
  fail(url: string, nextAt: number | null): Promise<void>;
}

/** A cluster with the article that is published for it. */
export type StoredEntry = {
  readonly clusterId: string;
  readonly entryId: string;
  readonly enteredAt: number;
  /** `null` while it is published. */
  readonly withdrawal: Withdrawal | null;
  /** Of the entry, whichever of its copies is shown (entry-dates.ts). */
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

export interface PublishStore {
  instance(): Promise<Instance>;

  /** Rises with every change that publishing can see. */
  revision(): Promise<number>;

  /** Newest `enteredAt` first. */
  entries(query: EntryQuery): Promise<readonly StoredEntry[]>;

  /** The article with this id as an entry, also when it does not lead its cluster; `null` while all of that is held back. */
  article(id: string, options?: Pick<EntryQuery, "withHeld">): Promise<StoredEntry | null>;

  sources(): Promise<readonly SourceState[]>;

  /** Newest first, with what is held back. */
  clusters(query: Pick<EntryQuery, "after" | "limit">): Promise<readonly StoredCluster[]>;
}
