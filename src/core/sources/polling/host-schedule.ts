export type HostScheduleOptions = {
  /** Most work at once for one host: the rest waits, because the host may ask for patience. */
  readonly perHost: number;
  /** Most work at once, over all hosts, when callers in line may begin; default: no limit. Choosers see to a limit of theirs. */
  readonly concurrency?: number;
  /** Least time between two starts for a host, in milliseconds; default: none. */
  readonly spacingMs?: (host: string) => number;
  /** A clock that never goes back, in milliseconds; default: that of the process. */
  readonly now?: () => number;
};

/** Looks again for work that a free host may have; a chooser is known by it. */
export type Chooser = () => void;

/**
 * Says when work for a host may begin: `perHost` places for each, and a rest after each start or end. Host `null` stands
 * for work without requests, which has neither.
 *
 * Callers wait in line for a place, first come, first served at each host; hosts take turns. A durable queue cannot wait in line, because each poll may
 * bring a more urgent job: it is a chooser, which asks which hosts are free, and takes a place for the job that it chose.
 * It is woken when somebody else leaves a host that it reserved.
 */
export type HostSchedule = {
  /** Runs work when its turn in the line has come. Work that waits for a busy host does not hold up work for others. */
  readonly inLine: <T>(host: string | null, work: () => Promise<T>) => Promise<T>;
  /**
   * In how many milliseconds the chooser may begin; `null` while all places are taken, and while another chooser has
   * reserved the host.
   */
  readonly freeInMs: (host: string | null, by: Chooser) => number | null;
  readonly begin: (host: string | null) => void;
  /** Ends the chooser's work; the host rests for so long. */
  readonly end: (host: string | null, by: Chooser, restMs: number) => void;
  /** Keeps other choosers, not the line, away from these hosts, in place of those that the chooser reserved before. */
  readonly reserve: (hosts: readonly string[], by: Chooser) => void;
};

type Start = () => void;
type Lane = { running: number; restUntil: number };

type ScheduleState = {
  readonly options: HostScheduleOptions;
  readonly now: () => number;
  /** Work in line for each host, in the order in which it came; the host whose turn is next comes first. */
  readonly lines: Map<string | null, Start[]>;
  /** Hosts that are busy or rest. */
  readonly lanes: Map<string, Lane>;
  readonly reserved: Map<string, Chooser>;
  /** Work under way, over all hosts. */
  running: number;
  /** Looks at the line when the next rest that it waits for is over. */
  timer: NodeJS.Timeout | undefined;
};

export function createHostSchedule(options: HostScheduleOptions): HostSchedule {
  const state = newState(options);
  return {
    async inLine(host, work) {
      await new Promise<void>((start) => {
        const line = state.lines.get(host);
        // Those before it wait for the host.
        if (line !== undefined) line.push(start);
        else startNow(state, host, start);
      });
      try {
        return await work();
      } finally {
        release(state, host, { restMs: 0 });
      }
    },
    freeInMs(host, by) {
      const isOthers = host !== null && (state.reserved.get(host) ?? by) !== by;
      return isOthers ? null : waitOf(state, host);
    },
    begin: (host) => occupy(state, host),
    end: (host, by, restMs) => release(state, host, { by, restMs }),
    reserve(hosts, by) {
      for (const [host, chooser] of state.reserved) if (chooser === by) state.reserved.delete(host);
      for (const host of hosts) state.reserved.set(host, by);
    },
  };
}

function newState(options: HostScheduleOptions): ScheduleState {
  const { now = () => performance.now() } = options;
  return {
    options,
    now,
    lines: new Map(),
    lanes: new Map(),
    reserved: new Map(),
    running: 0,
    timer: undefined,
  };
}

/** Milliseconds until a place is free; `null` while all are taken. */
function waitOf({ options, lanes, now }: ScheduleState, host: string | null): number | null {
  const lane = host === null ? undefined : lanes.get(host);
  if (lane === undefined) return 0;
  // Whole milliseconds: a timer would cut off the rest, and be early.
  return lane.running < options.perHost ? Math.max(0, Math.ceil(lane.restUntil - now())) : null;
}

function startNow(state: ScheduleState, host: string | null, start: Start): void {
  state.lines.set(host, [start]);
  startWaiting(state);
}

/** Goes through the hosts, not through all that waits: thousands may wait for one that is busy. */
function startWaiting(state: ScheduleState): void {
  const { concurrency = Number.POSITIVE_INFINITY } = state.options;
  let nextMs = Number.POSITIVE_INFINITY;
  for (const [host, line] of state.lines) {
    if (state.running >= concurrency) return;
    const waitMs = waitOf(state, host);
    if (waitMs === 0) startFirst(state, host, line);
    else nextMs = Math.min(nextMs, waitMs ?? nextMs);
  }
  clearTimeout(state.timer);
  if (nextMs < Number.POSITIVE_INFINITY) state.timer = setTimeout(startWaiting, nextMs, state);
}

/** What is left in the line of the host goes behind the others, and is come to in the same round. */
function startFirst(state: ScheduleState, host: string | null, line: Start[]): void {
  const start = line.shift();
  state.lines.delete(host);
  if (line.length > 0) state.lines.set(host, line);
  occupy(state, host);
  start?.();
}

function occupy(state: ScheduleState, host: string | null): void {
  state.running += 1;
  if (host === null) return;
  const lane = state.lanes.get(host) ?? { running: 0, restUntil: 0 };
  state.lanes.set(host, lane);
  lane.running += 1;
  rest(state, lane, state.options.spacingMs?.(host) ?? 0);
}

type Left = { readonly by?: Chooser; readonly restMs: number };

function release(state: ScheduleState, host: string | null, { by, restMs }: Left): void {
  state.running -= 1;
  const lane = host === null ? undefined : state.lanes.get(host);
  if (lane !== undefined) {
    lane.running -= 1;
    rest(state, lane, restMs);
  }
  forgetIdle(state);
  startWaiting(state);
  const next = host === null ? undefined : state.reserved.get(host);
  if (next !== by) next?.();
}

function rest({ now }: ScheduleState, lane: Lane, restMs: number): void {
  lane.restUntil = Math.max(lane.restUntil, now() + restMs);
}

function forgetIdle({ lanes, now }: ScheduleState): void {
  for (const [host, lane] of lanes) {
    if (lane.running === 0 && lane.restUntil <= now()) lanes.delete(host);
  }
}
