import { setTimeout as sleep } from "node:timers/promises";
import type { Fetcher } from "../adapters/fetcher/fetch-document.ts";
import type { Log } from "../adapters/log.ts";
import type { OpenDatabase } from "../adapters/store/open-database.ts";
import { createPageQueue } from "../adapters/store/page-queue.ts";
import { createRevisionStore } from "../adapters/store/revision-store.ts";
import type { Config } from "../config/config.ts";
import { isFeedOf } from "../core/addresses.ts";
import type { HostHold } from "../core/host-hold.ts";
import type { Ids } from "../core/ingest-intent.ts";
import type { SourceState } from "../core/source-state.ts";
import type { IngestStore, PageQueue, RevisionRequest } from "../core/store-ports.ts";
import { createCompleter } from "../ingest/complete-articles.ts";
import type { PageReport } from "../ingest/complete-page.ts";
import type { HostHolds } from "../ingest/host-holds.ts";
import type { Redraft } from "../ingest/ports.ts";
import { type ReviseDeps, reviseSource } from "../ingest/revise-source.ts";
import { type AskRobots, createRobots, robotsToken } from "../ingest/robots.ts";
import type { WriteGate } from "./write-gate.ts";

/** What goes on after polls: articles are completed from their pages, and drafted again when blocks were learnt. */
export type Completing = {
  /** From now on it works by itself. */
  readonly start: () => void;
  /** A poll ended: there may be new work. */
  readonly polled: () => void;
  readonly hold: (hold: HostHold) => void;
  /** Begins nothing until it is resumed, under what is configured then. */
  readonly pause: () => void;
  readonly resume: () => void;
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
  readonly current: () => { readonly config: Config; readonly fetcher: Fetcher };
  readonly log: Log;
};

const LOOK_MS = 50;

export function createCompleting(deps: CompletingDeps): Completing {
  const { store, redraft, ids, current, log } = deps;
  const queue = gated(createPageQueue(deps.db), deps.gate);
  const reviser = createReviser(deps);
  let askRobots = robotsFor(deps);
  let isStarted = false;
  let onPage = (): void => {};

  const completer = createCompleter({
    ...{ queue, redraft, ids, now: Date.now, random: Math.random, pause: sleep },
    concurrency: current().config.ingest.concurrency,
    source: (id) => sourceOf(store, id),
    repeatedBlocks: (id) => store.repeatedBlocks(id),
    fetchDocument: (request) => current().fetcher.fetchDocument(request),
    askRobots: (url) => askRobots(url),
    isOwn: (url) => isOwn(current().config.site.url, url),
    onHold: (hold) => deps.holds.add(hold),
    after(ms, act) {
      const timer = setTimeout(act, ms);
      return () => clearTimeout(timer);
    },
    onReport(report) {
      logReport(log, report);
      onPage();
    },
    onProblem: (cause) => log.error({ err: cause }, "completing failed: it is tried again"),
  });
  const work = (): void => {
    completer.wake();
    reviser.wake();
  };
  const isIdle = (): boolean => completer.isIdle() && reviser.isIdle();

  return {
    start() {
      isStarted = true;
      work();
    },
    polled: () => void (isStarted && work()),
    hold: completer.hold,
    pause: completer.pause,
    resume() {
      askRobots = robotsFor(deps);
      completer.resume();
      if (isStarted) work();
    },
    isIdle: () => completer.busy() === 0 && reviser.isIdle(),
    async drain(options) {
      const deadline = Date.now() + options.withinMs;
      options.onBegin(await queue.count());
      onPage = options.onPage;
      work();
      while (!isIdle() && Date.now() < deadline) await sleep(LOOK_MS);
      completer.stop();
      return queue.count();
    },
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

const robotsFor = ({ current }: CompletingDeps): AskRobots =>
  createRobots({
    fetchDocument: (request) => current().fetcher.fetchDocument(request),
    token: robotsToken(current().config.ingest.userAgent),
    now: Date.now,
  });

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

type Reviser = { readonly wake: () => void; readonly isIdle: () => boolean };

/** Drafts again what the store wants to be drafted again, one source after the other. */
function createReviser({ db, store, gate, redraft, ids, log }: CompletingDeps): Reviser {
  const revisions = createRevisionStore(db);
  let isWorking = false;
  let isWoken = false;
  const deps: ReviseDeps = {
    ...{ redraft, ids, now: Date.now },
    repeatedBlocks: (id) => store.repeatedBlocks(id),
    store: {
      received: (query) => revisions.received(query),
      recent: (id) => revisions.recent(id),
      revise: (...args) => gate.unlessShut(() => revisions.revise(...args)),
    },
  };
  const revise = async (request: RevisionRequest): Promise<void> => {
    const source = await sourceOf(store, request.sourceId);
    if (source === null || gate.isShut()) return;
    const revised = await reviseSource({ source, articles: request.extent }, deps);
    await gate.unlessShut(() => revisions.done(request));
    log.info({ source: request.sourceId, ...revised }, "articles drafted again");
  };
  const work = async (): Promise<void> => {
    while (isWoken && !gate.isShut()) {
      isWoken = false;
      for (const request of await revisions.wanted()) await revise(request);
    }
  };
  const wake = (): void => {
    isWoken = true;
    if (isWorking) return;
    isWorking = true;
    work()
      .catch((cause: unknown) => log.error({ err: cause }, "articles could not be drafted again"))
      .finally(() => {
        isWorking = false;
        if (isWoken) wake();
      });
  };
  return { wake, isIdle: () => !isWorking };
}
