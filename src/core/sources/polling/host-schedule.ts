/** Runs work when a place is free for its host; host `null` stands for work without requests. */
export type HostSchedule = <T>(host: string | null, work: () => Promise<T>) => Promise<T>;

export type HostScheduleOptions = {
  /** Most work at once, over all hosts. */
  readonly concurrency: number;
  /** Most work at once for one host: the rest waits, because the host may ask for patience. */
  readonly perHost: number;
  /** Least time between two starts for a host, in milliseconds; default: none. */
  readonly spacingMs?: (host: string) => number;
};

type Waiter = { readonly host: string | null; readonly start: () => void };
type Lane = { running: number; isResting: boolean };

type ScheduleState = {
  readonly options: HostScheduleOptions;
  /** Work that waits, in the order in which it came. */
  readonly waiting: Set<Waiter>;
  readonly lanes: Map<string, Lane>;
  /** Work under way, over all hosts. */
  running: number;
};

/**
 * First come, first served; work that waits for a busy host does not hold up work for others. A host is forgotten when
 * it is idle and its spacing is over.
 */
export function createHostSchedule(options: HostScheduleOptions): HostSchedule {
  const state: ScheduleState = { options, waiting: new Set(), lanes: new Map(), running: 0 };
  return async (host, work) => {
    await new Promise<void>((start) => {
      state.waiting.add({ host, start });
      startWaiting(state);
    });
    try {
      return await work();
    } finally {
      release(state, host);
    }
  };
}

function startWaiting(state: ScheduleState): void {
  for (const waiter of state.waiting) {
    if (state.running >= state.options.concurrency) return;
    if (isFree(state, waiter.host)) {
      state.waiting.delete(waiter);
      occupy(state, waiter);
    }
  }
}

function isFree({ options, lanes }: ScheduleState, host: string | null): boolean {
  const lane = host === null ? undefined : lanes.get(host);
  if (lane === undefined) return true;
  return lane.running < options.perHost && !lane.isResting;
}

function occupy(state: ScheduleState, { host, start }: Waiter): void {
  state.running += 1;
  if (host !== null) {
    const lane = state.lanes.get(host) ?? { running: 0, isResting: false };
    state.lanes.set(host, lane);
    lane.running += 1;
    rest(state, host, lane);
  }
  start();
}

function rest(state: ScheduleState, host: string, lane: Lane): void {
  const spacingMs = state.options.spacingMs?.(host) ?? 0;
  if (spacingMs === 0) return;
  lane.isResting = true;
  setTimeout(() => {
    lane.isResting = false;
    forgetIdle(state, host, lane);
    startWaiting(state);
  }, spacingMs);
}

function forgetIdle({ lanes }: ScheduleState, host: string, lane: Lane): void {
  if (lane.running === 0 && !lane.isResting) lanes.delete(host);
}

function release(state: ScheduleState, host: string | null): void {
  state.running -= 1;
  const lane = host === null ? undefined : state.lanes.get(host);
  if (host !== null && lane !== undefined) {
    lane.running -= 1;
    forgetIdle(state, host, lane);
  }
  startWaiting(state);
}
