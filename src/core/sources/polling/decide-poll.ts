import type { IngestError } from "../errors.ts";
import type { FeedInfo } from "../feed.ts";
import { NO_HINTS } from "../feed.ts";
import type { SourceState } from "../source-state.ts";
import { decideNextPoll } from "./next-poll.ts";
import type { PollResult } from "./poll-result.ts";
import { addressAfterFailure, addressAfterSuccess, validatorsAfter } from "./source-moves.ts";

export type DecidePollOptions = {
  readonly source: SourceState;
  readonly result: PollResult;
  readonly startedAt: number;
  readonly now: number;
  /** From 0 up to, not including, 1. */
  readonly random: number;
};

/** What is kept of a source after a poll: its health, address, validators and next poll. Pure. */
export function decidePoll(options: DecidePollOptions): SourceState {
  const { source, result, startedAt, now, random } = options;
  const failureCount = result.error === null ? 0 : source.failureCount + 1;
  const next = decideNextPoll({
    startedAt,
    now,
    everyMs: source.definition.everyMs,
    result: result.error === null ? { kind: "ok" } : { kind: "failed", error: result.error },
    freshness: result.server?.freshness ?? null,
    hints: result.feed?.hints ?? source.hints,
    failureCount,
    random,
  });
  const learned = learn(source, result, { failureCount, now });
  return {
    ...source,
    ...learned,
    failureCount,
    // The first ingest lasts until nothing more is to be read, even across a crash.
    firstIngestAt:
      source.firstIngestAt ?? (result.outcome === "ok" && !result.hasMore ? now : null),
    lastPollAt: now,
    lastOutcome: result.outcome,
    lastError: result.error,
    nextPollAt: next.at,
    nextPollReason: learned.stopped ?? next.reason,
  };
}

type Learned = Pick<
  SourceState,
  | "title"
  | "siteUrl"
  | "selfUrl"
  | "feedId"
  | "rights"
  | "feedUrl"
  | "moved"
  | "stopped"
  | "validators"
  | "validatorsAt"
  | "bodyHash"
  | "hints"
>;

function learn(
  source: SourceState,
  result: PollResult,
  { failureCount, now }: { readonly failureCount: number; readonly now: number },
): Learned {
  const { error, server, feed } = result;
  const address =
    error === null ? afterSuccess(source, result) : afterFailure(source, error, failureCount);
  // Validators and body hash hold for one address alone. They are kept when a redirect or a page led to
  // a new address, because that one answered; they go when a learned address is forgotten.
  if (error !== null && address.feedUrl !== source.feedUrl) {
    return { ...source, ...address, ...FORGOTTEN };
  }
  const kept = server === null ? source : validatorsAfter(source, server, now);
  return {
    ...address,
    title: feed?.title ?? source.title,
    siteUrl: feed?.link ?? source.siteUrl,
    ...declaredBy(feed ?? { feedUrl: source.selfUrl, id: source.feedId, rights: source.rights }),
    hints: feed === null ? source.hints : (feed.hints ?? NO_HINTS),
    validators: kept.validators,
    validatorsAt: kept.validatorsAt,
    bodyHash: result.bodyHash ?? source.bodyHash,
  };
}

const declaredBy = ({ feedUrl, id, rights }: Pick<FeedInfo, "feedUrl" | "id" | "rights">) => ({
  selfUrl: feedUrl,
  feedId: id,
  rights,
});

type AddressChange = Pick<SourceState, "feedUrl" | "moved" | "stopped">;

function afterSuccess(source: SourceState, { feedUrl, server }: PollResult): AddressChange {
  const pinned = feedUrl === null ? source : { ...source, feedUrl };
  return { ...addressAfterSuccess(pinned, server?.permanentUrl ?? null), stopped: null };
}

const afterFailure = (
  source: SourceState,
  error: IngestError,
  failureCount: number,
): AddressChange => {
  const { feedUrl, moved, stopped } = addressAfterFailure(source, error, failureCount);
  return { feedUrl, moved, stopped };
};

const FORGOTTEN = {
  validators: { etag: null, lastModified: null },
  validatorsAt: null,
  bodyHash: null,
} as const;
