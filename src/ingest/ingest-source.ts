import { type DocumentListing, isRedated } from "../core/articles/listing.ts";
import { type Ids, type IngestIntent, NO_CHANGES } from "../core/intake/ingest-intent.ts";
import { lookupForPoll } from "../core/intake/ingest-lookup.ts";
import type { ClaimedSource, IngestStore } from "../core/intake/ingest-store.ts";
import { addReports, reportOf, type SourceReport } from "../core/intake/source-report.ts";
import { decideAsStored } from "../core/intake/stored-source.ts";
import type { Lease } from "../core/lease.ts";
import { rememberJudgements } from "../core/similarity/remember-judgements.ts";
import type { ReadWarning } from "../core/sources/feed.ts";
import { decidePoll } from "../core/sources/polling/decide-poll.ts";
import { type HostHold, hostHoldOf } from "../core/sources/polling/host-hold.ts";
import { measurePoll } from "../core/sources/polling/measure-poll.ts";
import type { PollResult } from "../core/sources/polling/poll-result.ts";
import type { SourceState } from "../core/sources/source-state.ts";
import { withoutSecrets } from "../core/urls/public-address.ts";
import { type ReadSourceDeps, readSource } from "./read-source.ts";

export type IngestSourceDeps = ReadSourceDeps & {
  readonly store: Pick<IngestStore, "ingest" | "recordPoll">;
  /** Called when the source's host asked everyone to stay away. */
  readonly onHold: (hold: HostHold) => Promise<void>;
  readonly ids: Ids;
  readonly now: () => number;
  /** 0 to 1. */
  readonly random: () => number;
};

/**
 * Polls one source under its lease and stores what changed: read, decide, write. `null` when the lease was lost: another
 * process polls the source, and nothing more is written.
 *
 * A source that is down or malformed is an ordinary result, recorded on the source. This function
 * rejects only when storage is broken or the code is wrong.
 */
export async function ingestSource(
  { source, lease }: ClaimedSource,
  deps: IngestSourceDeps,
): Promise<SourceReport | null> {
  const startedAt = deps.now();
  let state = source;
  for (let report: SourceReport | null = null; ; ) {
    const partStartedAt = deps.now();
    const read = await readSource(state, deps);
    const found = { result: read, startedAt, partStartedAt, lease };
    const { result, written } = await writeFound(state, found, deps);
    await hold(result, deps);
    if (written === null) return null;
    const told = { ...result, warnings: [...result.warnings, ...adopted(state, written.state)] };
    const part = reportOf(source.definition.id, told, written.intent, deps.now() - startedAt);
    report = report === null ? part : addReports(report, part);
    if (!result.hasMore) return report;
    state = { ...written.state, files: written.files };
  }
}

async function hold({ error, failedUrl }: PollResult, deps: IngestSourceDeps): Promise<void> {
  if (error === null || failedUrl === null) return;
  const asked = hostHoldOf(failedUrl, error, deps.now());
  if (asked !== null) await deps.onHold(asked);
}

/** Warns when lasting redirects have replaced the configured address. */
function adopted(before: SourceState, after: SourceState): readonly ReadWarning[] {
  const { moved } = before;
  if (moved === null || after.feedUrl !== moved.url || before.feedUrl === moved.url) return [];
  const address = withoutSecrets(moved.url);
  const detail = `the source has moved for good and is polled at ${address} from now on: put that into the configuration`;
  return [{ kind: "moved", detail }];
}

type PollFound = {
  readonly result: PollResult;
  readonly startedAt: number;
  /** A folder may be read in parts. */
  readonly partStartedAt: number;
  readonly lease: Lease;
};

type Written = {
  readonly intent: IngestIntent | null;
  readonly state: SourceState;
  readonly files: SourceState["files"];
};

/** Writes what a poll found. Where it cannot be decided without the items that were recognised, all of them are drafted. */
async function writeFound(
  source: SourceState,
  found: PollFound,
  deps: IngestSourceDeps,
): Promise<{ readonly result: PollResult; readonly written: Written | null }> {
  const { result } = found;
  const written = await write(source, found, deps);
  if (result.readWhole === null || !written?.intent?.wantsWhole) return { result, written };
  const whole = await result.readWhole();
  return { result: whole, written: await write(source, { ...found, result: whole }, deps) };
}

/** `null` when the lease was lost. */
async function write(
  source: SourceState,
  { result, startedAt, partStartedAt, lease }: PollFound,
  deps: IngestSourceDeps,
): Promise<Written | null> {
  const now = deps.now();
  const state = decidePoll({ source, result, startedAt, now, random: deps.random() });
  const { drafts, listing, filesTried } = result;
  const files = triedIn(source, filesTried);
  const isClockRight = result.server?.confirmsClock ?? false;
  const measured = measurePoll({ result, startedAt: partStartedAt, now });
  const record = { lease, isOver: !result.hasMore, state, measured, filesTried, isClockRight };
  if (drafts.length === 0 && !bringsDates(listing)) {
    const isRecorded = await deps.store.recordPoll(record);
    const intent = listing && { ...NO_CHANGES, counts: countsOf(listing) };
    return isRecorded ? { intent, state, files } : null;
  }
  const found = { drafts, listing };
  const lookup = lookupForPoll(found, (key) => deps.ids.articleId(source.definition.id, key));
  const options = { mode: "poll", source, ...found, ids: deps.ids, now } as const;
  const judge = rememberJudgements();
  const intent = await deps.store.ingest(record, lookup, (known, stored) =>
    decideAsStored({ ...options, judge }, known, stored),
  );
  return intent && { intent, state, files };
}

/** Whether a recognised item has another date. */
const bringsDates = (listing: DocumentListing | null): boolean =>
  listing?.entries.some(
    ({ stamp, found }) => "listed" in found && isRedated(found.listed, stamp),
  ) ?? false;

const countsOf = ({ entries }: DocumentListing): IngestIntent["counts"] => ({
  ...NO_CHANGES.counts,
  unchanged: entries.length,
});

/** The files without their waits: a file that could not be read is not tried again in this poll. */
function triedIn(source: SourceState, tried: PollResult["filesTried"]): SourceState["files"] {
  if (tried.size === 0) return source.files;
  const files = new Map(source.files);
  for (const [name, file] of tried) {
    if (file === null) files.delete(name);
    else files.set(name, { bytes: file.bytes, changedAt: file.changedAt });
  }
  return files;
}
