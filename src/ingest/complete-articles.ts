import { LEAST_SPACING_MS } from "../core/completing/decide-page-job.ts";
import { type HostHold, hostOf } from "../core/polling/host-hold.ts";
import type { DuePage, PageJob, PageQueue } from "../core/store-ports.ts";
import {
  type CompletePageDeps,
  completePage,
  type PageReport,
  recordCrash,
} from "./complete-page.ts";
import { createPageHosts, type PageHosts } from "./page-hosts.ts";

export type CompleterDeps = Omit<CompletePageDeps, "queue" | "onHold"> & {
  readonly queue: PageQueue;
  /** Called when a page's host asked everyone to stay away: polls stay away, too. */
  readonly onHold: (hold: HostHold) => Promise<void>;
  /** Pages in work at once, over all hosts; it may change. */
  readonly concurrency: () => number;
  /** Calls back after a time. @returns what takes it back. */
  readonly after: (ms: number, act: () => void) => () => void;
  readonly onReport: (report: PageReport) => void;
  /** Something of ours failed; it is tried again. */
  readonly onProblem: (cause: unknown) => void;
};

export type Completer = {
  /** Looks for due pages now, such as after a poll that may have queued some. */
  readonly wake: () => void;
  /** A poll heard a host ask everyone to stay away. */
  readonly hold: (hold: HostHold) => void;
  /** How many pages are under way. */
  readonly busy: () => number;
  /** Whether nothing is under way and nothing is due that only waits for its turn. */
  readonly isIdle: () => boolean;
  /** Starts nothing more; what is under way goes on. */
  readonly stop: () => void;
};

/** Jobs that are looked at together. */
const LOOK_AHEAD = 200;
/** Articles are released on time to within this, also when nothing else happens. */
const LONGEST_SLEEP_MS = 10_000;
/** After storage failed: twice as long each time, for every attempt asks a host for a page in vain. */
const RECOVERY_MS = { first: 30_000, longest: 300_000 };

/** What changes while it runs. */
type State = {
  readonly deps: CompleterDeps;
  readonly hosts: PageHosts;
  /** Articles whose pages are in work. */
  readonly underWay: Set<string>;
  /** Due jobs that only wait for their turn; unknown before the first look. */
  waiting: number;
  cancelSleep: () => void;
  isLooking: boolean;
  isWoken: boolean;
  isStopped: boolean;
  recoverUntil: number;
  recoveryMs: number;
};

/**
 * Completes articles from their pages, as the durable queue has them due: each host one page at a
 * time and with time between them, a bounded number of hosts together, never two for one article.
 * It sleeps until something is due or somebody wakes it.
 */
export function createCompleter(deps: CompleterDeps): Completer {
  const state = newState(deps);
  const { hosts, underWay } = state;
  return {
    wake: () => void look(state),
    hold: ({ host, until }) => hosts.hold(host, until),
    busy: () => underWay.size,
    isIdle: () => underWay.size === 0 && state.waiting === 0 && !state.isLooking,
    stop() {
      state.isStopped = true;
      state.cancelSleep();
    },
  };
}

const newState = (deps: CompleterDeps): State => ({
  deps,
  hosts: createPageHosts(),
  underWay: new Set(),
  waiting: Number.POSITIVE_INFINITY,
  cancelSleep: () => {},
  isLooking: false,
  isWoken: false,
  isStopped: false,
  recoverUntil: 0,
  recoveryMs: RECOVERY_MS.first,
});

async function look(state: State): Promise<void> {
  if (state.isStopped) return;
  state.isWoken = true;
  if (state.isLooking) return;
  state.isLooking = true;
  const sleepMs = await startAllDue(state).catch((cause: unknown) => {
    state.deps.onProblem(cause);
    return RECOVERY_MS.first;
  });
  state.isLooking = false;
  state.cancelSleep();
  if (!state.isStopped) state.cancelSleep = state.deps.after(sleepMs, () => void look(state));
}

async function startAllDue(state: State): Promise<number> {
  let sleepMs = 0;
  while (state.isWoken && !state.isStopped) {
    state.isWoken = false;
    sleepMs = await startDue(state);
  }
  return sleepMs;
}

/** @returns how long there is nothing to do. */
async function startDue(state: State): Promise<number> {
  const { hosts, underWay } = state;
  const { queue, now: clock } = state.deps;
  const now = clock();
  if (now < state.recoverUntil) return state.recoverUntil - now;
  await queue.release(now);
  const jobs = await queue.due(now, LOOK_AHEAD);
  const open = jobs.filter(
    (job) => !underWay.has(job.articleId) && !hosts.isHeld(hostFor(job), now),
  );
  const started = open.filter((job) => startIfFree(state, job, now));
  state.waiting = open.length - started.length;
  const turns = open.flatMap((job) => hosts.freeAt(hostFor(job)) ?? []);
  const nextAt = (await queue.nextAt()) ?? Number.POSITIVE_INFINITY;
  const times = [...turns, nextAt].filter((at) => at > now);
  return Math.min(LONGEST_SLEEP_MS, ...times.map((at) => at - now));
}

/** `null` when nobody is asked. */
const hostFor = ({ url, mustFetch }: DuePage): string | null => (mustFetch ? hostOf(url) : null);

function startIfFree(state: State, job: DuePage, now: number): boolean {
  const { deps, hosts, underWay } = state;
  const freeAt = hosts.freeAt(hostFor(job));
  const mayStart = !state.isStopped && underWay.size < deps.concurrency();
  if (!mayStart || freeAt === null || freeAt > now) return false;
  underWay.add(job.articleId);
  hosts.begin(hostFor(job));
  void complete(state, job);
  return true;
}

async function complete(state: State, job: DuePage): Promise<void> {
  const { deps, hosts, underWay } = state;
  const { report, spacingMs } = await tryToComplete(state, job);
  if (report !== null) deps.onReport(report);
  hosts.end(hostFor(job), deps.now() + spacingMs);
  underWay.delete(job.articleId);
  if (deps.now() >= state.recoverUntil) void look(state);
}

/** The report is `null` when nothing waited any more, or storage is broken. */
type Attempt = { readonly report: PageReport | null; readonly spacingMs: number };

const NOTHING_DONE: Attempt = { report: null, spacingMs: 0 };

async function tryToComplete(state: State, { articleId }: DuePage): Promise<Attempt> {
  const { deps } = state;
  try {
    const job = await deps.queue.load(articleId);
    if (job === null) return NOTHING_DONE;
    const attempt = await completeOrRecord(state, job);
    state.recoveryMs = RECOVERY_MS.first;
    return attempt;
  } catch (broken) {
    deps.onProblem(broken);
    recover(state, deps.now());
    return NOTHING_DONE;
  }
}

async function completeOrRecord({ deps, hosts }: State, job: PageJob): Promise<Attempt> {
  const onHold = async (asked: HostHold): Promise<void> => {
    hosts.hold(asked.host, asked.until);
    await deps.onHold(asked);
  };
  const parts = { ...deps, onHold };
  try {
    return await completePage(job, parts);
  } catch (cause) {
    deps.onProblem(cause);
    return { report: await recordCrash(job, cause, parts), spacingMs: LEAST_SPACING_MS };
  }
}

/** Nothing is begun before storage had time; what was under way with it fails for the same reason. */
function recover(state: State, now: number): void {
  if (now < state.recoverUntil) return;
  state.recoverUntil = now + state.recoveryMs;
  state.recoveryMs = Math.min(2 * state.recoveryMs, RECOVERY_MS.longest);
}
