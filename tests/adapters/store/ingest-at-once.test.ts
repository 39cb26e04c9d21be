import { once } from "node:events";
import { join } from "node:path";
import { Worker } from "node:worker_threads";
import { expect, it, onTestFinished } from "vitest";
import { createIngestStore } from "../../../src/adapters/store/intake/ingest-store.ts";
import { createPublishStore } from "../../../src/adapters/store/publishing/publish-store.ts";
import { aRemote, NOW } from "../../support/builders.ts";
import { temporaryFolder } from "../../support/temporary-folder.ts";
import { configurable, openNew } from "./open-store.ts";

const ROUNDS = 20;

it("texts that two sources bring at the same moment end in one cluster each", async () => {
  const file = join(temporaryFolder(), "offprint.db");
  const { db } = await openNew(file);
  const names = ["valley", "hill", "lake"];
  const sources = names.map((id) => aRemote({ id, url: `https://${id}.example/feed` }));
  await configurable(createIngestStore(db)).configure(sources, NOW);

  const workers = names.map((source) => {
    const entry = new URL("./ingest-at-once.ts", import.meta.url);
    const worker = new Worker(entry, { workerData: { file, source, rounds: ROUNDS } });
    onTestFinished(() => void worker.terminate());
    return worker;
  });
  await Promise.all(workers.map((worker) => once(worker, "message")));
  const ended = workers.map((worker) => once(worker, "message"));
  for (const worker of workers) worker.postMessage("go");
  expect((await Promise.all(ended)).flat()).toEqual(["done", "done", "done"]);

  const clusters = await createPublishStore(db).clusters({ after: null, limit: 1000 });
  expect(clusters).toHaveLength(ROUNDS);
  for (const { members } of clusters) expect(members).toHaveLength(names.length);
});
