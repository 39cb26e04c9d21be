/**
 * How several processes take in articles side by side on one PostgreSQL: articles a second, how often decisions are asked, and CPU.
 *
 *   node scripts/measure-writers.ts [rounds, default 3] [articles of a poll, default 10] [share of copies, default 0.2] [articles, default 2400]
 *
 * Each round has 1, 2 and 4 processes after one another, each with a new database, the same sources and as many polls. On
 * the server that the tests bring (POSTGRES_BIN: other programs), or on the one that TEST_DATABASE_URL names.
 */
import { fork } from "node:child_process";
import { once } from "node:events";
import { fileURLToPath } from "node:url";
import { dropDatabase, makeDatabase } from "./writers/databases.ts";
import type { Ingested, IngestMany } from "./writers/ingest-many.ts";

const [rounds = 3, itemsOfPoll = 10, copies = 0.2, wanted = 2400] = process.argv
  .slice(2)
  .map(Number);
const PROCESSES = [1, 2, 4];
const SOURCES = 80;
const polls = Math.max(1, Math.round(wanted / SOURCES / itemsOfPoll));
const articles = polls * SOURCES * itemsOfPoll;

console.log(`${articles} articles of ${SOURCES} sources, ${itemsOfPoll} a poll, ${copies} copies`);
for (let round = 0; round < rounds; round += 1) {
  for (const processes of PROCESSES) await measure(processes);
}

async function measure(processes: number): Promise<void> {
  const ids = Array.from({ length: SOURCES }, (_, n) => `source-${n}`);
  const address = await makeDatabase(`writers_${process.pid}_${processes}`, ids);
  const children = Array.from({ length: processes }, (_, n) => {
    const sources = ids.filter((_, place) => place % processes === n);
    return start({ address, sources, polls, itemsOfPoll, copies });
  });
  await Promise.all(children.map((child) => once(child, "message")));
  const ended = children.map((child) => once(child, "message"));
  const began = performance.now();
  for (const child of children) child.send("go");
  const told = (await Promise.all(ended)).map(([message]) => message as Ingested);
  report(processes, { told, seconds: (performance.now() - began) / 1000 });
  await dropDatabase(address);
}

type Measured = { readonly told: readonly Ingested[]; readonly seconds: number };

function report(processes: number, { told, seconds }: Measured): void {
  const sum = (value: (each: Ingested) => number): number =>
    told.reduce((total, each) => total + value(each), 0);
  const again = sum(({ asked, polls: each }) => asked - each);
  const line = [
    `${processes} processes`,
    `${Math.round(articles / seconds)} articles/s`,
    `${again} of ${sum((each) => each.polls)} polls decided again`,
    `${(sum(({ cpuMs }) => cpuMs) / articles).toFixed(2)} ms of CPU an article`,
  ];
  console.log(line.join(", "));
}

function start(task: IngestMany) {
  const file = fileURLToPath(new URL("writers/ingest-many.ts", import.meta.url));
  return fork(file, [JSON.stringify(task)]);
}
