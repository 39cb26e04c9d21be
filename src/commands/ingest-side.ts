import { hostname } from "node:os";
import { setTimeout as sleep } from "node:timers/promises";
import { readFolder } from "../adapters/drop-folder/read-folder.ts";
import { createFetcher, type Fetcher } from "../adapters/fetcher/fetch-document.ts";
import type { Log } from "../adapters/log.ts";
import { lockIngest } from "../adapters/store/ingest-lock.ts";
import { createIngestStore } from "../adapters/store/ingest-store.ts";
import { openDatabase } from "../adapters/store/open-database.ts";
import { createPassLog } from "../adapters/store/pass-log.ts";
import { createPassRequests } from "../adapters/store/pass-requests.ts";
import { createPublishStore } from "../adapters/store/publish-store.ts";
import type { Config } from "../config/config.ts";
import { isFeedOf } from "../core/addresses.ts";
import { isDue } from "../core/next-poll.ts";
import { err, ok, type Result } from "../core/result.ts";
import type { SourceReport } from "../core/source-report.ts";
import type { SourceState } from "../core/source-state.ts";
import type { PassRequest, PassRequests } from "../core/store-ports.ts";
import { ingestSource } from "../ingest/ingest-source.ts";
import { createPoller, type Pass } from "../ingest/poll-due-sources.ts";
import { createDraftDocument } from "./draft-document.ts";
import { createIds } from "./ids.ts";
import { createReadingPool } from "./reading-pool.ts";

export type IngestSide = {
  readonly pass: (
    request: PassRequest | null,
    onReport: (report: SourceReport) => void,
  ) => Promise<Pass>;
  /** Takes a reread configuration into force; polls under way finish under the old one. */
  readonly reconfigure: (config: Config) => Promise<void>;
  readonly requests: PassRequests<SourceReport>;
  /** Notes that a pass finished, and when the next but one is due at the latest. */
  readonly notePass: (deadline: number | null) => Promise<void>;
  /** Waits for what is in flight to end, at most `graceMs`, then lets go of everything. */
  readonly close: (graceMs: number) => Promise<void>;
};

export type IngestSideOptions = { readonly config: Config; readonly log: Log };

/** Another process ingests into this database; `message` is a sentence. */
export type IngestSideError = { readonly kind: "locked" | "unusable"; readonly message: string };

/** Two cores: one reads while the other serves. */
const WORKERS = 2;

/** Opens and wires what takes articles in: fetcher, workers, store. */
export async function openIngestSide({
  config,
  log,
}: IngestSideOptions): Promise<Result<IngestSide, IngestSideError>> {
  const opened = await openDatabase(config.database);
  if (!opened.ok) return opened;
  const lock = lockIngest(config.database, `process ${process.pid} on ${hostname()}`);
  if (!lock.ok) {
    await opened.value.close();
    return err({
      kind: "locked",
      message: `${lock.error} already ingests into ${config.database}`,
    });
  }
  const { db } = opened.value;
  const store = createIngestStore(db);
  const pool = createReadingPool(WORKERS);
  const ids = createIds((await createPublishStore(db).instance()).id);
  await store.configure(config.sources, Date.now());

  let settings = config;
  let fetcher = fetcherFor(config);
  const poller = createPoller({
    sources: () => store.sources(),
    isDue: (source) => isDue(source, Date.now()),
    concurrency: config.ingest.concurrency,
    ingestSource: (source) => ingestLogged(source),
  });

  const ingestLogged = async (source: SourceState): Promise<SourceReport> => {
    const { limits } = settings.ingest;
    const report = await ingestSource(source, {
      store,
      ids,
      fetchDocument: fetcher.fetchDocument,
      draftDocument: createDraftDocument(pool),
      readFolder: (folder, known) =>
        readFolder(folder, known, { bodyBytes: limits.bodyBytes, now: Date.now, sleep }),
      isOwnFeed: (url) => isFeedOf(settings.site.url, url),
      items: limits.items,
      now: Date.now,
      random: Math.random,
    });
    logReport(log, report);
    return report;
  };

  return ok({
    pass: (request, onReport) => poller.start(request, onReport),
    async reconfigure(next) {
      await store.configure(next.sources, Date.now());
      const old = fetcher;
      settings = next;
      fetcher = fetcherFor(next);
      await whenIdle(() => poller.busy() === 0);
      await old.close();
    },
    requests: createPassRequests<SourceReport>(db),
    notePass: (deadline) => createPassLog(db).note({ at: Date.now(), deadline }),
    async close(graceMs) {
      await Promise.race([
        whenIdle(() => poller.busy() === 0),
        sleep(graceMs, undefined, { ref: false }),
      ]);
      await Promise.all([fetcher.close(), pool.close()]);
      await opened.value.close();
      lock.value.release();
    },
  });
}

function fetcherFor({ ingest }: Config): Fetcher {
  const { userAgent, limits, allowNetworks, concurrency, perHost } = ingest;
  return createFetcher({ userAgent, limits, allowNetworks, concurrency, perHost, now: Date.now });
}

/** One line for each outcome that says something; unchanged sources are the rule. */
function logReport(log: Log, report: SourceReport): void {
  const { ms: durationMs, ...fields } = report;
  if (report.outcome === "failed") log.warn({ ...fields, durationMs }, "poll failed");
  else if (report.outcome === "ok") log.info({ ...fields, durationMs }, "polled");
}

const IDLE_CHECK_MS = 50;

async function whenIdle(isIdle: () => boolean): Promise<void> {
  while (!isIdle()) await sleep(IDLE_CHECK_MS);
}
