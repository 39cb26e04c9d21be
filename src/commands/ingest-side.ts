import { hostname } from "node:os";
import { setTimeout as sleep } from "node:timers/promises";
import { readFolder } from "../adapters/drop-folder/read-folder.ts";
import { createFetcher, type Fetcher } from "../adapters/fetcher/fetch-document.ts";
import type { Log } from "../adapters/log.ts";
import { lockIngest } from "../adapters/store/ingest-lock.ts";
import { createIngestStore } from "../adapters/store/ingest-store.ts";
import { type OpenDatabase, openDatabase } from "../adapters/store/open-database.ts";
import { createPassLog } from "../adapters/store/pass-log.ts";
import { createPassRequests } from "../adapters/store/pass-requests.ts";
import { createPublishStore } from "../adapters/store/publish-store.ts";
import type { Config } from "../config/config.ts";
import { isFeedOf } from "../core/addresses.ts";
import type { HostHold } from "../core/host-hold.ts";
import { isDue } from "../core/next-poll.ts";
import type { PassRequest, PassRequests } from "../core/pass-requests.ts";
import { err, ok, type Result } from "../core/result.ts";
import type { SourceReport } from "../core/source-report.ts";
import { withSubscribers } from "../core/user-agent.ts";
import { createHostHolds, hostOfSource } from "../ingest/host-holds.ts";
import { type IngestSourceDeps, ingestSource } from "../ingest/ingest-source.ts";
import { createPoller, type Pass } from "../ingest/poll-due-sources.ts";
import type { AdminActions } from "../publish/admin-page.ts";
import { createArticleEdits } from "./article-edits.ts";
import { type Completing, createCompleting } from "./completing.ts";
import { createDraftDocument } from "./draft-document.ts";
import { createIds } from "./ids.ts";
import { revisingDeps } from "./open-revising.ts";
import { createReadingPool } from "./reading-pool.ts";
import { createRedraft } from "./redraft.ts";
import { createWriteGate } from "./write-gate.ts";

export type IngestSide = {
  readonly pass: (
    request: PassRequest | null,
    onReport: (report: SourceReport) => void,
  ) => Promise<Pass>;
  /** Takes a reread configuration into force; polls under way finish under the old one. */
  readonly reconfigure: (config: Config) => Promise<void>;
  /** How many people publishers' articles reach through us: told to them in the User-Agent. */
  readonly tellAudience: (subscribers: number) => void;
  readonly requests: PassRequests<SourceReport>;
  /** Completes articles from their pages: by itself once it is started, or until nothing is due. */
  readonly completing: Pick<Completing, "start" | "drain">;
  /** What an editor does with one article. */
  readonly edits: AdminActions;
  /** Notes that a pass finished, and when the next but one is due at the latest. */
  readonly notePass: (deadline: number | null) => Promise<void>;
  /** Waits for what is in flight to end, at most `graceMs`, then lets go of everything. */
  readonly close: (graceMs: number) => Promise<void>;
};

export type IngestSideOptions = {
  readonly config: Config;
  readonly log: Log;
  /** The database was checked by this service's start. */
  readonly isChecked: boolean;
  /** How long to wait for another process that is about to let go. */
  readonly lockWaitMs: number;
};

/** Another process ingests into this database; `message` is a sentence. */
export type IngestSideError = { readonly kind: "locked" | "unusable"; readonly message: string };

/**
 * The fetcher bounds the requests in flight; more polls than that may wait for one slow host while
 * others go on.
 */
const POLLS_PER_FETCH = 4;
/** Two cores: one reads while the other serves. */
const WORKERS = 2;

/** Opens and wires what takes articles in: fetcher, workers, store. */
export async function openIngestSide(
  options: IngestSideOptions,
): Promise<Result<IngestSide, IngestSideError>> {
  const { isChecked } = options;
  const { database } = options.config;
  const opened = await openDatabase(database, { isChecked });
  if (!opened.ok) return opened;
  const holder = `process ${process.pid} on ${hostname()}`;
  const lock = lockIngest(database, { holder, waitMs: options.lockWaitMs });
  if (!lock.ok) {
    await opened.value.close();
    return err({ kind: "locked", message: `${lock.error} already ingests into ${database}` });
  }
  const release = async (): Promise<void> => {
    await opened.value.close();
    lock.value.release();
  };
  return ok(await wire(options, { db: opened.value.db, release }));
}

type Opened = { readonly db: OpenDatabase["db"]; readonly release: () => Promise<void> };

async function wire(
  { config, log }: IngestSideOptions,
  { db, release }: Opened,
): Promise<IngestSide> {
  const store = createIngestStore(db);
  const gate = createWriteGate(store);
  const pool = createReadingPool(WORKERS);
  const ids = createIds((await createPublishStore(db).instance()).id);
  await store.configure(config.sources, Date.now());
  const holds = createHostHolds(store);
  let subscribers = 0;
  const settingsFor = (next: Config): Settings => ({
    config: next,
    fetcher: fetcherFor(next, () => subscribers),
  });
  let current = settingsFor(config);
  const completing = createCompleting({
    ...{ db, store, gate, ids, holds, log },
    redraft: createRedraft(pool),
    current: () => current,
  });
  const draftDocument = createDraftDocument(pool, (id) => store.repeatedBlocks(id));
  const onHold = (hold: HostHold): Promise<void> => {
    completing.hold(hold);
    return holds.add(hold);
  };
  const poller = createPoller({
    sources: () => store.sources(),
    isDue: (source) => isDue(source, Date.now()),
    isHeld: (source) => holds.isHeld(source, Date.now()),
    hostOf: hostOfSource,
    limits: {
      concurrency: POLLS_PER_FETCH * config.ingest.concurrency,
      perHost: config.ingest.perHost,
    },
    ingestSource: async (source) => {
      const deps = depsFor(current, { store: gate.store, ids, draftDocument, onHold });
      const report = await ingestSource(source, deps);
      logReport(log, report);
      if (report.outcome === "ok") completing.polled();
      return report;
    },
  });
  const isIdle = (): boolean => poller.busy() === 0 && completing.isIdle();

  return {
    pass: (request, onReport) => poller.start(request, onReport),
    async reconfigure(next) {
      await store.configure(next.sources, Date.now());
      const { fetcher } = current;
      current = settingsFor(next);
      completing.pause();
      await until(() => isIdle() || gate.isShut());
      completing.resume();
      await fetcher.close();
    },
    tellAudience(count) {
      subscribers = count;
    },
    requests: createPassRequests<SourceReport>(db),
    completing,
    edits: createArticleEdits(await revisingDeps(db, pool, () => current.config)),
    notePass: (deadline) => createPassLog(db).note({ at: Date.now(), deadline }),
    async close(graceMs) {
      const deadline = Date.now() + graceMs;
      completing.stop();
      await until(() => isIdle() || Date.now() >= deadline);
      gate.shut();
      await Promise.all([current.fetcher.close(), pool.close()]);
      await release();
    },
  };
}

/** What a reread configuration replaces. */
type Settings = { readonly config: Config; readonly fetcher: Fetcher };

type Parts = Pick<IngestSourceDeps, "store" | "ids" | "draftDocument" | "onHold">;

function depsFor({ config, fetcher }: Settings, parts: Parts): IngestSourceDeps {
  const { items, bodyBytes } = config.ingest.limits;
  return {
    ...parts,
    items,
    fetchDocument: fetcher.fetchDocument,
    readFolder: (folder, known) => readFolder(folder, known, { bodyBytes, now: Date.now, sleep }),
    isOwnFeed: (url) => isFeedOf(config.site.url, url),
    now: Date.now,
    random: Math.random,
  };
}

function fetcherFor({ ingest }: Config, subscribers: () => number): Fetcher {
  const { limits, allowNetworks, concurrency, perHost } = ingest;
  const userAgent = (): string => withSubscribers(ingest.userAgent, subscribers());
  return createFetcher({ userAgent, limits, allowNetworks, concurrency, perHost, now: Date.now });
}

/** One line for each outcome that says something; unchanged sources are the rule. */
function logReport(log: Log, report: SourceReport): void {
  const { ms: durationMs, ...fields } = report;
  if (report.outcome === "failed") log.warn({ ...fields, durationMs }, "poll failed");
  else if (report.outcome === "ok") log.info({ ...fields, durationMs }, "polled");
}

const CHECK_MS = 50;

async function until(isSo: () => boolean): Promise<void> {
  while (!isSo()) await sleep(CHECK_MS);
}
