import type { DerivedField } from "../../core/articles/article-draft.ts";
import type { Entry, EntrySource } from "../../core/entries/entry.ts";
import type { FeedDefinition } from "../../core/settings/definitions.ts";
import type { PollOutcomeKind } from "../../core/sources/polling/poll-history.ts";
import type { Health } from "../../core/sources/polling/source-health.ts";

/** A feed with what it carries, for people who choose one. */
export type FeedSummary = {
  readonly feed: FeedDefinition;
  readonly entryCount: number;
  /** Average over recent days; `null` while there are too few days to say. */
  readonly entriesPerDay: number | null;
  /** When the newest entry was published; `null` for an empty feed. */
  readonly newestAt: number | null;
  /** BCP 47, the most frequent first. */
  readonly languages: readonly string[];
};

export type FrontModel = {
  readonly feeds: readonly FeedSummary[];
  /** Newest first, a page full. */
  readonly newest: readonly Entry[];
  readonly sourceCount: number;
  /** When something last changed here; `null` before the first article. */
  readonly changedAt: number | null;
};

export type FeedPage = {
  readonly summary: FeedSummary;
  /** In the order of the feed. */
  readonly entries: readonly Entry[];
  /** Of entries that have any, by article: fields that the publisher did not give. Absent where a former version wrote the page. */
  readonly derived?: Readonly<Record<string, readonly DerivedField[]>>;
  /** Entries in the feed by source, most first. */
  readonly sources: readonly SourceCount[];
  readonly changedAt: number | null;
};

export type SourceCount = { readonly source: EntrySource; readonly entryCount: number };

export type ArticlePage = FoundArticle | WithdrawnArticle;

export type FoundArticle = {
  readonly kind: "found";
  readonly entry: Entry;
  /** Whether the text is the desk's own: search engines may index it. */
  readonly isOwn: boolean;
  /** Fields that the publisher did not give, so that the page does not claim them. */
  readonly derived: readonly DerivedField[];
  /** The feeds that the article belongs to, in the order of the configuration. */
  readonly feeds: readonly FeedDefinition[];
};

export type WithdrawnArticle = {
  readonly kind: "withdrawn";
  /** The id that the feeds carried. */
  readonly id: string;
  readonly source: EntrySource;
  readonly withdrawnAt: number;
  /** As the editor gave it, plain text; `null` when none was given. */
  readonly reason: string | null;
};

export type StatusReport = {
  /** Empty when everything is in order. */
  readonly reasons: readonly StatusReason[];
  /** Failing ones first, else in the order of the configuration. */
  readonly sources: readonly SourceStatus[];
  /** When a pass over the due sources last finished; `null` before the first. */
  readonly lastPassAt: number | null;
  /** Nodes that ingest or did within a day, the one that made the last pass first. */
  readonly nodes: readonly NodeStatus[];
  /** `null` where nodes share no configuration, and while none is stored. */
  readonly configuration: SharedConfigurationStatus | null;
  /** `null` where no backup was ever made, and none is due. */
  readonly backup: BackupStatus | null;
};

export type BackupStatus = {
  /** When the last one was made; `null` before the first. So are the other figures. */
  readonly lastAt: number | null;
  readonly bytes: number | null;
  readonly rows: number | null;
  /** Whether there is one that was compared with what was backed up. */
  readonly isVerified: boolean;
  /** When the next is due; `null` without a schedule. */
  readonly nextAt: number | null;
  /** Whether the last is older than the schedule allows. */
  readonly isLate: boolean;
  /** Why the last of the schedule failed, for people. */
  readonly problem: string | null;
};

export type NodeStatus = {
  /** The name of the node. */
  readonly node: string;
  readonly lastPassAt: number;
  /** Whether its next pass is not overdue. */
  readonly works: boolean;
};

/** The configuration that all nodes share, as this one knows it. */
export type SharedConfigurationStatus = {
  readonly revision: number;
  /** The name of the node whose file it is; `null` while nobody owns it. */
  readonly owner: string | null;
  /** The name of a file of this node that says something else, and does not count; else `null`. */
  readonly ignoredFile: string | null;
};

export type StatusReason = {
  readonly kind:
    | "configuration-invalid"
    | "configuration-differs"
    | "database-moved"
    | "database-unreachable"
    | "clock-jumped"
    | "source-failing"
    | "passes-stopped"
    | "publishing-stopped"
    | "store-not-writable"
    | "files-not-written"
    | "backup-late"
    | "not-ready";
  /** Id of the source that the reason is about; `null` when it is about the service. */
  readonly source: string | null;
  /** What happened, why, and what to do. */
  readonly message: string;
};

export type SourceStatus = {
  readonly id: string;
  readonly title: string;
  /** Only `failing` adds a reason to the report. */
  readonly health: Health;
  readonly lastPollAt: number | null;
  readonly lastOutcome: PollOutcomeKind | null;
  /** Why the last poll failed, for people; `null` when it did not. */
  readonly lastError: string | null;
  readonly nextPollAt: number | null;
  readonly nextPollReason: string | null;
};
