import { setTimeout as sleep } from "node:timers/promises";
import { readFolder } from "../../adapters/drop-folder/read-folder.ts";
import type { Log } from "../../adapters/log.ts";
import { isFeedOf } from "../../core/entries/addresses.ts";
import type { ClaimedSource } from "../../core/intake/ingest-store.ts";
import type { SourceReport } from "../../core/intake/source-report.ts";
import { LEASE_MS } from "../../core/lease.ts";
import type { SourceDefinition } from "../../core/settings/definitions.ts";
import { isDue } from "../../core/sources/polling/next-poll.ts";
import { whileHeldOrFailed } from "../../core/while-held.ts";
import { hostOfSource } from "../../ingest/host-holds.ts";
import { type IngestSourceDeps, ingestSource } from "../../ingest/ingest-source.ts";
import { createPoller, type Poller } from "../../ingest/poll-due-sources.ts";
import type { DraftDocument } from "../../ingest/ports.ts";
import type { Completing, CompletingDeps } from "./completing.ts";
import { createDraftSlots, type DraftSlot } from "./draft-slots.ts";

export type PollingDeps = Pick<
  CompletingDeps,
  "store" | "gate" | "ids" | "holds" | "turns" | "current" | "fetchDocument" | "log"
> & {
  /** Whether this node polls a source; `undefined`: it polls all. */
  readonly isHere: ((source: SourceDefinition) => boolean) | undefined;
  readonly draftDocument: DraftDocument;
  /** Works on what polls found. */
  readonly completing: Pick<Completing, "polled">;
};

/**
 * Polls for each request that the fetcher allows in flight: some polls wait for one slow host while
 * others go on.
 */
const POLLS_PER_FETCH = 4;

/**
 * Polls that hold drafts at once: one that is stuck while another is read, one that is being
 * written, and one so that neither waits for the other. More gain no time, and each holds up to a whole feed.
 */
const DRAFTING = 4;

/** Polls sources under the settings in force when each poll begins, and logs every outcome. */
export function createPolling(deps: PollingDeps): Poller {
  const { store, gate, holds, turns, current, isHere = () => true } = deps;
  const { concurrency, perHost } = current().ingest;
  const slotOf = createDraftSlots(DRAFTING);
  return createPoller({
    sources: async () => (await store.sources()).filter(({ definition }) => isHere(definition)),
    isDue: (source) => isDue(source, Date.now()),
    isHeld: (source) => holds.isSourceHeld(source, Date.now()),
    turns,
    hostOf: hostOfSource,
    limits: { concurrency: POLLS_PER_FETCH * concurrency, perHost },
    pause: sleep,
    claim: (id, isWanted) => gate.store.claim({ id, isWanted, forMs: LEASE_MS }),
    ingestSource(claimed) {
      const slot = slotOf();
      return poll(deps, claimed, slot).finally(slot.release);
    },
  });
}

async function poll(
  deps: PollingDeps,
  claimed: ClaimedSource,
  slot: DraftSlot,
): Promise<SourceReport | null> {
  const { log, gate } = deps;
  const onProblem = (cause: unknown): void =>
    log.error({ err: cause }, "the lease of a source could not be renewed");
  const report = await whileHeldOrFailed(claimed.lease, { leases: gate.store, onProblem }, () =>
    ingestSource(claimed, ingestDeps(deps, slot)),
  );
  if (report === null) {
    log.warn({ source: claimed.lease.id }, "a poll took too long: another has taken its place");
    return null;
  }
  logReport(log, report);
  if (report.outcome === "ok") deps.completing.polled();
  return report;
}

function ingestDeps(deps: PollingDeps, slot: DraftSlot): IngestSourceDeps {
  const { gate, ids, draftDocument, fetchDocument, holds } = deps;
  const config = deps.current();
  const { items, bodyBytes } = config.ingest.limits;
  return {
    store: releasing(gate.store, slot),
    ids,
    async draftDocument(document) {
      await slot.take();
      return draftDocument(document);
    },
    items,
    onHold: holds.add,
    fetchDocument,
    readFolder: (folder, known) => readFolder(folder, known, { bodyBytes, now: Date.now, sleep }),
    isOwnFeed: (url) => isFeedOf(config.site.url, url),
    now: Date.now,
    random: Math.random,
  };
}

/** Gives the slot back when the drafts are stored. */
const releasing = (
  { ingest, recordPoll }: PollingDeps["gate"]["store"],
  { release }: DraftSlot,
): IngestSourceDeps["store"] => ({
  ingest: (...drafts) => ingest(...drafts).finally(release),
  recordPoll: (poll) => recordPoll(poll).finally(release),
});

/** Logs every outcome except `unchanged` without warnings, which is the rule. */
function logReport(log: Log, report: SourceReport): void {
  const { ms: durationMs, ...fields } = report;
  if (report.outcome === "failed") log.warn({ ...fields, durationMs }, "poll failed");
  else if (report.outcome === "ok" || report.warnings)
    log.info({ ...fields, durationMs }, "polled");
}
