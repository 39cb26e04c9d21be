import type { IngestStore } from "../../core/intake/ingest-store.ts";
import type { HeldWork } from "../../core/lease.ts";

type Recording = HeldWork & Pick<IngestStore, "claim" | "ingest" | "recordPoll">;

export type WriteGate = {
  readonly store: Recording;
  /** Runs any other write, unless the gate is shut. */
  readonly unlessShut: <T>(write: () => Promise<T>) => Promise<T>;
  /** From now on nothing is recorded: the promises of further calls never settle. */
  readonly shut: () => void;
  readonly isShut: () => boolean;
};

/**
 * Shuts the store off while a service stops. A poll that is cut off then is no failure of its
 * source, and must not be recorded as one; the next start polls the source again.
 */
export function createWriteGate(store: Recording): WriteGate {
  let isShut = false;
  const unlessShut = <T>(write: () => Promise<T>): Promise<T> =>
    isShut ? new Promise(() => {}) : write();
  return {
    store: {
      claim: (claim) => unlessShut(() => store.claim(claim)),
      ...gatedLeases(store, unlessShut),
      ingest: (...poll) => unlessShut(() => store.ingest(...poll)),
      recordPoll: (poll) => unlessShut(() => store.recordPoll(poll)),
    },
    unlessShut,
    shut: () => {
      isShut = true;
    },
    isShut: () => isShut,
  };
}

export const gatedLeases = (work: HeldWork, unlessShut: WriteGate["unlessShut"]): HeldWork => ({
  renew: (lease, forMs) => unlessShut(() => work.renew(lease, forMs)),
  giveBack: (lease) => unlessShut(() => work.giveBack(lease)),
});
