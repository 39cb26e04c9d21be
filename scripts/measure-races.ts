/**
 * Whether one text that four processes take in at the same moment is one story.
 *
 *   node scripts/measure-races.ts [trials, default 150]
 *
 * Each trial has a new text: two equal copies, one in capitals, and an edited one, each of a process and a source of its own. What they make of
 * it is compared with what one process on SQLite makes of the same, one after another: that splits a text now and then, whose copy is
 * edited too much. On the server that the tests bring (POSTGRES_BIN: other programs), or on the one that TEST_DATABASE_URL names.
 * Exits with 1 when there are more clusters than that, or a process failed.
 */
import { fork } from "node:child_process";
import { once } from "node:events";
import { fileURLToPath } from "node:url";
import { NOW } from "../tests/support/builders.ts";
import { openScratchStore } from "./scratch-store.ts";
import { COPYING_SOURCES, copyOf } from "./writers/copies.ts";
import { countClusters, countDeadlocks, dropDatabase, makeDatabase } from "./writers/databases.ts";
import type { CopyIngested, IngestCopies } from "./writers/ingest-copies.ts";

const trials = Number(process.argv[2] ?? 150);

const expected = await clustersOneAfterAnother();
const address = await makeDatabase(`races_${process.pid}`, COPYING_SOURCES);
const { failures, asked, tookMs } = await clustersAtOnce();
const clusters = await countClusters(address);
console.log(
  [
    `${trials} trials, ${Math.round(tookMs / trials)} ms each`,
    `${clusters} clusters, ${expected} one after another`,
    `${failures.length} failures`,
    `${asked - trials * COPYING_SOURCES.length} decisions asked again`,
    `${await countDeadlocks(address)} deadlocks`,
    ...new Set(failures),
  ].join(", "),
);
await dropDatabase(address);
process.exitCode = clusters === expected && failures.length === 0 ? 0 : 1;

async function clustersOneAfterAnother(): Promise<number> {
  const store = await openScratchStore(COPYING_SOURCES);
  for (let trial = 0; trial < trials; trial += 1) {
    for (const source of COPYING_SOURCES) {
      await store.ingest(source, [copyOf(source, trial)], NOW);
    }
  }
  const { length } = await store.clusters();
  await store.close();
  return length;
}

async function clustersAtOnce() {
  const file = fileURLToPath(new URL("writers/ingest-copies.ts", import.meta.url));
  const children = COPYING_SOURCES.map((source) =>
    fork(file, [JSON.stringify({ address, source } satisfies IngestCopies)]),
  );
  await Promise.all(children.map((child) => once(child, "message")));
  const began = performance.now();
  const failures: string[] = [];
  let asked = 0;
  for (let trial = 0; trial < trials; trial += 1) {
    const answers = children.map((child) => once(child, "message"));
    for (const child of children) child.send(trial);
    const told = (await Promise.all(answers)).map(([message]) => message as CopyIngested);
    failures.push(...told.flatMap(({ failure }) => failure ?? []));
    asked = told.reduce((sum, each) => sum + each.asked, 0);
  }
  const tookMs = performance.now() - began;
  for (const child of children) child.disconnect();
  await Promise.all(children.map((child) => once(child, "exit")));
  return { failures, asked, tookMs };
}
