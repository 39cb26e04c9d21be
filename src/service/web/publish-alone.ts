import type { Log } from "../../adapters/log.ts";
import { createHolds } from "../../adapters/store/articles/held-articles.ts";
import type { OpenDatabase } from "../../adapters/store/engine/sqlite/open-database.ts";
import { createPublicationLog } from "../../adapters/store/publishing/publications.ts";
import { createPublishStore } from "../../adapters/store/publishing/publish-store.ts";
import { createLeases } from "../../adapters/store/queues/leases.ts";
import type { Config } from "../../config/config.ts";
import { publishForWant } from "./publish-for-want.ts";
import { createWebPool } from "./web-pool.ts";

/** The first publication of many feeds with all their archives takes a while. */
const PUBLISHING_MS = 10 * 60_000;

/** Publishes in a thread of its own while nobody else does. @param state its configuration may change. @returns how to stop it. */
export function publishAlone(
  state: { readonly config: Config },
  { db }: Pick<OpenDatabase, "db">,
  log: Log,
): () => Promise<void> {
  const pool = createWebPool(state.config.database, PUBLISHING_MS);
  const stop = publishForWant({
    leases: createLeases(db),
    log: createPublicationLog(db),
    revision: createPublishStore(db).revision,
    nextHoldEnd: createHolds(db).nextEnd,
    order: () => ({ site: state.config.site, feeds: state.config.feeds }),
    pool,
    now: Date.now,
    onProblem: (err) => log.error({ err }, "publishing failed; the last documents stay"),
  });
  return async () => {
    // First the turn that is under way: it writes a feed in one transaction, or not at all.
    await Promise.all([pool.close(), stop()]);
  };
}
