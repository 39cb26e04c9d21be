import { hostname } from "node:os";
import { setTimeout as sleep } from "node:timers/promises";
import { createFetcher, type Fetcher } from "../adapters/fetcher/fetch-document.ts";
import type { Log } from "../adapters/log.ts";
import { lockIngest } from "../adapters/store/ingest-lock.ts";
import { createIngestStore } from "../adapters/store/ingest-store.ts";
import { type OpenDatabase, openDatabase } from "../adapters/store/open-database.ts";
import { createPassLog } from "../adapters/store/pass-log.ts";
import { createPassRequests } from "../adapters/store/pass-requests.ts";
import { createPublishStore } from "../adapters/store/publish-store.ts";
import type { Config } from "../config/config.ts";
import type { PassRequest, PassRequests } from "../core/pass-requests.ts";
import type { SourceReport } from "../core/polling/source-report.ts";
import { withSubscribers } from "../core/polling/user-agent.ts";
import { err, ok, type Result } from "../core/result.ts";
import type { IngestStore } from "../core/store-ports.ts";
import { createHostHolds } from "../ingest/host-holds.ts";
import type { Pass, Poller } from "../ingest/poll-due-sources.ts";
import type { AdminActions } from "../publish/admin-page.ts";
import { createArticleEdits } from "./article-edits.ts";
import { type Completing, createCompleting } from "./completing.ts";
import { createDraftDocument } from "./draft-document.ts";
import { createIds } from "./ids.ts";
import { revisingDeps } from "./open-revising.ts";
import { createPolling } from "./polling.ts";
import { createReadingPool, type ReadingPool } from "./reading-pool.ts";
import { createRedraft } from "./redraft.ts";
import { createWriteGate, type WriteGate } from "./write-gate.ts";

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
  /** The network; absent for the real one. */
  readonly createFetcher?: typeof createFetcher;
};

/** Another process ingests into this database; `message` is a sentence. */
export type IngestSideError = { readonly kind: "locked" | "unusable"; readonly message: string };

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
  { config, log, ...options }: IngestSideOptions,
  { db, release }: Opened,
): Promise<IngestSide> {
  const store = createIngestStore(db);
  const gate = createWriteGate(store);
  const pool = createReadingPool(WORKERS);
  const ids = createIds((await createPublishStore(db).instance()).id);
  await store.configure(config.sources, Date.now());
  const audience: Audience = { subscribers: 0 };
  const network: Network = { audience, createFetcher: options.createFetcher ?? createFetcher };
  const inForce: InForce = { settings: settingsFor(config, network) };
  const current = (): Settings => inForce.settings;
  const shared = { store, gate, ids, holds: createHostHolds(store), current, log };
  const completing = createCompleting({ ...shared, db, redraft: createRedraft(pool) });
  const draftDocument = createDraftDocument(pool, (id) => store.repeatedBlocks(id));
  const poller = createPolling({ ...shared, draftDocument, completing });
  const parts: Parts = { store, gate, pool, poller, completing, network, inForce, release };
  return {
    pass: (request, onReport) => poller.start(request, onReport),
    reconfigure: (next) => reconfigure(parts, next),
    tellAudience(count) {
      audience.subscribers = count;
    },
    requests: createPassRequests<SourceReport>(db),
    completing,
    edits: createArticleEdits(await revisingDeps(db, pool, () => current().config)),
    notePass: (deadline) => createPassLog(db).note({ at: Date.now(), deadline }),
    close: (graceMs) => close(parts, graceMs),
  };
}

/** As last told. */
type Audience = { subscribers: number };

type Network = { readonly audience: Audience; readonly createFetcher: typeof createFetcher };

/** What a reread configuration replaces. */
type Settings = { readonly config: Config; readonly fetcher: Fetcher };

type InForce = { settings: Settings };

const settingsFor = (config: Config, network: Network): Settings => ({
  config,
  fetcher: fetcherFor(config, network),
});

function fetcherFor({ ingest }: Config, network: Network): Fetcher {
  const { limits, allowNetworks, concurrency, perHost } = ingest;
  const userAgent = (): string => withSubscribers(ingest.userAgent, network.audience.subscribers);
  const bounds = { limits, allowNetworks, concurrency, perHost };
  return network.createFetcher({ userAgent, ...bounds, now: Date.now });
}

type Parts = {
  readonly store: IngestStore;
  readonly gate: WriteGate;
  readonly pool: ReadingPool;
  readonly poller: Poller;
  readonly completing: Completing;
  readonly network: Network;
  readonly inForce: InForce;
  readonly release: () => Promise<void>;
};

async function reconfigure(parts: Parts, next: Config): Promise<void> {
  const { store, gate, completing, network, inForce } = parts;
  await store.configure(next.sources, Date.now());
  const { fetcher } = inForce.settings;
  inForce.settings = settingsFor(next, network);
  completing.pause();
  await until(() => isIdle(parts) || gate.isShut());
  completing.resume();
  await fetcher.close();
}

async function close(parts: Parts, graceMs: number): Promise<void> {
  const { gate, pool, completing, inForce, release } = parts;
  const deadline = Date.now() + graceMs;
  completing.stop();
  await until(() => isIdle(parts) || Date.now() >= deadline);
  gate.shut();
  await Promise.all([inForce.settings.fetcher.close(), pool.close()]);
  await release();
}

const isIdle = ({ poller, completing }: Parts): boolean =>
  poller.busy() === 0 && completing.isIdle();

const CHECK_MS = 50;

async function until(isSo: () => boolean): Promise<void> {
  while (!isSo()) await sleep(CHECK_MS);
}
