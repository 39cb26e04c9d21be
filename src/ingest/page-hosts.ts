/** Which hosts may be asked for a page now: one page at a time each, with time between them. */
export type PageHosts = {
  /** When the host may be asked; `null` while a page of it is under way. A host `null` asks nobody. */
  readonly freeAt: (host: string | null) => number | null;
  readonly begin: (host: string | null) => void;
  /** The page is there, or is not; its host rests until then. */
  readonly end: (host: string | null, restUntil: number) => void;
  /** Everyone stays away from the host until then. */
  readonly hold: (host: string, until: number) => void;
  readonly isHeld: (host: string | null, now: number) => boolean;
};

export function createPageHosts(): PageHosts {
  const busy = new Set<string>();
  const rests = new Map<string, number>();
  const holds = new Map<string, number>();
  return {
    freeAt: (host) => {
      if (host === null) return 0;
      return busy.has(host) ? null : (rests.get(host) ?? 0);
    },
    begin(host) {
      if (host !== null) busy.add(host);
    },
    end(host, restUntil) {
      if (host === null) return;
      busy.delete(host);
      forgetPast(rests, restUntil);
      rests.set(host, restUntil);
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
