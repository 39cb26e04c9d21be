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
import type { Ids } from "../core/decide-ingest.ts";
import { isDue } from "../core/next-poll.ts";
import { err, ok, type Result } from "../core/result.ts";
import type { SourceReport } from "../core/source-report.ts";
import type { PassRequest, PassRequests } from "../core/store-ports.ts";
import { withSubscribers } from "../core/user-agent.ts";
import { createHostHolds, type HostHolds, hostOfSource } from "../ingest/host-holds.ts";
import { type IngestSourceDeps, ingestSource } from "../ingest/ingest-source.ts";
import { createPoller, type Pass } from "../ingest/poll-due-sources.ts";
import { createDraftDocument } from "./draft-document.ts";
import { createIds } from "./ids.ts";
import { createReadingPool, type ReadingPool } from "./reading-pool.ts";
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
      const deps = depsFor(current, { store: gate.store, ids, pool, holds });
      const report = await ingestSource(source, deps);
      logReport(log, report);
      return report;
    },
  });
  const isIdle = (): boolean => poller.busy() === 0;

  return {
    pass: (request, onReport) => poller.start(request, onReport),
    async reconfigure(next) {
      await store.configure(next.sources, Date.now());
      const { fetcher } = current;
      current = settingsFor(next);
      await until(() => isIdle() || gate.isShut());
      await fetcher.close();
    },
    tellAudience(count) {
      subscribers = count;
    },
    requests: createPassRequests<SourceReport>(db),
    notePass: (deadline) => createPassLog(db).note({ at: Date.now(), deadline }),
    async close(graceMs) {
      const deadline = Date.now() + graceMs;
      await until(() => isIdle() || Date.now() >= deadline);
      gate.shut();
      await Promise.all([current.fetcher.close(), pool.close()]);
      await release();
    },
  };
}

/** What a reread configuration replaces. */
type Settings = { readonly config: Config; readonly fetcher: Fetcher };

type Parts = {
  readonly store: IngestSourceDeps["store"];
  readonly ids: Ids;
  readonly pool: ReadingPool;
  readonly holds: HostHolds;
};

function depsFor(
  { config, fetcher }: Settings,
  { store, ids, pool, holds }: Parts,
): IngestSourceDeps {
  const { items, bodyBytes } = config.ingest.limits;
  return {
    store,
    ids,
    items,
    onHold: (hold) => holds.add(hold),
    fetchDocument: fetcher.fetchDocument,
    draftDocument: createDraftDocument(pool),
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
