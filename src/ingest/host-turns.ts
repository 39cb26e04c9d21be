/** A queue that makes requests; called when a host that it claimed is free. */
export type Claimant = () => void;

/**
 * Says which queue may request from a host: one request at a time for each host, then a rest as long as robots.txt wants.
 *
 * The host schedule (host-schedule.ts) is for callers that wait in line, first come, first served. Durable queues cannot
 * wait in line, because each poll may bring a more urgent job. They ask whether a host is free, choose a job, and ask
 * again when a request to the host has ended.
 */
export type HostTurns = {
  /**
   * From when on this claimant may request from the host; `null` while a request is under way, and while another claimant
   * has the next turn. Host `null` stands for no request, which may begin at any time.
   */
  readonly freeAt: (host: string | null, by?: Claimant) => number | null;
  readonly begin: (host: string | null, by?: Claimant) => void;
  /** Gives this claimant the next turn of these hosts, in place of those that it claimed before. */
  readonly claim: (hosts: readonly string[], by: Claimant) => void;
  /** Ends a request, with or without an answer; the host rests until then. */
  readonly end: (host: string | null, restUntil: number) => void;
  /** Keeps every queue away from the host until then. */
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

/** The longest rest of any host: a rest that ended this long before the end of a new one is over. */
const LONGEST_REST_MS = 60_000;

function forgetPast(rests: Map<string, number>, now: number): void {
  for (const [host, until] of rests) if (until < now - LONGEST_REST_MS) rests.delete(host);
}
