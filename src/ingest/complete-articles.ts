import { LEAST_SPACING_MS } from "../core/decide-page-job.ts";
import { type HostHold, hostOf } from "../core/host-hold.ts";
import type { DuePage, PageJob, PageQueue } from "../core/store-ports.ts";
import {
  type CompletePageDeps,
  completePage,
  type PageReport,
  recordCrash,
} from "./complete-page.ts";
import { createPageHosts } from "./page-hosts.ts";

export type CompleterDeps = Omit<CompletePageDeps, "queue" | "onHold"> & {
  readonly queue: PageQueue;
  /** Called when a page's host asked everyone to stay away: polls stay away, too. */
  readonly onHold: (hold: HostHold) => Promise<void>;
  /** Pages in work at once, over all hosts. */
  readonly concurrency: number;
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
  /** Starts nothing until it is resumed; what is under way goes on. */
  readonly pause: () => void;
  readonly resume: () => void;
  /** Starts nothing more; what is under way goes on. */
  readonly stop: () => void;
};

/** Jobs that are looked at together. */
const LOOK_AHEAD = 200;
/** Articles are released on time to within this, also when nothing else happens. */
const LONGEST_SLEEP_MS = 10_000;
/** After storage failed: twice as long each time, for every attempt asks a host for a page in vain. */
const RECOVERY_MS = { first: 30_000, longest: 300_000 };

/**
 * Completes articles from their pages, as the durable queue has them due: each host one page at a
 * time and with time between them, a bounded number of hosts together, never two for one article.
 * It sleeps until something is due or somebody wakes it.
 */
export function createCompleter(deps: CompleterDeps): Completer {
  const hosts = createPageHosts();
  const underWay = new Set<string>();
  let cancelSleep = (): void => {};
  let isStopped = false;
  let isLooking = false;
  let isWoken = false;
  let isPaused = false;
  let recoverUntil = 0;
  let recoveryMs = RECOVERY_MS.first;
  /** Due jobs that only wait for their turn; unknown before the first look. */
  let waiting = Number.POSITIVE_INFINITY;

  async function look(): Promise<void> {
    if (isStopped || isPaused) return;
    isWoken = true;
    if (isLooking) return;
    isLooking = true;
    const sleepMs = await startAllDue().catch((cause: unknown) => {
      deps.onProblem(cause);
      return RECOVERY_MS.first;
    });
    isLooking = false;
    cancelSleep();
    if (!isStopped) cancelSleep = deps.after(sleepMs, () => void look());
  }

  async function startAllDue(): Promise<number> {
    let sleepMs = 0;
    while (isWoken && !isStopped) {
      isWoken = false;
      sleepMs = await startDue();
    }
    return sleepMs;
  }

  /** @returns how long there is nothing to do. */
  async function startDue(): Promise<number> {
    const now = deps.now();
    if (now < recoverUntil) return recoverUntil - now;
    await deps.queue.release(now);
    const jobs = await deps.queue.due(now, LOOK_AHEAD);
    const open = jobs.filter(
      (job) => !underWay.has(job.articleId) && !hosts.isHeld(hostFor(job), now),
    );
    const started = open.filter((job) => startIfFree(job, now));
    waiting = open.length - started.length;
    const turns = open.flatMap((job) => hosts.freeAt(hostFor(job)) ?? []);
    const nextAt = (await deps.queue.nextAt()) ?? Number.POSITIVE_INFINITY;
    const times = [...turns, nextAt].filter((at) => at > now);
    return Math.min(LONGEST_SLEEP_MS, ...times.map((at) => at - now));
  }

  function startIfFree(job: DuePage, now: number): boolean {
    const freeAt = hosts.freeAt(hostFor(job));
    const mayStart = !isStopped && !isPaused && underWay.size < deps.concurrency;
    if (!mayStart || freeAt === null || freeAt > now) return false;
    underWay.add(job.articleId);
    hosts.begin(hostFor(job));
    void complete(job);
    return true;
  }

  async function complete(job: DuePage): Promise<void> {
    const { report, spacingMs } = await tryToComplete(job);
    if (report !== null) deps.onReport(report);
    hosts.end(hostFor(job), deps.now() + spacingMs);
    underWay.delete(job.articleId);
    if (deps.now() >= recoverUntil) void look();
  }

  /** The report is `null` when nothing waited any more, or storage is broken. */
  async function tryToComplete({ articleId }: DuePage): Promise<Attempt> {
    try {
      const job = await deps.queue.load(articleId);
      if (job === null) return NOTHING_DONE;
      const attempt = await completeOrRecord(job);
      recoveryMs = RECOVERY_MS.first;
      return attempt;
    } catch (broken) {
      deps.onProblem(broken);
      recover(deps.now());
      return NOTHING_DONE;
    }
  }

  /** Nothing is begun before storage had time; what was under way with it fails for the same reason. */
  function recover(now: number): void {
    if (now < recoverUntil) return;
    recoverUntil = now + recoveryMs;
    recoveryMs = Math.min(2 * recoveryMs, RECOVERY_MS.longest);
  }

  async function completeOrRecord(job: PageJob): Promise<Attempt> {
    const parts = { ...deps, onHold };
    try {
      return await completePage(job, parts);
    } catch (cause) {
      deps.onProblem(cause);
      return { report: await recordCrash(job, cause, parts), spacingMs: LEAST_SPACING_MS };
    }
  }

  async function onHold(asked: HostHold): Promise<void> {
    hosts.hold(asked.host, asked.until);
    await deps.onHold(asked);
  }

  return {
    wake: () => void look(),
    hold: ({ host, until }) => hosts.hold(host, until),
    busy: () => underWay.size,
    isIdle: () => underWay.size === 0 && waiting === 0 && !isLooking,
    pause() {
      isPaused = true;
    },
    resume() {
      isPaused = false;
      void look();
    },
    stop() {
      isStopped = true;
      cancelSleep();
    },
  };
}

type Attempt = { readonly report: PageReport | null; readonly spacingMs: number };

const NOTHING_DONE: Attempt = { report: null, spacingMs: 0 };

/** `null` when nobody is asked. */
const hostFor = ({ url, mustFetch }: DuePage): string | null => (mustFetch ? hostOf(url) : null);
