import { setTimeout as sleep } from "node:timers/promises";
import type { createFetcher } from "../../adapters/fetcher/fetch-document.ts";
import type { Log } from "../../adapters/log.ts";
import type { IngesterKind, LockHolder, OpenDatabase } from "../../adapters/store/engine/engine.ts";
import { databaseAt } from "../../adapters/store/engine/engines.ts";
import { createIngestStore } from "../../adapters/store/intake/ingest-store.ts";
import { createRevisionStore } from "../../adapters/store/intake/revision-store.ts";
import { createFilesLog } from "../../adapters/store/publishing/files-log.ts";
import { createPublishStore } from "../../adapters/store/publishing/publish-store.ts";
import { giveBackLeft, giveBackOwn } from "../../adapters/store/queues/leased-rows.ts";
import { createOrderBook } from "../../adapters/store/queues/order-book.ts";
import { createPassLog } from "../../adapters/store/queues/pass-log.ts";
import { createRenameStore } from "../../adapters/store/sources/rename-sources.ts";
import type { Config } from "../../config/config.ts";
import { formerOutlineId, outlineId } from "../../config/opml-sources.ts";
import type { IngestStore } from "../../core/intake/ingest-store.ts";
import type { SourceReport } from "../../core/intake/source-report.ts";
import type { PassScope } from "../../core/orders/order.ts";
import type { OrderBook } from "../../core/orders/order-book.ts";
import { err, ok, type Result } from "../../core/result.ts";
import type { SourceDefinition } from "../../core/settings/definitions.ts";
import { decideConfiguration } from "../../core/sources/configuring.ts";
import { decideAnnounced, decideRenamings } from "../../core/sources/renaming.ts";
import type { Desk } from "../../desk/carry-out.ts";
import { createDesk } from "../../desk/desk.ts";
import type { EditConfigurationDeps } from "../../desk/edit-configuration.ts";
import type { HostTurns } from "../../ingest/host-turns.ts";
import type { Pass, Poller } from "../../ingest/poll-due-sources.ts";
import { type Backups, openBackups } from "../backups/open-backups.ts";
import { createConfigurationEditor } from "../editing/configuration-editor.ts";
import type { Io } from "../io.ts";
import { createReadingPool, type ReadingPool } from "../reading/reading-pool.ts";
import { type Completing, createCompleting } from "./completing.ts";
import { type CurrentFetcher, createCurrentFetcher } from "./current-fetcher.ts";
import { createDraftDocument } from "./draft-document.ts";
import { createIds } from "./ids.ts";
import { openHosts } from "./open-hosts.ts";
import { passesOf, type SubscriberCount } from "./passes.ts";
import { createPolling } from "./polling.ts";
import { previewingDeps } from "./preview.ts";
import { createRedraft } from "./redraft.ts";
import { requireInPlace } from "./require-in-place.ts";
import { revisingDeps } from "./revising-deps.ts";
import { createWriteGate, type WriteGate } from "./write-gate.ts";

export type IngestSide = {
  readonly pass: (
    scope: PassScope | null,
    onReport: (report: SourceReport) => void,
  ) => Promise<Pass>;
  /**
   * Puts a reread configuration into force without waiting for polls under way: when their results are written, the
   * stored definition of the source decides.
   */
  readonly reconfigure: (config: Config) => Promise<void>;
  readonly orders: OrderBook;
  readonly desk: Desk;
  /** Completes articles from their pages: by itself after `start`, or with `drain` until nothing is due. */
  readonly completing: Pick<Completing, "start" | "drain">;
  /** Makes backups by the schedule of the configuration after `start`. */
  readonly backups: Pick<Backups, "start">;
  /** Whether articles wait to be drafted again. */
  readonly hasRevisions: () => Promise<boolean>;
  /** Compares some stored articles again, and joins clusters of one text. */
  readonly heal: () => Promise<void>;
  /** Notes that a pass finished. @param deadline when the next but one is due at the latest; `null`: unknown. */
  readonly notePass: (deadline: number | null) => Promise<void>;
  /** Waits at most `graceMs` for the work in flight, then closes everything. */
  readonly close: (graceMs: number) => Promise<void>;
};

export type IngestSideOptions = {
  readonly config: Config;
  /** The name of this node. */
  readonly node: string;
  readonly log: Log;
  /** Whether this node polls a source; default: all. */
  readonly isHere?: (source: SourceDefinition) => boolean;
  /** Whether the start of this service has checked the database. */
  readonly isChecked: boolean;
  /** Whether this process holds the database for one pass or as a service. */
  readonly kind: IngesterKind;
  /** For the secrets that the configuration names, when it is edited; absent: that of this process. */
  readonly environment?: Io["environment"];
  /** Makes the fetcher; absent: the one for the real network. */
  readonly createFetcher?: typeof createFetcher;
};

/** Why this process cannot ingest here; `message` is a sentence. `locked`: another process ingests. */
export type IngestSideError =
  | { readonly kind: "unusable" | "away"; readonly message: string }
  | { readonly kind: "locked"; readonly message: string; readonly holder: LockHolder };

/** The second reads on when the first is stuck with a document. */
const WORKERS = 2;

/** Opens and wires the ingest side: fetcher, workers, store. */
export async function openIngestSide(
  options: IngestSideOptions,
): Promise<Result<IngestSide, IngestSideError>> {
  const { isChecked, node } = options;
  const database = databaseAt(options.config.database);
  const opened = await database.open({ isChecked });
  if (!opened.ok) return opened;
  const name = `process ${process.pid} on ${node}`;
  const entered = await database.enterIngest({ name, kind: options.kind });
  if (!entered.ok) {
    await opened.value.close();
    const message = `${entered.error.name} already ingests into ${database.label}`;
    return err({ kind: "locked", message, holder: entered.error });
  }
  const { holder, living, isHeld, release: leave } = entered.value;
  const { db, place, close: closeDatabase } = opened.value;
  const release = async (): Promise<void> => {
    if (holder !== null) await inTime(giveBackOwn(db, holder));
    await closeDatabase();
    await leave();
  };
  try {
    // Rather than wait for the end of leases whose holders are gone.
    await giveBackLeft(db, await living());
    await createPassLog(db).forget(Date.now() - NODES_KEPT_MS);
    await createFilesLog(db).forget(Date.now() - FILE_NODES_KEPT_MS);
    const requireOurs = async (): Promise<void> => {
      requireInPlace(await place());
      if (!(await isHeld())) throw new Error(TAKEN_OVER);
    };
    return ok(await wire(options, { db, holder, requireOurs, release }));
  } catch (cause) {
    await release();
    throw cause;
  }
}

/** How long status tells of a node that makes no passes any more. */
const NODES_KEPT_MS = 24 * 60 * 60 * 1000;
/** How long it is known which folders a node wrote to; it is noted anew with each start. */
const FILE_NODES_KEPT_MS = 365 * 24 * 60 * 60 * 1000;

const GIVE_BACK_MS = 300;

/** Leases run out where the server does not answer. */
const inTime = (giving: Promise<void>): Promise<void> =>
  Promise.race([giving.catch(() => {}), sleep(GIVE_BACK_MS, undefined, { ref: false })]);

type Opened = Pick<OpenDatabase, "db"> & {
  /** See lease-columns.ts. */
  readonly holder: number | null;
  /** Rejects when this process must not poll: the database is another one, or another process has the lock. */
  readonly requireOurs: () => Promise<void>;
  readonly release: () => Promise<void>;
};

const TAKEN_OVER = "another process ingests into this database now";

async function wire(
  { config, log, node, kind, ...options }: IngestSideOptions,
  { db, holder, requireOurs, release }: Opened,
): Promise<IngestSide> {
  const store = createIngestStore(db, holder);
  const gate = createWriteGate(store);
  const pool = createReadingPool(WORKERS);
  const { id: deskId } = await createPublishStore(db).instance();
  const ids = createIds(deskId);
  await configure({ db, store }, config);
  const audience: SubscriberCount = { subscribers: 0 };
  const inForce: InForce = { config };
  const current = (): Config => inForce.config;
  const fetcher = createCurrentFetcher(config, {
    subscribers: () => audience.subscribers,
    create: async (own) => (options.createFetcher ?? (await realFetcher()))(own),
  });
  const { fetchDocument } = fetcher;
  const { holds, turns } = await openHosts({ db, holder, store, log });
  const shared = { store, gate, ids, holds, turns, current, fetchDocument, log };
  const completing = createCompleting({ ...shared, db, holder, redraft: createRedraft(pool) });
  const draftDocument = createDraftDocument(pool, store);
  const poller = createPolling({ ...shared, isHere: options.isHere, draftDocument, completing });
  const backups = openBackups({ db, deskId, current, log });
  const working = { db, backups, store, gate, pool, poller, completing, turns, fetcher };
  const healing = { db, holder, kind, gate, log, fallbackEntryId: ids.fallbackEntryId };
  const passes = passesOf({ node, requireOurs, poller, audience, ...healing });
  return sideOf({ ...working, inForce, release }, passes, {
    ...passes,
    ...backups.making,
    fallbackEntryId: ids.fallbackEntryId,
    revising: await revisingDeps(db, pool, current),
    editing: editingDeps({ db, current, kind, ...options }),
    previewing: previewingDeps({ current, pool, fetchDocument, store, onHold: holds.add }),
  });
}

const editingDeps = ({
  db,
  current,
  kind,
  environment = process.env,
}: Pick<IngestSideOptions, "kind" | "environment"> & {
  readonly db: OpenDatabase["db"];
  readonly current: () => Config;
}): EditConfigurationDeps => ({
  configuration: createConfigurationEditor({
    io: { environment },
    current,
    isFollowing: kind === "service",
  }),
  renames: createRenameStore(db),
});

function sideOf(
  parts: Wired,
  passes: ReturnType<typeof passesOf>,
  desk: Parameters<typeof createDesk>[0],
): IngestSide {
  const { db, completing, backups } = parts;
  return {
    ...passes,
    completing,
    backups,
    reconfigure: (next) => reconfigure(parts, next),
    orders: createOrderBook(db),
    desk: createDesk(desk),
    hasRevisions: async () => (await createRevisionStore(db).wanted()).length > 0,
    close: (graceMs) => close(parts, graceMs),
  };
}

const realFetcher = async (): Promise<typeof createFetcher> =>
  (await import("../../adapters/fetcher/fetch-document.ts")).createFetcher;

/** The configuration in force, replaced by a reread one. */
type InForce = { config: Config };

type Wired = {
  readonly db: OpenDatabase["db"];
  readonly backups: Backups;
  readonly store: IngestStore;
  readonly gate: WriteGate;
  readonly pool: ReadingPool;
  readonly poller: Poller;
  readonly completing: Completing;
  readonly turns: HostTurns;
  readonly fetcher: CurrentFetcher;
  readonly inForce: InForce;
  readonly release: () => Promise<void>;
};

/** Stores the sources. Renames those stored under a former rule of ids first: they would else count as removed. */
async function configure(
  { db, store }: Pick<Wired, "db" | "store">,
  { sources, feeds }: Config,
): Promise<void> {
  const inFeeds = feeds.flatMap(({ where, prefer }) => [...where.sources, ...prefer]);
  const rules = { today: outlineId, former: formerOutlineId };
  const renames = createRenameStore(db);
  await renames.rename((stored, announced) => [
    ...decideAnnounced(stored, announced, sources),
    ...decideRenamings(stored, { sources, inFeeds, rules }),
  ]);
  const now = Date.now();
  await store.configure((stored) => decideConfiguration(stored, { sources, now }), now);
}

async function reconfigure(parts: Wired, next: Config): Promise<void> {
  await configure(parts, next);
  parts.inForce.config = next;
  parts.fetcher.follow(next);
  parts.completing.reconfigured();
}

async function close(parts: Wired, graceMs: number): Promise<void> {
  const { backups, store, gate, pool, completing, turns, fetcher, release } = parts;
  const deadline = Date.now() + graceMs;
  completing.stop();
  await until(() => isIdle(parts) || Date.now() >= deadline);
  gate.shut();
  await store.flush();
  await inTime(turns.close());
  await Promise.all([fetcher.close(), pool.close(), backups.close()]);
  await release();
}

const isIdle = ({ poller, completing }: Wired): boolean =>
  poller.busy() === 0 && completing.isIdle();

const CHECK_MS = 50;

async function until(isSo: () => boolean): Promise<void> {
  while (!isSo()) await sleep(CHECK_MS);
}
