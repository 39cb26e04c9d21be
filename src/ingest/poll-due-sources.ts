import type { ClaimedSource } from "../core/intake/ingest-store.ts";
import type { SourceReport } from "../core/intake/source-report.ts";
import { LEASE_MS } from "../core/lease.ts";
import type { PassScope } from "../core/orders/order.ts";
import { withoutFileWaits } from "../core/sources/polling/file-retry.ts";
import {
  createHostSchedule,
  type HostScheduleOptions,
} from "../core/sources/polling/host-schedule.ts";
import type { SourceState } from "../core/sources/source-state.ts";
import type { HostTurns } from "./host-turns.ts";

export type PollDeps = {
  /** The configured sources. */
  readonly sources: () => Promise<readonly SourceState[]>;
  readonly isDue: (source: SourceState) => boolean;
  /** Leases a source for one poll if `isWanted` accepts its stored state; `null` if not, `busy` if another process polls it. */
  readonly claim: (
    id: string,
    isWanted: (source: SourceState) => boolean,
  ) => Promise<ClaimedSource | "busy" | null>;
  readonly pause: (ms: number) => Promise<unknown>;
  /** Polls a source under its lease; `null` when the lease was lost. */
  readonly ingestSource: (claimed: ClaimedSource) => Promise<SourceReport | null>;
  /** Whether its host asked everyone to stay away, perhaps since the pass began: it is not polled then. */
  readonly isHeld: (source: SourceState) => Promise<boolean>;
  /** Whose turn it is to ask a host. */
  readonly turns: Pick<HostTurns, "enter" | "leave" | "isOthers">;
  /** Host that a poll asks; `null` for a folder. */
  readonly hostOf: (source: SourceState) => string | null;
  /** Sources in work at once. */
  readonly limits: Pick<HostScheduleOptions, "concurrency" | "perHost">;
};

export type Pass = {
  /** Sources that this pass polls. */
  readonly count: number;
  /** Resolves when all are done; rejects when storage is broken, after the rest has been tried. */
  readonly done: Promise<void>;
};

export type Poller = {
  /**
   * Begins a pass over the due sources, or those asked for. A source that is being polled is not
   * polled twice: the pass waits for the poll under way and reports it.
   */
  start(scope: PassScope | null, onReport: (report: SourceReport) => void): Promise<Pass>;
  /** How many sources are being polled or wait for their turn. */
  busy(): number;
};

/** Polls sources, each at most once at a time, a bounded number of them together. */
export function createPoller(deps: PollDeps): Poller {
  const underWay = new Map<string, Promise<SourceReport | null>>();
  const { inLine } = createHostSchedule(deps.limits);

  /** `null` when nothing was polled: the host is held and no order insists, or the source is no longer wanted. */
  const poll = (source: SourceState, scope: PassScope | null): Promise<SourceReport | null> => {
    const { id } = source.definition;
    const running = underWay.get(id);
    if (running !== undefined) {
      return scope === null ? running : running.then((report) => report ?? poll(source, scope));
    }
    const started = inLine(deps.hostOf(source), () => pollNow(source, scope, deps)).finally(() =>
      underWay.delete(id),
    );
    underWay.set(id, started);
    return started;
  };

  return {
    async start(scope, onReport) {
      const chosen = (await deps.sources()).filter((source) => isChosen(source, scope, deps));
      // A tick leaves out sources whose poll is under way; an order waits for that poll.
      const fresh = chosen.filter(
        ({ definition }) => scope !== null || !underWay.has(definition.id),
      );
      const polls = fresh.map(async (source) => {
        const report = await poll(source, scope);
        if (report !== null) onReport(report);
      });
      return { count: polls.length, done: settle(polls) };
    },
    busy: () => underWay.size,
  };
}

/** Polls a source whose turn has come, when it is this process's turn at its host, too. */
async function pollNow(
  source: SourceState,
  scope: PassScope | null,
  deps: PollDeps,
): Promise<SourceReport | null> {
  const host = deps.hostOf(source);
  const isOurs = await enterInTime(host, scope, deps);
  if (!isOurs && scope === null) return null;
  try {
    return await pollAsStored(source, scope, deps);
  } finally {
    if (isOurs) deps.turns.leave(host, 0);
  }
}

/** Checks hold and source again: both may have changed while it waited. */
async function pollAsStored(
  source: SourceState,
  scope: PassScope | null,
  deps: PollDeps,
): Promise<SourceReport | null> {
  const isForced = scope !== null && (scope.all || scope.sources.length > 0);
  if (!isForced && (await deps.isHeld(source))) return null;
  const claimed = await claimInTime(source, scope, deps);
  if (claimed === null) return null;
  return deps.ingestSource(
    isForced ? { ...claimed, source: withoutFileWaits(claimed.source) } : claimed,
  );
}

/**
 * A tick leaves a host to the process that asks it, which ticks as well. An order waits; where that process has work for the
 * host that does not end, one request more does not hurt.
 */
async function enterInTime(
  host: string | null,
  scope: PassScope | null,
  { turns, pause }: Pick<PollDeps, "turns" | "pause">,
): Promise<boolean> {
  if (scope === null) return (host === null || !turns.isOthers(host)) && turns.enter(host);
  for (let waitedMs = 0; waitedMs < LEASE_MS; waitedMs += LOOK_MS) {
    if (await turns.enter(host)) return true;
    await pause(LOOK_MS);
  }
  return false;
}

const LOOK_MS = 250;

/** A tick leaves a source to the process that polls it; an order waits until that poll is over, or its lease ran out. */
async function claimInTime(
  { definition: { id } }: SourceState,
  scope: PassScope | null,
  { claim, pause, ...deps }: PollDeps,
): Promise<ClaimedSource | null> {
  for (;;) {
    const claimed = await claim(id, (now) => isChosen(now, scope, deps));
    if (claimed !== "busy") return claimed;
    if (scope === null) return null;
    await pause(LOOK_MS);
  }
}

function isChosen(
  source: SourceState,
  scope: PassScope | null,
  deps: Pick<PollDeps, "isDue">,
): boolean {
  const { id, paused } = source.definition;
  if (paused) return false;
  if (scope === null) return deps.isDue(source);
  const isAsked = scope.sources.length === 0 || scope.sources.includes(id);
  return isAsked && (scope.all || scope.sources.length > 0 || deps.isDue(source));
}

/** Waits for all, then fails with the first failure: one broken write must not stop the other sources. */
async function settle(polls: readonly Promise<void>[]): Promise<void> {
  const results = await Promise.allSettled(polls);
  const failure = results.find((result) => result.status === "rejected");
  if (failure) throw failure.reason;
}
