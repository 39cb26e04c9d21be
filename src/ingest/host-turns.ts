/** Somebody who asks hosts; called when a host that it claimed is free. */
export type Claimant = () => void;

/**
 * Whose turn it is at which host: one request at a time each, and a rest from its end on, as long as robots.txt wants.
 *
 * The host schedule (host-schedule.ts) is for callers who wait in line and get a place in the order in which they came.
 * Durable queues cannot stand in line: which of their jobs is the most urgent is known only when the host is free, for each
 * poll may bring a newer one. They ask whether a host is free, choose, and ask again when somebody is done with it.
 */
export type HostTurns = {
  /**
   * When the host may be asked by this claimant; `null` while a request to it is under way, and while its next turn is
   * another one's. A host `null` asks nobody.
   */
  readonly freeAt: (host: string | null, by?: Claimant) => number | null;
  readonly begin: (host: string | null, by?: Claimant) => void;
  /** The next turn of these hosts, and no longer that of those claimed before, is this claimant's. */
  readonly claim: (hosts: readonly string[], by: Claimant) => void;
  /** The answer is there, or is not; its host rests until then. */
  readonly end: (host: string | null, restUntil: number) => void;
  /** Everyone stays away from the host until then. */
  readonly hold: (host: string, until: number) => void;
  readonly isHeld: (host: string | null, now: number) => boolean;
};

export function createHostTurns(): HostTurns {
  const busy = new Map<string, Claimant | undefined>();
  const claims = new Map<string, Claimant>();
  const rests = new Map<string, number>();
  const holds = new Map<string, number>();
  return {
    freeAt: (host, by) => {
      if (host === null) return 0;
      const isOthers = busy.has(host) || (claims.get(host) ?? by) !== by;
      return isOthers ? null : (rests.get(host) ?? 0);
    },
    begin(host, by) {
      if (host !== null) busy.set(host, by);
    },
    claim(hosts, by) {
      for (const [host, claimant] of claims) if (claimant === by) claims.delete(host);
      for (const host of hosts) claims.set(host, by);
    },
    end(host, restUntil) {
      if (host === null) return;
      const by = busy.get(host);
      busy.delete(host);
      forgetPast(rests, restUntil);
      rests.set(host, restUntil);
      const claimant = claims.get(host);
      if (claimant !== by) claimant?.();
    },
    hold: (host, until) => void holds.set(host, Math.max(until, holds.get(host) ?? 0)),
    isHeld(host, now) {
      if (host === null) return false;
      const until = holds.get(host) ?? 0;
      if (until <= now) holds.delete(host);
      return until > now;
    },
  };
}

/** Longest that any host rests: what ended so long before is over. */
const LONGEST_REST_MS = 60_000;

function forgetPast(rests: Map<string, number>, now: number): void {
  for (const [host, until] of rests) if (until < now - LONGEST_REST_MS) rests.delete(host);
}
