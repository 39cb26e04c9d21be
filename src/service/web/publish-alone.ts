import { setTimeout as sleep } from "node:timers/promises";
import type { Log } from "../../adapters/log.ts";
import { createHolds } from "../../adapters/store/articles/held-articles.ts";
import type { OpenDatabase } from "../../adapters/store/engine/engine.ts";
import { createPublicationLog } from "../../adapters/store/publishing/publications.ts";
import { createPublishStore } from "../../adapters/store/publishing/publish-store.ts";
import { createLeases } from "../../adapters/store/queues/leases.ts";
import type { Config } from "../../config/config.ts";
import { programVersion } from "../program-version.ts";
import { type PublishOrder, publishOrderOf } from "../publishing/publish-order.ts";
import { publishForWant } from "./publish-for-want.ts";
import { createWebPool, unwrap, type WebPool } from "./web-pool.ts";

/** Time for the first publication of many feeds with their archives, or for the check of a large database. */
const PUBLISHING_MS = 10 * 60_000;
/** For a turn under way when the service stops, which has to be gone 5 s after SIGTERM. */
const GRACE_MS = 2_000;

export type LonePublishing = {
  /** Why it could not publish, a sentence; `null` when it can. */
  readonly problem: () => string | null;
  /** Begins no further turn, and gives one under way 2 s to end. Idempotent. */
  readonly stop: () => Promise<void>;
};

/** Publishes in a thread of its own while nobody else does. */
export function publishAlone(
  config: () => Config,
  { db, dataVersion }: Pick<OpenDatabase, "db" | "dataVersion">,
  log: Log,
): LonePublishing {
  const pool = createWebPool(config().database, PUBLISHING_MS);
  const state = {
    problem: null as string | null,
    stopped: null as Promise<void> | null,
  };
  const stop = publishForWant({
    leases: createLeases(db),
    log: createPublicationLog(db),
    revision: createPublishStore(db).revision,
    nextHoldEnd: createHolds(db).nextEnd,
    dataVersion,
    order: createOrders(config),
    publish: createPublishing(pool),
    now: Date.now,
    onState(cause) {
      if (state.stopped !== null) return;
      const problem = cause === null ? null : sentence(cause);
      // Logged once: a lasting failure, such as a full disk, comes with every turn.
      if (problem !== null && problem !== state.problem) {
        log.error({ cause: problem }, "publishing failed; the last documents stay");
      }
      state.problem = problem;
    },
    onRival: () => log.warn({}, RIVAL),
  });
  return {
    problem: () => state.problem,
    stop: () => (state.stopped ??= endWithin(GRACE_MS, stop(), pool)),
  };
}

/**
 * A turn that ends gives its lease back. One that takes longer ends with its thread, and leaves the lease to run out: each
 * feed is written in one transaction, or not at all.
 */
async function endWithin(graceMs: number, turn: Promise<void>, pool: WebPool): Promise<void> {
  await Promise.race([turn, sleep(graceMs, undefined, { ref: false })]);
  await Promise.all([pool.close(), turn]);
}

const RIVAL =
  "another web process publishes this database, with another configuration or version of the program: readers see its feeds and ours by turns. Give all processes one configuration, or run one --role publish";

const sentence = (cause: unknown): string =>
  cause instanceof Error ? cause.message : String(cause);

/** Makes one order for each configuration: its key is a hash of all definitions. */
function createOrders(config: () => Config): () => PublishOrder {
  const program = programVersion();
  let known: { readonly config: Config; readonly order: PublishOrder } | null = null;
  return () => {
    const current = config();
    if (known?.config !== current) {
      known = { config: current, order: publishOrderOf(current, program) };
    }
    return known.order;
  };
}

/**
 * Checks the database once, before the first write; a service that ingests or publishes does so at its start. It refuses
 * a damaged database until the service is started again.
 */
function createPublishing(pool: WebPool): (order: PublishOrder) => Promise<void> {
  let checked: { readonly damage: string | null } | null = null;
  return async (order) => {
    checked ??= { damage: unwrap(await pool.run("check", {})) };
    if (checked.damage !== null) throw new Error(checked.damage);
    unwrap(await pool.run("publish", { order }));
  };
}
