import type { Holds } from "../../adapters/store/articles/held-articles.ts";
import { PUBLISHER, type PublicationStore } from "../../core/entries/publication.ts";
import type { Lease, Leases } from "../../core/lease.ts";
import type { Publisher } from "../../publish/publish-feeds.ts";
import type { PublishOrder } from "./publish-order.ts";
import { turnKeyOf } from "./turn-key.ts";

export type PublishingSideDeps = {
  readonly leases: Leases;
  /** This process, for people. */
  readonly holder: string;
  /** What writes under a lease. */
  readonly storesOf: (lease: Lease) => {
    readonly publications: Pick<PublicationStore, "forget" | "noteTurn">;
    readonly publisher: Publisher;
  };
  readonly holds: Holds;
  /** Changes with each commit of another connection. */
  readonly dataVersion: () => number;
  /** Rises with each change that publishing can see. */
  readonly revision: () => Promise<number>;
  readonly now: () => number;
  /** The end of a hold could not be stored: it is tried again. */
  readonly onUnsaved: (cause: unknown) => void;
  readonly onStandingBy: () => void;
};

export type PublishingSide = {
  /** Publishes what changed, if it is this process's turn to publish. @returns in how many milliseconds to look again. */
  readonly turn: () => Promise<number>;
  readonly follow: (order: PublishOrder) => void;
  /** Gives the lease back. */
  readonly close: () => Promise<void>;
};

/** How soon a change of the store is seen; looking costs one PRAGMA. */
const LOOK_MS = 200;
/** A feed that changes all the time is rendered no more often. */
const BETWEEN_MS = 1000;
/** A publisher that died is replaced within this time. */
const LEASE_MS = 10_000;
const STANDBY_MS = 1000;
/** After the end of a hold, or an archive, could not be stored. */
const RETRY_MS = 10_000;
const DAY_MS = 24 * 60 * 60 * 1000;
/** A follower that comes back later reads the newest of each document, as a new one does. */
const PUBLICATIONS_MS = 7 * DAY_MS;
/** Who asks what changed since a time before this must begin anew. */
const CHANGES_MS = 90 * DAY_MS;

type Held = ReturnType<PublishingSideDeps["storesOf"]> & {
  readonly lease: Lease;
  readonly renewing: NodeJS.Timeout;
};

type PublishingState = {
  readonly deps: PublishingSideDeps;
  order: PublishOrder;
  held: Held | null;
  isStandingBy: boolean;
  /** Something has to be published, whether or not the store changed. */
  isStale: boolean;
  /** An archive has not seen everything: it goes on at once. */
  isBehind: boolean;
  /** When what an archive has not seen is stored again; `null` when all is. */
  retryAt: number | null;
  /** When the next hold ends, as of the last look; `null` when none does. */
  holdEndsAt: number | null;
  /** The store at the last look. */
  seen: { readonly version: number; readonly revision: number };
  publishedAt: number;
  forgotAt: number;
};

/** One process at a time renders the feeds whenever the store or the configuration changed; the others stand by. */
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
  const { leases, holder, storesOf, onStandingBy } = state.deps;
  const lease = await leases.take(PUBLISHER, holder, LEASE_MS);
  if (lease === null) {
    if (!state.isStandingBy) onStandingBy();
    state.isStandingBy = true;
    return null;
  }
  const renewing = setInterval(() => void renew(state, lease), LEASE_MS / 3);
  state.held = { ...storesOf(lease), lease, renewing };
  state.isStandingBy = false;
  state.isStale = true;
  return state.held;
}

/** What is written without the lease is refused in any case. */
async function renew(state: PublishingState, lease: Lease): Promise<void> {
  const isHeld = await state.deps.leases.renew(lease, LEASE_MS).catch(() => true);
  if (!isHeld && state.held?.lease === lease) letGo(state);
}

async function giveBack(state: PublishingState): Promise<void> {
  const lease = state.held?.lease;
  letGo(state);
  if (lease !== undefined) await state.deps.leases.release(lease);
}

function letGo(state: PublishingState): void {
  clearInterval(state.held?.renewing);
  state.held = null;
}

async function look(state: PublishingState, held: Held): Promise<number> {
  const { dataVersion, holds, revision: currentRevision, now } = state.deps;
  const version = dataVersion();
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
    // Another process may have the lease. Else it is kept: a busy disk would also refuse to take it back and anew.
    await renew(state, lease);
    throw cause;
  }
}

/** The ingest side does so, too, but it may be gone: what it held back is shown on time all the same. */
async function endHolds(state: PublishingState): Promise<void> {
  const { holds, now: clock, onUnsaved } = state.deps;
  const now = clock();
  if (state.holdEndsAt === null || state.holdEndsAt > now) return;
  try {
    // A write of our own is no news to this connection.
    if ((await holds.release(now)) > 0) state.isStale = true;
    state.holdEndsAt = await holds.nextEnd();
  } catch (cause) {
    state.holdEndsAt = now + RETRY_MS;
    onUnsaved(cause);
  }
}
