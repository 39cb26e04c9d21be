/**
 * How several processes take in articles side by side on one PostgreSQL: articles a second, how often decisions are asked, and CPU.
 *
 *   node scripts/measure-writers.ts [rounds, default 3] [articles of a poll, default 10] [share of copies, default 0.2] [articles, default 2400]
 *
 * Each round has 1, 2 and 4 processes after one another, each with a new database, the same sources and as many polls. On
 * the server that the tests bring, or on the one that TEST_DATABASE_URL names.
 */
import { fork } from "node:child_process";
import { once } from "node:events";
import { fileURLToPath } from "node:url";
import { Client } from "pg";
import { postgres } from "../src/adapters/store/engine/postgres/postgres.ts";
import { createIngestStore } from "../src/adapters/store/intake/ingest-store.ts";
import { decideConfiguration } from "../src/core/sources/configuring.ts";
import { aRemote, NOW } from "../tests/support/builders.ts";
import type { Ingested, IngestMany } from "./writers/ingest-many.ts";
import { startServer } from "./writers/own-server.ts";

const [rounds = 3, itemsOfPoll = 10, copies = 0.2, wanted = 2400] = process.argv
  .slice(2)
  .map(Number);
const PROCESSES = [1, 2, 4];
const SOURCES = 80;
const polls = Math.max(1, Math.round(wanted / SOURCES / itemsOfPoll));
const articles = polls * SOURCES * itemsOfPoll;

const server = process.env["TEST_DATABASE_URL"] ?? (await startServer());
console.log(`${articles} articles of ${SOURCES} sources, ${itemsOfPoll} a poll, ${copies} copies`);
for (let round = 0; round < rounds; round += 1) {
  for (const processes of PROCESSES) await measure(processes);
}

async function measure(processes: number): Promise<void> {
  const address = await newDatabase(`writers_${process.pid}_${processes}`);
  const ids = Array.from({ length: SOURCES }, (_, n) => `source-${n}`);
  await configure(address, ids);
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
  await onServer((client) => client.query(`DROP DATABASE ${nameOf(address)} WITH (FORCE)`));
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

async function configure(address: string, ids: readonly string[]): Promise<void> {
  const opened = await postgres.at({ name: address, directName: null, isNotified: false }).open();
  if (!opened.ok) throw new Error(opened.error.message);
  const sources = ids.map((id) => aRemote({ id, url: `https://${id}.example/feed` }));
  const store = createIngestStore(opened.value.db);
  await store.configure((stored) => decideConfiguration(stored, { sources, now: NOW }), NOW);
  await opened.value.close();
}

async function newDatabase(name: string): Promise<string> {
  await onServer((client) => client.query(`CREATE DATABASE ${name} TEMPLATE template0`));
  const url = new URL(server);
  url.pathname = `/${name}`;
  return url.href;
}

function nameOf(address: string): string {
  return new URL(address).pathname.slice(1);
}

async function onServer(work: (client: Client) => Promise<unknown>): Promise<void> {
  const client = new Client(server);
  await client.connect();
  await work(client);
  await client.end();
}
