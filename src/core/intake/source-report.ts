import { describeError } from "../sources/describe-error.ts";
import type { ReadWarning } from "../sources/feed.ts";
import { itemsOf } from "../sources/polling/measure-poll.ts";
import type { PollOutcomeKind } from "../sources/polling/poll-history.ts";
import type { PollResult } from "../sources/polling/poll-result.ts";
import type { IngestIntent } from "./ingest-intent.ts";

/** One line of `offprint ingest --json`: what a poll of a source came to. Public (contract §2). */
export type SourceReport = {
  readonly source: string;
  readonly outcome: PollOutcomeKind;
  /** Requests made. */
  readonly fetched: number;
  readonly items: number;
  /** Includes `merged`. */
  readonly new: number;
  readonly updated: number;
  readonly unchanged: number;
  readonly merged: number;
  readonly failed: number;
  readonly ms: number;
  /** Only when the outcome is `failed`. */
  readonly error?: { readonly kind: string; readonly message: string };
  /** What was wrong with single items or files; the first few. */
  readonly warnings?: readonly ReadWarning[];
};

const MAX_WARNINGS = 20;

export function reportOf(
  source: string,
  result: PollResult,
  intent: IngestIntent | null,
  ms: number,
): SourceReport {
  const counts = intent?.counts ?? { new: 0, updated: 0, unchanged: 0, merged: 0 };
  const { outcome, error, requests, failed, warnings } = result;
  return {
    source,
    outcome,
    fetched: requests,
    items: itemsOf(result),
    ...counts,
    failed,
    ms: Math.round(ms),
    ...(error === null ? {} : { error: { kind: error.kind, message: describeError(error) } }),
    ...(warnings.length === 0 ? {} : { warnings: warnings.slice(0, MAX_WARNINGS) }),
  };
}

/** The report of a poll that came in parts: the counts are added, and the last outcome that is not `unchanged` counts. */
export function addReports(first: SourceReport, next: SourceReport): SourceReport {
  const warnings = [...(first.warnings ?? []), ...(next.warnings ?? [])].slice(0, MAX_WARNINGS);
  return {
    ...first,
    ...next,
    outcome: next.outcome === "unchanged" ? first.outcome : next.outcome,
    fetched: first.fetched + next.fetched,
    items: first.items + next.items,
    new: first.new + next.new,
    updated: first.updated + next.updated,
    unchanged: first.unchanged + next.unchanged,
    merged: first.merged + next.merged,
    failed: first.failed + next.failed,
    ...(warnings.length === 0 ? {} : { warnings }),
  };
}
