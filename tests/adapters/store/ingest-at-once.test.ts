import { once } from "node:events";
import { join } from "node:path";
import { Worker } from "node:worker_threads";
import { expect, it, onTestFinished } from "vitest";
import type { ArticleDraft } from "../../../src/core/articles/article-draft.ts";
import { decideIngest } from "../../../src/core/intake/decide-ingest.ts";
import { lookupForPoll } from "../../../src/core/intake/ingest-lookup.ts";
import { aDraft, aRemote, NOW } from "../../support/builders.ts";
import { generateText, seeded } from "../../support/generated-texts.ts";
import { READABLE_IDS } from "../../support/known-model.ts";
import { temporaryFolder } from "../../support/temporary-folder.ts";
import type { IngestAtOnce } from "./ingest-at-once.ts";
import { openNew, poll, sourceOf, storesOn } from "./open-store.ts";

const ROUNDS = 20;

it("texts that two sources bring at the same moment end in one cluster each", async () => {
  const names = ["valley", "hill", "lake"];
  const { file, publish } = await openFor(names);
  const others = names.map((source) => {
    const polls = Array.from({ length: ROUNDS }, (_, round) => [
      aDraft({ key: `https://${source}.example/${round}`, text: `Text ${round}` }),
    ]);
    return startOther(file, source, polls);
  });
  await Promise.all(others.map(({ worker }) => once(worker, "message")));
  const ended = others.map(({ worker }) => once(worker, "message"));
  for (const { worker } of others) worker.postMessage("go");
  expect((await Promise.all(ended)).flat()).toEqual(["done", "done", "done"]);

  const clusters = await publish.clusters({ after: null, limit: 1000 });
  expect(clusters).toHaveLength(ROUNDS);
  for (const { members } of clusters) expect(members).toHaveLength(names.length);
});

const [TEXT = "", OTHER_TEXT = ""] = [seeded(1), seeded(2)].map((random) =>
  generateText(random, 200),
);
const ORIGINAL = aDraft({ key: "https://valley.example/1", title: "Floods", text: TEXT });
const REWRITTEN = { key: ORIGINAL.key, title: ORIGINAL.title, text: OTHER_TEXT };
const COPY = aDraft({ key: "https://hill.example/1", title: "Floods", text: TEXT });

it("compares again when another process changed the article after it was compared", async () => {
  const store = await openFor(["valley", "hill"]);
  const { ingest } = store;
  await poll(ingest, { source: "valley", drafts: [ORIGINAL] });
  const { worker, done } = startOther(store.file, "valley", [[aDraft(REWRITTEN)]]);
  await once(worker, "message");

  const source = await sourceOf(ingest, "hill");
  const lookup = lookupForPoll({ drafts: [COPY] }, (key) => READABLE_IDS.articleId("hill", key));
  const joined: number[] = [];
  await ingest.ingest({ state: source, filesTried: new Map() }, lookup, (known) => {
    const options = { mode: "poll" as const, source, drafts: [COPY], ids: READABLE_IDS, now: NOW };
    const intent = decideIngest(options, known);
    joined.push(intent.counts.merged);
    worker.postMessage("go");
    expect(Atomics.wait(done, 0, 0, 20_000)).not.toBe("timed-out");
    return intent;
  });

  expect(joined).toEqual([1, 0]);
  const clusters = await store.publish.clusters({ after: null, limit: 9 });
  expect(clusters.map(({ members }) => members.length)).toEqual([1, 1]);
});

async function openFor(names: readonly string[]) {
  const file = join(temporaryFolder(), "offprint.db");
  const stores = storesOn((await openNew(file)).db);
  const sources = names.map((id) => aRemote({ id, url: `https://${id}.example/feed` }));
  await stores.ingest.configure(sources, NOW);
  return { file, ...stores };
}

/** Another process as a thread. Its first message says that it is ready. */
function startOther(
  file: string,
  source: string,
  polls: readonly (readonly ArticleDraft[])[],
): { readonly worker: Worker; readonly done: Int32Array } {
  const done = new Int32Array(new SharedArrayBuffer(4));
  const workerData: IngestAtOnce = { file, source, polls, done };
  const worker = new Worker(new URL("./ingest-at-once.ts", import.meta.url), { workerData });
  onTestFinished(() => void worker.terminate());
  return { worker, done };
}
