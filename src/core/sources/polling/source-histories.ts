import type { PastPoll, SourceDay } from "./poll-history.ts";

/** What is remembered of polls, for people. Days are those of poll-history.ts; those without a poll are missing. */
export interface SourceHistories {
  /** The last polls of a source, the latest first. */
  polls(sourceId: string): Promise<readonly PastPoll[]>;

  /** The days of sources from `from` on, by source id, the earliest first. */
  days(
    sourceIds: readonly string[],
    from: number,
  ): Promise<ReadonlyMap<string, readonly SourceDay[]>>;

  /** The days of all sources from `from` on, added, the earliest first. */
  allDays(from: number): Promise<readonly SourceDay[]>;
}
