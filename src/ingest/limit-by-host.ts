/** Runs work when a place is free; `host` is `null` for what asks nobody. */
export type LimitByHost = <T>(host: string | null, work: () => Promise<T>) => Promise<T>;

export type HostLimits = {
  /** In work at once, over all hosts. */
  readonly concurrency: number;
  /** In work at once for one host: the others must hear first what it says to these. */
  readonly perHost: number;
};

type Waiter = { readonly host: string | null; readonly start: () => void };

/** First come, first served, but who waits for a busy host takes no place of the others. */
export function createLimitByHost({ concurrency, perHost }: HostLimits): LimitByHost {
  const waiting = new Set<Waiter>();
  const busy = new Map<string, number>();
  let running = 0;

  const startWaiting = (): void => {
    for (const waiter of waiting) {
      if (running >= concurrency) return;
      if (waiter.host !== null && (busy.get(waiter.host) ?? 0) >= perHost) continue;
      waiting.delete(waiter);
      count(waiter.host, 1);
      waiter.start();
    }
  };
  const count = (host: string | null, change: 1 | -1): void => {
    running += change;
    if (host === null) return;
    const ofHost = (busy.get(host) ?? 0) + change;
    if (ofHost === 0) busy.delete(host);
    else busy.set(host, ofHost);
  };

  return async (host, work) => {
    await new Promise<void>((start) => {
      waiting.add({ host, start });
      startWaiting();
    });
    try {
      return await work();
    } finally {
      count(host, -1);
      startWaiting();
    }
  };
}
