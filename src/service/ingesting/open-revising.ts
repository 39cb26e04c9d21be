import { createIngestStore } from "../../adapters/store/ingest-store.ts";
import type { OpenDatabase } from "../../adapters/store/open-database.ts";
import { createPublishStore } from "../../adapters/store/publish-store.ts";
import { createRevisionStore } from "../../adapters/store/revision-store.ts";
import type { Config } from "../../config/config.ts";
import { ok, type Result } from "../../core/result.ts";
import type { ArticleEditsDeps } from "../../desk/keep-lines.ts";
import { openForWriting } from "../open-existing.ts";
import { createReadingPool, type ReadingPool } from "../reading/reading-pool.ts";
import { createIds } from "./ids.ts";
import { createRedraft } from "./redraft.ts";

export type Revising = {
  readonly db: OpenDatabase["db"];
  readonly deps: ArticleEditsDeps;
  readonly close: () => Promise<void>;
};

/** What a command needs to draft stored articles again; a service may run on the same database. The error is a sentence. */
export async function openRevising(
  config: Config,
  workers: number,
): Promise<Result<Revising, string>> {
  const opened = await openForWriting(config.database);
  if (!opened.ok) return opened;
  const { db } = opened.value;
  const pool = createReadingPool(workers);
  return ok({
    db,
    deps: await revisingDeps(db, pool, () => config),
    close: async () => {
      await pool.close();
      await opened.value.close();
    },
  });
}

export async function revisingDeps(
  db: OpenDatabase["db"],
  pool: ReadingPool,
  config: () => Config,
): Promise<ArticleEditsDeps> {
  const publish = createPublishStore(db);
  return {
    store: createRevisionStore(db),
    article: (id) => publish.article(id, { withHeld: true }),
    configured: (sourceId) => config().sources.find(({ id }) => id === sourceId) ?? null,
    repeatedBlocks: createIngestStore(db).repeatedBlocks,
    redraft: createRedraft(pool),
    ids: createIds((await publish.instance()).id),
    now: Date.now,
  };
}
