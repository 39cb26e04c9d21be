import type { Log } from "../../adapters/log.ts";
import { createHolds } from "../../adapters/store/articles/held-articles.ts";
import type { OpenDatabase } from "../../adapters/store/engine/sqlite/open-database.ts";
import { createPublicationLog } from "../../adapters/store/publishing/publications.ts";
import { createPublishStore } from "../../adapters/store/publishing/publish-store.ts";
import { createLeases } from "../../adapters/store/queues/leases.ts";
import type { Config } from "../../config/config.ts";
import { programVersion } from "../program-version.ts";
import { type PublishOrder, publishOrderOf } from "../publishing/publish-order.ts";
import { publishForWant } from "./publish-for-want.ts";
import { createWebPool, unwrap, type WebPool } from "./web-pool.ts";

/** The first publication of many feeds with all their archives takes a while, and so does the check of a large database. */
const PUBLISHING_MS = 10 * 60_000;

export type LonePublishing = {
  /** Why it could not publish, a sentence; `null` when it can. */
  readonly problem: () => string | null;
  readonly stop: () => Promise<void>;
};

/** Publishes in a thread of its own while nobody else does. */
export function publishAlone(
  config: () => Config,
  { db, dataVersion }: Pick<OpenDatabase, "db" | "dataVersion">,
  log: Log,
): LonePublishing {
  const pool = createWebPool(config().database, PUBLISHING_MS);
  const state = { problem: null as string | null, isStopping: false };
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
      if (state.isStopping) return;
      const problem = cause === null ? null : sentence(cause);
      // What lasts, such as a full disk, fails with every turn.
      if (problem !== null && problem !== state.problem) {
        log.error({ cause: problem }, "publishing failed; the last documents stay");
      }
      state.problem = problem;
    },
    onRival: () => log.warn({}, RIVAL),
  });
  return {
    problem: () => state.problem,
    async stop() {
      state.isStopping = true;
      // The turn that is under way ends with its thread: it has written a feed in one transaction, or not at all.
      await Promise.all([pool.close(), stop()]);
    },
  };
}

const RIVAL =
  "another web process publishes this database in turn with this one, with another configuration or version of the program: readers see its feeds and these by turns. Give all processes one configuration, or run one --role publish";

const sentence = (cause: unknown): string =>
  cause instanceof Error ? cause.message : String(cause);

/** One for each state of the configuration: its key is a hash of all definitions. */
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
 * Before it first writes, the database is checked, once: a service that ingests or publishes does that at its start. One that
 * is damaged stays so until the service is started again on another.
 */
function createPublishing(pool: WebPool): (order: PublishOrder) => Promise<void> {
  let checked: { readonly damage: string | null } | null = null;
  return async (order) => {
    checked ??= { damage: unwrap(await pool.run("check", {})) };
    if (checked.damage !== null) throw new Error(checked.damage);
    unwrap(await pool.run("publish", { order }));
  };
}
