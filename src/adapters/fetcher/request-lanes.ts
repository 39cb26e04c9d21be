/** Runs work for a host when a place is free. */
export type RequestLanes = {
  readonly run: <T>(host: string, work: () => Promise<T>) => Promise<T>;
};

export type LanesOptions = {
  /** Requests in flight at once, over all hosts. */
  readonly concurrency: number;
  /** Requests in flight at once to one host. */
  readonly perHost: number;
  /** Least time between two starts to a host. */
  readonly spacingMs: (host: string) => number;
};

type Waiter = { readonly host: string; readonly start: () => void };
type Lane = { inFlight: number; isResting: boolean };

/**
 * First come, first served, but a host whose places are taken never holds a place of the others:
 * its requests wait outside. A host is forgotten when it is idle and its spacing is over.
 */
export function createRequestLanes(options: LanesOptions): RequestLanes {
  const waiting: Waiter[] = [];
  const lanes = new Map<string, Lane>();
  let inFlight = 0;

  const startWaiting = (): void => {
    for (let index = 0; index < waiting.length && inFlight < options.concurrency; ) {
      const waiter = waiting[index] as Waiter;
      if (isFree(waiter.host)) {
        waiting.splice(index, 1);
        occupy(waiter);
      } else index += 1;
    }
  };
  const isFree = (host: string): boolean => {
    const lane = lanes.get(host);
    if (lane === undefined) return true;
    return lane.inFlight < options.perHost && !lane.isResting;
  };
  const occupy = ({ host, start }: Waiter): void => {
    const lane = lanes.get(host) ?? { inFlight: 0, isResting: false };
    lanes.set(host, lane);
    lane.inFlight += 1;
    inFlight += 1;
    rest(host, lane);
    start();
  };
  const rest = (host: string, lane: Lane): void => {
    const spacingMs = options.spacingMs(host);
    if (spacingMs === 0) return;
    lane.isResting = true;
    setTimeout(() => {
      lane.isResting = false;
      forgetIdle(host, lane);
      startWaiting();
    }, spacingMs);
  };
  const release = (host: string): void => {
    const lane = lanes.get(host) as Lane;
    lane.inFlight -= 1;
    inFlight -= 1;
    forgetIdle(host, lane);
    startWaiting();
  };
  const forgetIdle = (host: string, lane: Lane): void => {
    if (lane.inFlight === 0 && !lane.isResting) lanes.delete(host);
  };

  return {
    run: async (host, work) => {
      await new Promise<void>((start) => {
        waiting.push({ host, start });
        startWaiting();
      });
      try {
        return await work();
      } finally {
        release(host);
      }
    },
  };
}
