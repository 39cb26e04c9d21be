import { LEASE_MS } from "../core/lease.ts";
import type { HostTurns } from "./host-turns.ts";

/** How orders wait for the hosts of other processes: those for one host together, and none of them in a place of the line. */
export type HostWaits = {
  /** Counts an order for the host. @returns how to end that. */
  readonly join: (host: string | null) => () => void;
  /** Waits until the host may be free, and no longer than the orders for it may wait. */
  readonly wait: (host: string) => Promise<void>;
  /** Whether the orders for the host have waited as long as they may. */
  readonly isOver: (host: string | null) => boolean;
};

export type HostWaitsDeps = {
  readonly turns: Pick<HostTurns, "enter" | "leave">;
  readonly pause: (ms: number) => Promise<unknown>;
};

type HostWait = {
  orders: number;
  waitedMs: number;
  /** The looks under way, which all orders for the host wait for. */
  looking: Promise<void> | null;
};

/** Time between looks at what another process has. */
export const LOOK_MS = 250;

export function createHostWaits(deps: HostWaitsDeps): HostWaits {
  const waits = new Map<string, HostWait>();
  return {
    join(host) {
      if (host === null) return () => {};
      const wait = waits.get(host) ?? { orders: 0, waitedMs: 0, looking: null };
      waits.set(host, wait);
      wait.orders += 1;
      return () => {
        wait.orders -= 1;
        if (wait.orders === 0) waits.delete(host);
      };
    },
    async wait(host) {
      const wait = waits.get(host);
      if (wait === undefined) return;
      wait.looking ??= look(host, wait, deps).finally(() => {
        wait.looking = null;
      });
      await wait.looking;
    },
    isOver: (host) => host !== null && (waits.get(host)?.waitedMs ?? 0) >= LEASE_MS,
  };
}

/** What is entered here is left at once: an order enters the host again when it has its place. */
async function look(host: string, wait: HostWait, { turns, pause }: HostWaitsDeps): Promise<void> {
  while (wait.waitedMs < LEASE_MS) {
    await pause(LOOK_MS);
    wait.waitedMs += LOOK_MS;
    if (!(await turns.enter(host))) continue;
    wait.waitedMs = 0;
    return turns.leave(host, 0);
  }
}
