import { type After, type Loop, startLoop } from "../core/loop.ts";
import { hostOf } from "../core/sources/polling/host-hold.ts";
import type { HostSchedule } from "../core/sources/polling/host-schedule.ts";
import type { HostTurns } from "./host-turns.ts";

export type HostQueueDeps<Job> = {
  /** The due jobs, the most urgent first. */
  readonly due: (now: number, limit: number) => Promise<readonly Job[]>;
  /** When the next job is due; `null` when none waits. */
  readonly nextAt: () => Promise<number | null>;
  /** Jobs of one key are never in work together. */
  readonly keyOf: (job: Job) => string;
  /** The address that the job requests; `null` when it requests none. */
  readonly addressOf: (job: Job) => string | null;
  /** Rejects only when storage is broken. @returns how long the host is left alone afterwards, in milliseconds. */
  readonly carryOut: (job: Job) => Promise<number>;
  /** Shared with other queues that ask the same hosts. */
  readonly hosts: HostSchedule;
  /** Whether the host asked everyone to stay away. */
  readonly isHeld: (host: string, now: number) => boolean;
  /** Whose turn it is to ask a host. */
  readonly turns: Pick<HostTurns, "enter" | "leave" | "isOthers">;
  /** Whether it reserves the hosts of its due jobs, so that other queues let it go first. */
  readonly goesFirst: boolean;
  /** Jobs in work at once, over all hosts; it may change. */
  readonly concurrency: () => number;
  readonly now: () => number;
  /** The timer of its loop; absent for a real one. */
  readonly after?: After;
  /** Called when our own code or storage failed; the job is tried again. */
  readonly onProblem: (cause: unknown) => void;
};

export type HostQueue = {
  /** Looks for due jobs now, such as after a poll that may have queued some. */
  readonly wake: () => void;
  /** How many jobs are under way. */
  readonly busy: () => number;
  /** Whether no job is under way and no due job waits for its turn. */
  readonly isIdle: () => boolean;
  /** Starts nothing more; what is under way goes on. */
  readonly stop: () => void;
};

/** Most due jobs that one turn looks at. */
const LOOK_AHEAD = 200;
/** A job begins at most this long after it is due, even when nothing wakes the loop. */
const LONGEST_SLEEP_MS = 10_000;
/** Pause after storage failed, doubled each time, because every attempt makes a request in vain. */
const RECOVERY_MS = { first: 30_000, longest: 300_000 };

/** What changes while it runs. */
type QueueState<Job> = {
  readonly deps: HostQueueDeps<Job>;
  /** Keys of the jobs under way. */
  readonly underWay: Set<string>;
  readonly wake: () => void;
  /** `null` before the first `wake`. */
  loop: Loop | null;
  /** Due jobs that wait for their turn; infinite before the first look. */
  waiting: number;
  isLooking: boolean;
  isStopped: boolean;
  recoverUntil: number;
  recoveryMs: number;
};

/**
 * Carries out the jobs of a durable queue as they come due: for each host one at a time and with pauses, and a bounded
 * number of hosts together. Its loop sleeps until a job is due or `wake` is called.
 */
export function createHostQueue<Job>(deps: HostQueueDeps<Job>): HostQueue {
  const state = newState(deps);
  const { underWay } = state;
  return {
    wake: state.wake,
    busy: () => underWay.size,
    isIdle: () => underWay.size === 0 && state.waiting === 0 && !state.isLooking,
    stop() {
      state.isStopped = true;
      deps.hosts.reserve([], state.wake);
      void state.loop?.stop();
    },
  };
}

function newState<Job>(deps: HostQueueDeps<Job>): QueueState<Job> {
  const state: QueueState<Job> = {
    deps,
    underWay: new Set(),
    wake: () => wake(state),
    loop: null,
    waiting: Number.POSITIVE_INFINITY,
    isLooking: false,
    isStopped: false,
    recoverUntil: 0,
    recoveryMs: RECOVERY_MS.first,
  };
  return state;
}

function wake<Job>(state: QueueState<Job>): void {
  if (state.isStopped) return;
  const { after, onProblem } = state.deps;
  state.isLooking = true;
  if (state.loop === null) {
    const turn = (): Promise<number> => look(state);
    state.loop = startLoop({ turn, onProblem, retryMs: RECOVERY_MS.first, after });
  } else {
    state.loop.wake();
  }
}

async function look<Job>(state: QueueState<Job>): Promise<number> {
  state.isLooking = true;
  try {
    return await startDue(state);
  } finally {
    state.isLooking = false;
  }
}

/** @returns how long there is nothing to do, in milliseconds. */
async function startDue<Job>(state: QueueState<Job>): Promise<number> {
  const { deps, underWay } = state;
  const { hosts } = deps;
  const now = deps.now();
  if (now < state.recoverUntil) return state.recoverUntil - now;
  const jobs = await deps.due(now, LOOK_AHEAD);
  const open = jobs.filter((job) => !underWay.has(deps.keyOf(job)) && !isHeld(state, job, now));
  const left = open.filter((job) => !startIfFree(state, job));
  state.waiting = left.length;
  reserveFor(state, left);
  const waits = open.flatMap((job) => hosts.freeInMs(hostFor(state, job), state.wake) ?? []);
  const nextAt = (await deps.nextAt()) ?? Number.POSITIVE_INFINITY;
  return Math.min(LONGEST_SLEEP_MS, ...[...waits, nextAt - now].filter((ms) => ms > 0));
}

/** Also while another process asks the host: it sees to the jobs there. */
function isHeld<Job>(state: QueueState<Job>, job: Job, now: number): boolean {
  const host = hostFor(state, job);
  return host !== null && (state.deps.isHeld(host, now) || state.deps.turns.isOthers(host));
}

function reserveFor<Job>(state: QueueState<Job>, left: readonly Job[]): void {
  const { deps, wake, isStopped } = state;
  if (!deps.goesFirst || isStopped) return;
  deps.hosts.reserve(
    left.flatMap((job) => hostFor(state, job) ?? []),
    wake,
  );
}

function hostFor<Job>({ deps }: QueueState<Job>, job: Job): string | null {
  const address = deps.addressOf(job);
  return address === null ? null : hostOf(address);
}

function startIfFree<Job>(state: QueueState<Job>, job: Job): boolean {
  const { deps, underWay } = state;
  const { hosts } = deps;
  const host = hostFor(state, job);
  const mayStart = !state.isStopped && underWay.size < deps.concurrency();
  if (!mayStart || hosts.freeInMs(host, state.wake) !== 0) return false;
  underWay.add(deps.keyOf(job));
  hosts.begin(host);
  void carryOut(state, job, host);
  return true;
}

async function carryOut<Job>(state: QueueState<Job>, job: Job, host: string | null): Promise<void> {
  const { deps, underWay } = state;
  const spacingMs = await tryTo(state, job, host);
  deps.hosts.end(host, state.wake, spacingMs);
  underWay.delete(deps.keyOf(job));
  if (deps.now() >= state.recoverUntil) wake(state);
}

async function tryTo<Job>(state: QueueState<Job>, job: Job, host: string | null): Promise<number> {
  const { deps } = state;
  try {
    const spacingMs = await inTurn(deps, job, host);
    state.recoveryMs = RECOVERY_MS.first;
    return spacingMs;
  } catch (broken) {
    deps.onProblem(broken);
    recover(state, deps.now());
    return 0;
  }
}

/** Nothing is carried out when it is the turn of another process, or when that one was told to stay away. */
async function inTurn<Job>(
  { turns, isHeld, carryOut, now }: HostQueueDeps<Job>,
  job: Job,
  host: string | null,
): Promise<number> {
  if (!(await turns.enter(host))) return 0;
  let restMs = 0;
  try {
    if (host !== null && isHeld(host, now())) return 0;
    restMs = await carryOut(job);
    return restMs;
  } finally {
    turns.leave(host, restMs);
  }
}

/** Begins nothing until storage had time to recover. Jobs under way fail for the same reason: they count once. */
function recover<Job>(state: QueueState<Job>, now: number): void {
  if (now < state.recoverUntil) return;
  state.recoverUntil = now + state.recoveryMs;
  state.recoveryMs = Math.min(2 * state.recoveryMs, RECOVERY_MS.longest);
}
