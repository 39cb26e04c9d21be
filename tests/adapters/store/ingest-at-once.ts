/** Run as a worker: ingests one draft for one source into a database that others write to as well. */
import { parentPort, workerData } from "node:worker_threads";
import { openDatabase } from "../../../src/adapters/store/engine/sqlite/open-database.ts";
import { createIngestStore } from "../../../src/adapters/store/intake/ingest-store.ts";
import { decideIngest } from "../../../src/core/intake/decide-ingest.ts";
import { lookupForPoll } from "../../../src/core/intake/ingest-lookup.ts";
import { aDraft, NOW } from "../../support/builders.ts";
import { READABLE_IDS } from "../../support/known-model.ts";

const { file, source: id, rounds } = workerData as { file: string; source: string; rounds: number };
const opened = await openDatabase(file);
if (!opened.ok) throw new Error(opened.error.message);
const store = createIngestStore(opened.value.db);
const source = (await store.sources()).find(({ definition }) => definition.id === id);
if (!source) throw new Error(`${id} is not configured`);

parentPort?.postMessage("ready");
await new Promise((resolve) => parentPort?.once("message", resolve));
for (let round = 0; round < rounds; round++) {
  const drafts = [aDraft({ key: `https://${id}.example/${round}`, text: `Text ${round}` })];
  const lookup = lookupForPoll(drafts, (key) => READABLE_IDS.articleId(id, key));
  const claimed = await store.claim({ id, isWanted: () => true, forMs: 30_000 });
  if (claimed === null) throw new Error(`${id} is polled by another`);
  const record = { lease: claimed.lease, isOver: true, state: source, filesTried: new Map() };
  await store.ingest(record, lookup, (known) =>
    decideIngest({ mode: "poll", source, drafts, ids: READABLE_IDS, now: NOW }, known),
  );
}
await opened.value.close();
parentPort?.postMessage("done");
