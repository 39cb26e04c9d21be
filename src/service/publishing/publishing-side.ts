import type { Holds } from "../../adapters/store/articles/held-articles.ts";
import { PUBLISHER, type PublicationStore } from "../../core/entries/publication.ts";
import type { Lease, Leases } from "../../core/lease.ts";
import { keepHeld } from "../../core/while-held.ts";
import type { Publisher } from "../../publish/feeds/publish-feeds.ts";
import type { PublishOrder } from "./publish-order.ts";
import { turnKeyOf } from "./turn-key.ts";

export type PublishingSideDeps = {
  readonly leases: Leases;
  /** The name of this process, for people. */
  readonly holder: string;
  /** The stores that write under a lease. */
  readonly storesOf: (lease: Lease) => {
    readonly publications: Pick<PublicationStore, "forget" | "noteTurn">;
    readonly publisher: Publisher;
  };
  readonly holds: Holds;
  /** Changes with each commit of another connection. */
  readonly dataVersion: () => Promise<number>;
  /** Rises with each change that publishing can see. */
  readonly revision: () => Promise<number>;
  readonly now: () => number;
  /** Called when the end of a hold could not be stored: it is tried again. */
  readonly onUnsaved: (cause: unknown) => void;
  readonly onStandingBy: () => void;
  /** Called when this process has the lease from now on. */
  readonly onPublishing?: () => void;
};

export type PublishingSide = {
  /** Publishes what changed, if this process has the lease. @returns the milliseconds until the next look. */
  readonly turn: () => Promise<number>;
  readonly follow: (order: PublishOrder) => void;
  /** Gives the lease back. */
  readonly close: () => Promise<void>;
};

/** Time between looks at the store; a look costs one small query. */
const LOOK_MS = 200;
/** Least time between two publications, however often a feed changes. */
const BETWEEN_MS = 1000;
/** Within this time another process replaces a publisher that died. */
const LEASE_MS = 10_000;
const STANDBY_MS = 1000;
/** Pause after the end of a hold, or an archive, could not be stored. */
const RETRY_MS = 10_000;
const DAY_MS = 24 * 60 * 60 * 1000;
/** How long the log is kept: a follower that comes back later reads the newest of each document, like a new one. */
const PUBLICATIONS_MS = 7 * DAY_MS;
/** How long changes are kept: a client that asks for older ones must begin anew. */
const CHANGES_MS = 90 * DAY_MS;

type Held = ReturnType<PublishingSideDeps["storesOf"]> & {
  readonly lease: Lease;
  readonly stopRenewing: () => void;
};

type PublishingState = {
  readonly deps: PublishingSideDeps;
  order: PublishOrder;
  held: Held | null;
  isStandingBy: boolean;
  /** Whether to publish even if the store did not change. */
  isStale: boolean;
  /** Whether an archive has more to take in: the next turn follows at once. */
  isBehind: boolean;
  /** When to try again to store an archive that could not be stored; `null` when all are stored. */
  retryAt: number | null;
  /** When the next hold ends, as of the last look; `null` when nothing is held. */
  holdEndsAt: number | null;
  /** The store at the last look. */
  seen: { readonly version: number; readonly revision: number };
  publishedAt: number;
  forgotAt: number;
};

/** Renders the feeds whenever the store or the configuration changed. One process at a time does; the others stand by. */
export function createPublishingSide(
  order: PublishOrder,
  deps: PublishingSideDeps,
): PublishingSide {
  const state: PublishingState = {
    deps,
    order,
    held: null,
    isStandingBy: false,
    isStale: true,
    isBehind: false,
    retryAt: null,
    holdEndsAt: null,
    seen: { version: -1, revision: -1 },
    publishedAt: 0,
    forgotAt: 0,
  };
  return {
    async turn() {
      const held = state.held ?? (await take(state));
      return held === null ? STANDBY_MS : look(state, held);
    },
    follow(next) {
      state.order = next;
      state.isStale = true;
    },
    close: () => giveBack(state),
  };
}

async function take(state: PublishingState): Promise<Held | null> {
  const { leases, holder, storesOf, onStandingBy, onPublishing } = state.deps;
  const lease = await leases.take(PUBLISHER, holder, LEASE_MS);
  if (lease === null) {
    if (!state.isStandingBy) onStandingBy();
    state.isStandingBy = true;
    return null;
  }
  const stopRenewing = keepHeld(lease, {
    leases,
    forMs: LEASE_MS,
    // The store refuses writes without the lease in any case.
    onLost: () => letGoOf(state, lease),
    onProblem: () => {}, // the next turn meets the same storage, and reports it
  });
  state.held = { ...storesOf(lease), lease, stopRenewing };
  state.isStandingBy = false;
  state.isStale = true;
  onPublishing?.();
  return state.held;
}

async function giveBack(state: PublishingState): Promise<void> {
  const lease = state.held?.lease;
  if (lease === undefined) return;
  letGoOf(state, lease);
  await state.deps.leases.release(lease);
}

function letGoOf(state: PublishingState, lease: Lease): void {
  if (state.held?.lease !== lease) return;
  state.held.stopRenewing();
  state.held = null;
}

async function look(state: PublishingState, held: Held): Promise<number> {
  const { dataVersion, holds, revision: currentRevision, now } = state.deps;
  const version = await dataVersion();
  if (version !== state.seen.version) state.holdEndsAt = await holds.nextEnd();
  await endHolds(state);
  if (state.retryAt !== null && state.retryAt <= now()) state.isStale = true;
  if (!state.isStale && version === state.seen.version) return LOOK_MS;
  const waitMs = state.publishedAt + BETWEEN_MS - now();
  if (!state.isBehind && waitMs > 0 && waitMs <= BETWEEN_MS) return waitMs;
  const revision = await currentRevision();
  const isChanged = state.isStale || revision !== state.seen.revision;
  state.seen = { version, revision };
  if (isChanged) await publish(state, held);
  return state.isBehind ? 0 : LOOK_MS;
}

async function publish(
  state: PublishingState,
  { publisher, publications, lease }: Held,
): Promise<void> {
  const { order, deps } = state;
  state.isStale = false;
  try {
    const { documents, isBehind, isUnsaved } = await publisher.publish(order.site, order.feeds);
    const now = deps.now();
    if (documents > 0) state.publishedAt = now;
    state.isBehind = isBehind;
    state.isStale ||= isBehind;
    state.retryAt = isUnsaved ? now + RETRY_MS : null;
    if (!isBehind && !isUnsaved) await publications.noteTurn(turnKeyOf(state.seen.revision, order));
    if (Math.abs(now - state.forgotAt) < DAY_MS) return;
    state.forgotAt = now;
    await publications.forget({ publications: now - PUBLICATIONS_MS, changes: now - CHANGES_MS });
  } catch (cause) {
    state.isStale = true;
    // Lets go if another process has the lease. Else keeps it: a busy disk would also fail to release and retake it.
    const isHeld = await deps.leases.renew(lease, LEASE_MS).catch(() => true);
    if (!isHeld) letGoOf(state, lease);
    throw cause;
  }
}

/** Ends holds on time. The ingest side does so, too, but it may be gone. */
async function endHolds(state: PublishingState): Promise<void> {
  const { holds, now: clock, onUnsaved } = state.deps;
  const now = clock();
  if (state.holdEndsAt === null || state.holdEndsAt > now) return;
  try {
    // `dataVersion` does not tell of writes by this connection.
    if ((await holds.release(now)) > 0) state.isStale = true;
    state.holdEndsAt = await holds.nextEnd();
  } catch (cause) {
    state.holdEndsAt = now + RETRY_MS;
    onUnsaved(cause);
  }
}
