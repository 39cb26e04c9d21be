import type { IngestStore } from "../../core/intake/ingest-store.ts";
import type { HeldWork } from "../../core/lease.ts";

type Recording = HeldWork & Pick<IngestStore, "claim" | "ingest" | "recordPoll">;

export type WriteGate = {
  readonly store: Recording;
  /** The same for any other write. */
  readonly unlessShut: <T>(write: () => Promise<T>) => Promise<T>;
  /** From now on nothing is recorded: what is asked stays unanswered. */
  readonly shut: () => void;
  readonly isShut: () => boolean;
};

/**
 * Stands before the store while a service stops. A poll that is cut off then is no failure of its
 * source, and must not be recorded as one; the next start polls it again.
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
