import type { OpenDatabase } from "../../adapters/store/engine/engine.ts";
import { createIngestStore } from "../../adapters/store/intake/ingest-store.ts";
import { createRevisionStore } from "../../adapters/store/intake/revision-store.ts";
import { createPublishStore } from "../../adapters/store/publishing/publish-store.ts";
import type { Config } from "../../config/config.ts";
import type { EditingDeskDeps } from "../../desk/desk.ts";
import type { ReadingPool } from "../reading/reading-pool.ts";
import { createIds } from "./ids.ts";
import { createRedraft } from "./redraft.ts";

/** What the desk needs to draft stored articles again. */
export async function revisingDeps(
  db: OpenDatabase["db"],
  pool: ReadingPool,
  config: () => Config,
): Promise<EditingDeskDeps["revising"]> {
  const publish = createPublishStore(db);
  const ingest = createIngestStore(db);
  return {
    store: createRevisionStore(db),
    article: (id) => publish.article(id, { withHeld: true }),
    sources: () => config().sources,
    source: async (sourceId) =>
      (await ingest.sources()).find(({ definition }) => definition.id === sourceId) ?? null,
    repeatedBlocks: ingest.repeatedBlocks,
    redraft: createRedraft(pool),
    ids: createIds((await publish.instance()).id),
    now: Date.now,
  };
}
