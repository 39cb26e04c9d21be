import type { PastPoll, SourceDay } from "./poll-history.ts";

/** Days from one to another, both included, as poll-history.ts counts them. */
export type DaySpan = { readonly from: number; readonly to: number };

/** What is remembered of polls, for people. Days without a poll are missing. */
export interface SourceHistories {
  /** The last polls of a source, the latest first. */
  polls(sourceId: string): Promise<readonly PastPoll[]>;

  /** The days of sources, by source id, the earliest first. */
  days(
    sourceIds: readonly string[],
    span: DaySpan,
  ): Promise<ReadonlyMap<string, readonly SourceDay[]>>;

  /** The days of all sources, added, the earliest first. */
  allDays(span: DaySpan): Promise<readonly SourceDay[]>;
}
