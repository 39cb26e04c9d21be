import { LEASE_MS } from "../core/lease.ts";
import { type After, startLoop } from "../core/loop.ts";
import type { HostHold } from "../core/sources/polling/host-hold.ts";
import type { HostStore } from "../core/sources/polling/host-store.ts";

/**
 * Whose turn it is to ask a host: of all processes one at a time, so that its limits and pauses hold for all of them.
 */
export type HostTurns = {
  /** Whether this process may ask the host until it leaves it; always for `null`, work without requests. */
  readonly enter: (host: string | null) => Promise<boolean>;
  /** Ends work for which `enter` said yes; the host rests for so long. */
  readonly leave: (host: string | null, restMs: number) => void;
  /** Whether another process had the host a moment ago: it is not asked for again yet. */
  readonly isOthers: (host: string) => boolean;
  /** Gives back all hosts, those that rest for the rest of it. */
  readonly close: () => Promise<void>;
};

/** Where only one process ingests, it may ask all hosts at any time. */
export const ALL_OURS: HostTurns = {
  enter: async () => true,
  leave: () => {},
  isOthers: () => false,
  close: async () => {},
};

export type HostTurnsDeps = {
  readonly store: Pick<HostStore, "take" | "renew" | "giveBack">;
  /** Called with what a host asked of everyone, when it is taken. */
  readonly onHold: (hold: HostHold) => void;
  /** Storage failed; it is tried again. */
  readonly onProblem: (cause: unknown) => void;
  /** A clock that never goes back, in milliseconds. */
  readonly now: () => number;
  /** The timer of its loop; absent for a real one. */
  readonly after?: After;
};

/** A host that this process has. */
type OwnHost = {
  /** Pieces of work under way. */
  uses: number;
  /** Sure to be ours until then: half a lease, so that no request begins when it may be over. */
  sureUntil: number;
  restUntil: number;
};

type TurnsState = {
  readonly deps: HostTurnsDeps;
  readonly own: Map<string, OwnHost>;
  /** When hosts of other processes are asked for again. */
  readonly others: Map<string, number>;
  /** The last giving back: a host is not taken again before it is over. */
  giving: Promise<void>;
  renewedAt: number;
  /** Wakes the loop that tends them. */
  wake: () => void;
};

/** Pause before a host of another process is asked for again, in milliseconds. */
const OTHERS_MS = 1_000;
/** How often idle hosts are given back, in milliseconds: until then they need not be taken again. */
const TEND_MS = 1_000;

/** Hosts are leased while there is work for them, and given back soon after. */
export function createHostTurns(deps: HostTurnsDeps): HostTurns {
  const state: TurnsState = {
    deps,
    own: new Map(),
    others: new Map(),
    giving: Promise.resolve(),
    renewedAt: deps.now(),
    wake: () => {},
  };
  const loop = startLoop({ ...deps, turn: () => tend(state), retryMs: TEND_MS });
  state.wake = loop.wake;
  return {
    enter: async (host) => host === null || (await enter(state, host)),
    leave(host, restMs) {
      const own = host === null ? undefined : state.own.get(host);
      if (own === undefined) return;
      own.uses -= 1;
      own.restUntil = Math.max(own.restUntil, deps.now() + restMs);
    },
    isOthers: (host) => (state.others.get(host) ?? 0) > deps.now(),
    async close() {
      await loop.stop();
      await giveBack(state, () => true);
    },
  };
}

async function enter(state: TurnsState, host: string): Promise<boolean> {
  const { deps, own, others } = state;
  const known = own.get(host);
  // Counted before the database is asked: what is in use is not given back meanwhile.
  if (known !== undefined) known.uses += 1;
  if (known !== undefined && known.sureUntil > deps.now()) return true;
  await state.giving.catch(() => {});
  const askedAt = deps.now();
  const taken = await deps.store.take(host, LEASE_MS).catch((cause: unknown) => {
    if (known !== undefined) known.uses -= 1;
    throw cause;
  });
  if (taken === null) {
    if (known !== undefined) known.uses -= 1;
    others.set(host, deps.now() + OTHERS_MS);
    if (own.size === 0) state.wake();
    return false;
  }
  others.delete(host);
  const entry = own.get(host) ?? { uses: 0, sureUntil: 0, restUntil: 0 };
  if (own.size === 0) state.wake();
  own.set(host, entry);
  if (entry !== known) entry.uses += 1;
  entry.sureUntil = askedAt + LEASE_MS / 2;
  if (taken.hold !== null) deps.onHold(taken.hold);
  return true;
}

/** Gives back what is idle, and renews the rest after each third of a lease. @returns when to look again. */
async function tend(state: TurnsState): Promise<number | null> {
  const { deps, own, others } = state;
  for (const [host, until] of others) if (until <= deps.now()) others.delete(host);
  await giveBack(state, ({ uses, restUntil }) => uses === 0 && restUntil <= deps.now());
  if (own.size === 0) state.renewedAt = deps.now();
  else if (deps.now() - state.renewedAt >= LEASE_MS / 3) await renew(state);
  return own.size + others.size === 0 ? null : TEND_MS;
}

async function renew(state: TurnsState): Promise<void> {
  const { deps, own } = state;
  const askedAt = deps.now();
  const kept = await deps.store.renew([...own.keys()], LEASE_MS);
  state.renewedAt = askedAt;
  for (const [host, entry] of own) {
    // What is under way goes on; before anything else begins there, the host must be taken again.
    entry.sureUntil = kept.has(host) ? askedAt + LEASE_MS / 2 : 0;
  }
}

async function giveBack(state: TurnsState, isGiven: (entry: OwnHost) => boolean): Promise<void> {
  const { deps, own } = state;
  const given = [...own].filter(([, entry]) => isGiven(entry));
  if (given.length === 0) return;
  for (const [host] of given) own.delete(host);
  const now = deps.now();
  const rests = given.map(
    ([host, { restUntil }]) => [host, Math.max(0, Math.ceil(restUntil - now))] as const,
  );
  state.giving = deps.store.giveBack(new Map(rests));
  await state.giving;
}
