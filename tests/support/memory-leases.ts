import type { Lease, Leases } from "../../src/core/lease.ts";

type Held = { token: number; holder: string | null; until: number };

/** Leases in memory, by a clock of the test; a test may break the store, or let a holder lose its lease. */
export function createMemoryLeases(now: () => number) {
  const world = { isBroken: false };
  const leases = new Map<string, Held>();
  const heldBy = ({ id: name, token }: Lease): Held | null => {
    const held = leases.get(name);
    return held?.token === token ? held : null;
  };
  const ask = (): void => {
    if (world.isBroken) throw new Error("disk gone");
  };
  const store: Leases = {
    async take(name, holder, forMs) {
      ask();
      const former = leases.get(name);
      if (former !== undefined && former.until > now()) return null;
      const token = (former?.token ?? 0) + 1;
      leases.set(name, { token, holder, until: now() + forMs });
      return { id: name, token };
    },
    async renew(lease, forMs) {
      ask();
      const held = heldBy(lease);
      if (held !== null) held.until = now() + forMs;
      return held !== null;
    },
    async release(lease) {
      ask();
      const held = heldBy(lease);
      if (held !== null) Object.assign(held, { token: held.token + 1, holder: null, until: now() });
    },
    idleMs: async (name) => {
      const held = leases.get(name);
      return held === undefined ? null : Math.max(0, now() - held.until);
    },
  };
  return {
    ...{ store, world },
    /** Who holds it now; `null`: nobody. */
    holderOf(name: string): string | null {
      const held = leases.get(name);
      return held !== undefined && held.until > now() ? held.holder : null;
    },
    /** The last holder, also after the end of its lease; `null` when it was given back, or never taken. */
    lastOf: (name: string): Pick<Held, "holder" | "until"> =>
      leases.get(name) ?? { holder: null, until: 0 },
    isHeld: (lease: Lease): boolean => heldBy(lease) !== null,
    /** As if somebody else had taken it meanwhile. */
    steal(name: string, holder: string, forMs: number): void {
      const token = (leases.get(name)?.token ?? 0) + 1;
      leases.set(name, { token, holder, until: now() + forMs });
    },
  };
}
