import type { ClaimedSource } from "../core/intake/ingest-store.ts";
import type { SourceReport } from "../core/intake/source-report.ts";
import type { PassScope } from "../core/orders/order.ts";
import { withoutFileWaits } from "../core/sources/polling/file-retry.ts";
import {
  createHostSchedule,
  type HostSchedule,
  type HostScheduleOptions,
} from "../core/sources/polling/host-schedule.ts";
import type { SourceState } from "../core/sources/source-state.ts";
import type { HostTurns } from "./host-turns.ts";
import { createHostWaits, type HostWaits, LOOK_MS } from "./host-waits.ts";

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
  const lines: PollLines = { ...createHostSchedule(deps.limits), waits: createHostWaits(deps) };

  /** `null` when nothing was polled: the host is held and no order insists, or the source is no longer wanted. */
  const poll = (source: SourceState, scope: PassScope | null): Promise<SourceReport | null> => {
    const { id } = source.definition;
    const running = underWay.get(id);
    if (running !== undefined) {
      return scope === null ? running : running.then((report) => report ?? poll(source, scope));
    }
    const started = pollInLine(source, scope, { deps, lines }).finally(() => underWay.delete(id));
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

type PollLines = Pick<HostSchedule, "inLine"> & { readonly waits: HostWaits };

/** Why a source could not be polled yet: another process asks its host, or polls it. */
type TakenElsewhere = "host-taken" | "source-taken";

/**
 * Polls a source when its turn has come. A tick leaves what another process has to that process, which ticks as well. An order
 * waits for it without a place in the line; where that process does not come to an end with the host, the order asks it all the same.
 */
async function pollInLine(
  source: SourceState,
  scope: PassScope | null,
  { deps, lines: { inLine, waits } }: { readonly deps: PollDeps; readonly lines: PollLines },
): Promise<SourceReport | null> {
  const host = deps.hostOf(source);
  if (scope === null) {
    const polled = await inLine(host, () => pollNow(source, { scope, mustBeOurs: true }, deps));
    return isTaken(polled) ? null : polled;
  }
  const leave = waits.join(host);
  try {
    for (;;) {
      const attempt = (): ReturnType<typeof pollNow> =>
        pollNow(source, { scope, mustBeOurs: !waits.isOver(host) }, deps);
      const polled = await inLine(host, attempt);
      if (!isTaken(polled)) return polled;
      if (polled === "host-taken" && host !== null) await waits.wait(host);
      else await deps.pause(LOOK_MS);
    }
  } finally {
    leave();
  }
}

const isTaken = (polled: SourceReport | TakenElsewhere | null): polled is TakenElsewhere =>
  typeof polled === "string";

/** `mustBeOurs`: whether the host is asked only when it is this process's turn there. */
type PollAttempt = { readonly scope: PassScope | null; readonly mustBeOurs: boolean };

async function pollNow(
  source: SourceState,
  { scope, mustBeOurs }: PollAttempt,
  deps: PollDeps,
): Promise<SourceReport | TakenElsewhere | null> {
  const host = deps.hostOf(source);
  const isOurs = await mayEnter(host, scope, deps.turns);
  if (!isOurs && mustBeOurs) return "host-taken";
  try {
    return await pollAsStored(source, scope, deps);
  } finally {
    if (isOurs) deps.turns.leave(host, 0);
  }
}

/** A tick does not ask again for a host that another process had a moment ago. */
const mayEnter = async (
  host: string | null,
  scope: PassScope | null,
  turns: PollDeps["turns"],
): Promise<boolean> =>
  (scope !== null || host === null || !turns.isOthers(host)) && turns.enter(host);

/** Checks hold and source again: both may have changed while it waited. */
async function pollAsStored(
  source: SourceState,
  scope: PassScope | null,
  deps: PollDeps,
): Promise<SourceReport | TakenElsewhere | null> {
  const isForced = scope !== null && (scope.all || scope.sources.length > 0);
  if (!isForced && (await deps.isHeld(source))) return null;
  const { id } = source.definition;
  const claimed = await deps.claim(id, (now) => isChosen(now, scope, deps));
  if (claimed === "busy") return "source-taken";
  if (claimed === null) return null;
  return deps.ingestSource(
    isForced ? { ...claimed, source: withoutFileWaits(claimed.source) } : claimed,
  );
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
