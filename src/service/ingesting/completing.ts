import { setTimeout as sleep } from "node:timers/promises";
import type { Log } from "../../adapters/log.ts";
import type { OpenDatabase } from "../../adapters/store/engine/engine.ts";
import { createFileLooks } from "../../adapters/store/queues/file-look-queue.ts";
import { createPageQueue } from "../../adapters/store/queues/page-queue.ts";
import type { Config } from "../../config/config.ts";
import { isFeedOf } from "../../core/entries/addresses.ts";
import type { Ids } from "../../core/intake/ingest-intent.ts";
import type { IngestStore } from "../../core/intake/ingest-store.ts";
import type { PageQueue } from "../../core/intake/page-queue.ts";
import type { FileLooks } from "../../core/media/file-look-queue.ts";
import type { FetchDocument } from "../../core/sources/fetched.ts";
import { createHostSchedule } from "../../core/sources/polling/host-schedule.ts";
import type { SourceState } from "../../core/sources/source-state.ts";
import { type CompleterDeps, createCompleter } from "../../ingest/complete-articles.ts";
import type { PageReport } from "../../ingest/complete-page.ts";
import type { HostHolds } from "../../ingest/host-holds.ts";
import type { HostQueue } from "../../ingest/host-queue.ts";
import type { HostTurns } from "../../ingest/host-turns.ts";
import { createFileLooker } from "../../ingest/look-at-files.ts";
import type { Redraft } from "../../ingest/ports.ts";
import { type AskRobots, createRobots, robotsToken } from "../../ingest/robots.ts";
import { sparing } from "../sparing.ts";
import { gatedLeases, type WriteGate } from "./write-gate.ts";

/** The work that follows polls: completes articles from their pages, and looks at files. */
export type Completing = {
  /** Works by itself from now on. */
  readonly start: () => void;
  /** Says that a poll ended: there may be new work. */
  readonly polled: () => void;
  /** Says that other settings are in force: there may be new work, and robots.txt rules for another name. */
  readonly reconfigured: () => void;
  readonly isIdle: () => boolean;
  /** Works until nothing is due or the time is over. @returns how many pages still wait. */
  readonly drain: (options: DrainOptions) => Promise<number>;
  readonly stop: () => void;
};

export type DrainOptions = {
  readonly withinMs: number;
  /** Called once, with the number of pages that wait. */
  readonly onBegin: (waiting: number) => void;
  /** Called after each page. */
  readonly onPage: () => void;
};

export type CompletingDeps = {
  readonly db: OpenDatabase["db"];
  /** See lease-columns.ts. */
  readonly holder: number | null;
  readonly store: IngestStore;
  readonly gate: WriteGate;
  readonly redraft: Redraft;
  readonly ids: Ids;
  readonly holds: HostHolds;
  readonly turns: HostTurns;
  /** The configuration in force. */
  readonly current: () => Config;
  readonly fetchDocument: FetchDocument;
  readonly log: Log;
};

type CompletingState = {
  readonly deps: CompletingDeps;
  readonly queue: PageQueue;
  readonly completer: HostQueue;
  readonly looker: HostQueue;
  readonly answers: Answers;
  isStarted: boolean;
};

/** Whom the completer asks and tells for each page: both change while it runs. */
type Answers = { robots: Robots; onPage: () => void };

/** Answers from robots.txt, as hosts give them under these settings. */
type Robots = { readonly settings: string; readonly ask: AskRobots };

export function createCompleting(deps: CompletingDeps): Completing {
  const queue = gated(createPageQueue(deps.db, deps.holder), deps.gate);
  const answers: Answers = { robots: robotsFor(deps), onPage: () => {} };
  const shared = { ...hostDeps(deps, answers), ...HERE };
  const completer = createCompleter({ ...shared, ...completerDeps(deps, queue, answers) });
  const looker = createFileLooker({
    ...shared,
    looks: gatedLooks(createFileLooks(deps.db, deps.holder), deps.gate),
    isWanted: () => deps.current().site.images === "link",
    onReport: (report) => deps.log.info(report, "file looked at"),
  });
  const state: CompletingState = { deps, queue, completer, looker, answers, isStarted: false };
  return {
    start() {
      state.isStarted = true;
      work(state);
    },
    polled() {
      if (state.isStarted) work(state);
    },
    reconfigured() {
      renewRobots(state);
      if (state.isStarted) work(state);
    },
    isIdle: () => completer.busy() + looker.busy() === 0,
    drain: (options) => drain(state, options),
    stop: () => stop(state),
  };
}

/** Drops reads and writes once shutdown has begun: their promises never settle. */
function gated(queue: PageQueue, { unlessShut }: WriteGate): PageQueue {
  return {
    due: (...args) => unlessShut(() => queue.due(...args)),
    claim: (...args) => unlessShut(() => queue.claim(...args)),
    ...gatedLeases(queue, unlessShut),
    nextAt: () => unlessShut(() => queue.nextAt()),
    count: () => unlessShut(() => queue.count()),
    complete: (...args) => unlessShut(() => queue.complete(...args)),
    fail: (...args) => unlessShut(() => queue.fail(...args)),
    release: (now) => unlessShut(() => queue.release(now)),
  };
}

function gatedLooks(looks: FileLooks, { unlessShut }: WriteGate): FileLooks {
  return {
    due: (...args) => unlessShut(() => looks.due(...args)),
    nextAt: () => unlessShut(() => looks.nextAt()),
    claim: (...args) => unlessShut(() => looks.claim(...args)),
    ...gatedLeases(looks, unlessShut),
    told: (...args) => unlessShut(() => looks.told(...args)),
    fail: (...args) => unlessShut(() => looks.fail(...args)),
  };
}

function robotsFor({ current, fetchDocument }: CompletingDeps): Robots {
  const { ingest } = current();
  const token = robotsToken(ingest.userAgent);
  return {
    settings: JSON.stringify(ingest),
    ask: createRobots({ fetchDocument, token, now: Date.now, pause: sleep }),
  };
}

const HERE = {
  now: Date.now,
  random: Math.random,
  pause: sleep,
};

/** Shared by all queues that send requests, so that a host gets its rest between requests of any queue. */
const hostDeps = (
  { current, fetchDocument, holds, turns, log }: CompletingDeps,
  answers: Answers,
) => ({
  fetchDocument,
  hosts: createHostSchedule({ perHost: 1 }),
  isHeld: holds.isHostHeld,
  turns,
  concurrency: () => current().ingest.concurrency,
  askRobots: (url: string) => answers.robots.ask(url),
  isOwn: (url: string) => isOwn(current().site.url, url),
  onHold: holds.add,
  onProblem: sparing((err) => log.error({ err }, "completing failed: it is tried again")),
});

const completerDeps = (
  { store, redraft, ids, log }: CompletingDeps,
  queue: PageQueue,
  answers: Answers,
): Pick<CompleterDeps, "queue" | "redraft" | "ids" | "source" | "repeatedBlocks" | "onReport"> => ({
  queue,
  redraft,
  ids,
  source: (id) => sourceOf(store, id),
  repeatedBlocks: (id) => store.repeatedBlocks(id),
  onReport(report) {
    logReport(log, report);
    answers.onPage();
  },
});

const sourceOf = async (store: IngestStore, id: string): Promise<SourceState | null> =>
  (await store.sources()).find(({ definition }) => definition.id === id) ?? null;

const isOwn = (siteUrl: string, url: string): boolean =>
  isFeedOf(siteUrl, url) || url.startsWith(`${siteUrl}/articles/`);

/** Logs one line for each page that was requested. */
function logReport(log: Log, report: PageReport): void {
  const isBad = report.outcome === "failed" || report.outcome === "given-up";
  if (isBad) log.warn(report, "page failed");
  else log.info(report, "page read");
}

function stop({ completer, looker }: CompletingState): void {
  completer.stop();
  looker.stop();
}

function work({ completer, looker }: CompletingState): void {
  completer.wake();
  looker.wake();
}

/** Forgets robots.txt answers when `ingest` changed: our name, and so the rules, or the allowed networks may differ. */
function renewRobots({ deps, answers }: CompletingState): void {
  if (answers.robots.settings !== JSON.stringify(deps.current().ingest)) {
    answers.robots = robotsFor(deps);
  }
}

const LOOK_MS = 50;

async function drain(state: CompletingState, options: DrainOptions): Promise<number> {
  const { queue, completer, looker, answers } = state;
  const deadline = Date.now() + options.withinMs;
  options.onBegin(await queue.count());
  answers.onPage = options.onPage;
  work(state);
  const isIdle = (): boolean => completer.isIdle() && looker.isIdle();
  while (!isIdle() && Date.now() < deadline) await sleep(LOOK_MS);
  stop(state);
  return queue.count();
}
