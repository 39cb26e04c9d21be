import { setTimeout as sleep } from "node:timers/promises";
import type { Log } from "../adapters/log.ts";
import type { OpenDatabase } from "../adapters/store/open-database.ts";
import { createPageQueue } from "../adapters/store/page-queue.ts";
import type { Config } from "../config/config.ts";
import { isFeedOf } from "../core/addresses.ts";
import type { FetchDocument } from "../core/fetched.ts";
import type { Ids } from "../core/ingest-intent.ts";
import type { HostHold } from "../core/polling/host-hold.ts";
import type { SourceState } from "../core/source-state.ts";
import type { IngestStore, PageQueue } from "../core/store-ports.ts";
import {
  type Completer,
  type CompleterDeps,
  createCompleter,
} from "../ingest/complete-articles.ts";
import type { PageReport } from "../ingest/complete-page.ts";
import type { HostHolds } from "../ingest/host-holds.ts";
import type { Redraft } from "../ingest/ports.ts";
import { type AskRobots, createRobots, robotsToken } from "../ingest/robots.ts";
import { createReviser, type Reviser } from "./reviser.ts";
import type { WriteGate } from "./write-gate.ts";

/** What goes on after polls: articles are completed from their pages, and drafted again when blocks were learnt. */
export type Completing = {
  /** From now on it works by itself. */
  readonly start: () => void;
  /** A poll ended: there may be new work. */
  readonly polled: () => void;
  readonly hold: (hold: HostHold) => void;
  /** Other settings are in force: there may be new work, and hosts are asked under the name of now. */
  readonly reconfigured: () => void;
  readonly isIdle: () => boolean;
  /** Works until nothing is due any more or the time is over. @returns how many pages wait. */
  readonly drain: (options: DrainOptions) => Promise<number>;
  readonly stop: () => void;
};

export type DrainOptions = {
  readonly withinMs: number;
  /** With how many pages wait at first, and whenever one is done. */
  readonly onBegin: (waiting: number) => void;
  readonly onPage: () => void;
};

export type CompletingDeps = {
  readonly db: OpenDatabase["db"];
  readonly store: IngestStore;
  readonly gate: WriteGate;
  readonly redraft: Redraft;
  readonly ids: Ids;
  readonly holds: HostHolds;
  /** What is in force now. */
  readonly current: () => Config;
  readonly fetchDocument: FetchDocument;
  readonly log: Log;
};

type State = {
  readonly deps: CompletingDeps;
  readonly queue: PageQueue;
  readonly completer: Completer;
  readonly reviser: Reviser;
  readonly answers: Answers;
  isStarted: boolean;
};

/** What the completer asks for each page, and whom it tells: both change while it runs. */
type Answers = { robots: Robots; onPage: () => void };

/** What hosts say in robots.txt to those who ask under these settings. */
type Robots = { readonly settings: string; readonly ask: AskRobots };

export function createCompleting(deps: CompletingDeps): Completing {
  const queue = gated(createPageQueue(deps.db), deps.gate);
  const answers: Answers = { robots: robotsFor(deps), onPage: () => {} };
  const completer = createCompleter(completerDeps(deps, queue, answers));
  const reviser = createReviser({ ...deps, source: (id) => sourceOf(deps.store, id) });
  const state: State = { deps, queue, completer, reviser, answers, isStarted: false };
  return {
    start() {
      state.isStarted = true;
      work(state);
    },
    polled() {
      if (state.isStarted) work(state);
    },
    hold: completer.hold,
    reconfigured() {
      renewRobots(state);
      if (state.isStarted) work(state);
    },
    isIdle: () => completer.busy() === 0 && reviser.isIdle(),
    drain: (options) => drain(state, options),
    stop: completer.stop,
  };
}

/** What is written while a service stops is not written. */
function gated(queue: PageQueue, { unlessShut }: WriteGate): PageQueue {
  return {
    due: (...args) => unlessShut(() => queue.due(...args)),
    load: (articleId) => unlessShut(() => queue.load(articleId)),
    nextAt: () => unlessShut(() => queue.nextAt()),
    count: () => unlessShut(() => queue.count()),
    complete: (...args) => unlessShut(() => queue.complete(...args)),
    fail: (...args) => unlessShut(() => queue.fail(...args)),
    release: (now) => unlessShut(() => queue.release(now)),
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

function completerDeps(deps: CompletingDeps, queue: PageQueue, answers: Answers): CompleterDeps {
  const { store, redraft, ids, current, fetchDocument, log } = deps;
  return {
    ...{ queue, redraft, ids, fetchDocument, now: Date.now, random: Math.random, pause: sleep },
    concurrency: () => current().ingest.concurrency,
    source: (id) => sourceOf(store, id),
    repeatedBlocks: (id) => store.repeatedBlocks(id),
    askRobots: (url) => answers.robots.ask(url),
    isOwn: (url) => isOwn(current().site.url, url),
    onHold: (hold) => deps.holds.add(hold),
    after(ms, act) {
      const timer = setTimeout(act, ms);
      return () => clearTimeout(timer);
    },
    onReport(report) {
      logReport(log, report);
      answers.onPage();
    },
    onProblem: (cause) => log.error({ err: cause }, "completing failed: it is tried again"),
  };
}

const sourceOf = async (store: IngestStore, id: string): Promise<SourceState | null> =>
  (await store.sources()).find(({ definition }) => definition.id === id) ?? null;

const isOwn = (siteUrl: string, url: string): boolean =>
  isFeedOf(siteUrl, url) || url.startsWith(`${siteUrl}/articles/`);

/** One line for each page that was asked for. */
function logReport(log: Log, report: PageReport): void {
  const isBad = report.outcome === "failed" || report.outcome === "given-up";
  if (isBad) log.warn(report, "page failed");
  else log.info(report, "page read");
}

function work({ completer, reviser }: State): void {
  completer.wake();
  reviser.wake();
}

/** Another name is told other rules, and another network may be asked. */
function renewRobots({ deps, answers }: State): void {
  if (answers.robots.settings !== JSON.stringify(deps.current().ingest)) {
    answers.robots = robotsFor(deps);
  }
}

const LOOK_MS = 50;

async function drain(state: State, options: DrainOptions): Promise<number> {
  const { queue, completer, reviser, answers } = state;
  const deadline = Date.now() + options.withinMs;
  options.onBegin(await queue.count());
  answers.onPage = options.onPage;
  work(state);
  const isIdle = (): boolean => completer.isIdle() && reviser.isIdle();
  while (!isIdle() && Date.now() < deadline) await sleep(LOOK_MS);
  completer.stop();
  return queue.count();
}
