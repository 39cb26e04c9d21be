/** Run as a worker: ingests, when it is told to, polls of one source into a database that others write to as well. */
import { parentPort, workerData } from "node:worker_threads";
import { openDatabase } from "../../../src/adapters/store/engine/sqlite/open-database.ts";
import { createIngestStore } from "../../../src/adapters/store/intake/ingest-store.ts";
import type { ArticleDraft } from "../../../src/core/articles/article-draft.ts";
import { decideIngest } from "../../../src/core/intake/decide-ingest.ts";
import { lookupForPoll } from "../../../src/core/intake/ingest-lookup.ts";
import { aMeasuredPoll, NOW } from "../../support/builders.ts";
import { READABLE_IDS } from "../../support/known-model.ts";

export type IngestAtOnce = {
  readonly file: string;
  readonly source: string;
  readonly polls: readonly (readonly ArticleDraft[])[];
  /** Becomes 1 when all is written, for a thread that is blocked and hears no message. */
  readonly done: Int32Array;
};

const { file, source: id, polls, done } = workerData as IngestAtOnce;
const opened = await openDatabase(file);
if (!opened.ok) throw new Error(opened.error.message);
const store = createIngestStore(opened.value.db);
const source = (await store.sources()).find(({ definition }) => definition.id === id);
if (!source) throw new Error(`${id} is not configured`);

parentPort?.postMessage("ready");
await new Promise((resolve) => parentPort?.once("message", resolve));
for (const drafts of polls) {
  const lookup = lookupForPoll({ drafts }, (key) => READABLE_IDS.articleId(id, key));
  const claimed = await store.claim({ id, isWanted: () => true, forMs: 30_000 });
  if (claimed === null || claimed === "busy") throw new Error(`${id} is polled by another`);
  const measured = aMeasuredPoll();
  const record = {
    lease: claimed.lease,
    isOver: true,
    state: source,
    measured,
    filesTried: new Map(),
  };
  await store.ingest(record, lookup, (known) =>
    decideIngest({ mode: "poll", source, drafts, ids: READABLE_IDS, now: NOW }, known),
  );
}
await opened.value.close();
Atomics.store(done, 0, 1);
Atomics.notify(done, 0);
parentPort?.postMessage("done");
