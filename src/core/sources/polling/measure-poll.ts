import { describeError } from "../describe-error.ts";
import type { NewPoll } from "./poll-history.ts";
import type { PollResult } from "./poll-result.ts";

/** What is remembered of a poll, but for the changes that are counted when it is written. */
export type MeasuredPoll = Omit<NewPoll, "new" | "updated" | "merged">;

export type MeasurePollOptions = {
  readonly result: PollResult;
  readonly startedAt: number;
  readonly now: number;
};

export function measurePoll({ result, startedAt, now }: MeasurePollOptions): MeasuredPoll {
  const { outcome, error, server, failed, warnings } = result;
  const status = error?.kind === "http-status" ? error.status : (server?.status ?? null);
  const reason = error === null ? warnings[0]?.detail : describeError(error);
  return {
    at: now,
    outcome,
    status,
    ms: Math.max(0, Math.round(now - startedAt)),
    bytes: server?.bytes ?? 0,
    items: itemsOf(result),
    failed,
    reason: reason ?? null,
  };
}

/** How many items the document had, those included that could not be read. */
export const itemsOf = ({ listing, drafts, failed }: PollResult): number =>
  (listing?.entries.length ?? drafts.length) + failed;
