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

type State = {
  readonly options: LanesOptions;
  readonly waiting: Waiter[];
  readonly lanes: Map<string, Lane>;
  /** Over all hosts. */
  inFlight: number;
};

/**
 * First come, first served, but a host whose places are taken never holds a place of the others:
 * its requests wait outside. A host is forgotten when it is idle and its spacing is over.
 */
export function createRequestLanes(options: LanesOptions): RequestLanes {
  const state: State = { options, waiting: [], lanes: new Map(), inFlight: 0 };
  return { run: (host, work) => run(state, host, work) };
}

async function run<T>(state: State, host: string, work: () => Promise<T>): Promise<T> {
  await new Promise<void>((start) => {
    state.waiting.push({ host, start });
    startWaiting(state);
  });
  try {
    return await work();
  } finally {
    release(state, host);
  }
}

function startWaiting(state: State): void {
  const { options, waiting } = state;
  for (let index = 0; index < waiting.length && state.inFlight < options.concurrency; ) {
    const waiter = waiting[index] as Waiter;
    if (isFree(state, waiter.host)) {
      waiting.splice(index, 1);
      occupy(state, waiter);
    } else index += 1;
  }
}

function isFree({ options, lanes }: State, host: string): boolean {
  const lane = lanes.get(host);
  if (lane === undefined) return true;
  return lane.inFlight < options.perHost && !lane.isResting;
}

function occupy(state: State, { host, start }: Waiter): void {
  const lane = state.lanes.get(host) ?? { inFlight: 0, isResting: false };
  state.lanes.set(host, lane);
  lane.inFlight += 1;
  state.inFlight += 1;
  rest(state, host, lane);
  start();
}

function rest(state: State, host: string, lane: Lane): void {
  const spacingMs = state.options.spacingMs(host);
  if (spacingMs === 0) return;
  lane.isResting = true;
  setTimeout(() => {
    lane.isResting = false;
    forgetIdle(state, host, lane);
    startWaiting(state);
  }, spacingMs);
}

function forgetIdle({ lanes }: State, host: string, lane: Lane): void {
  if (lane.inFlight === 0 && !lane.isResting) lanes.delete(host);
}

function release(state: State, host: string): void {
  const lane = state.lanes.get(host) as Lane;
  lane.inFlight -= 1;
  state.inFlight -= 1;
  forgetIdle(state, host, lane);
  startWaiting(state);
}
