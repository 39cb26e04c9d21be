import { fork } from "node:child_process";
import { once } from "node:events";
import { mkdirSync, mkdtempSync, rmSync, utimesSync, writeFileSync } from "node:fs";
import { Agent, get, type IncomingMessage } from "node:http";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { openDatabase } from "../src/adapters/store/engine/sqlite/open-database.ts";

/**
 * Whether readers notice that every feed changes each second: p99 of answers while nothing happens,
 * against p99 while the newest article, which is in every feed, gets another title each second.
 *
 *   node scripts/measure-rebuild-storm.ts [rounds, default 4] [feeds, default 5]
 *
 * The real service on loopback, in a folder of its own that is gone afterwards. A round is five seconds idle and
 * five of storm, in turn, for machines drift. Exits with 1 when p99 in the storm is more than twice idle, or when
 * the feeds changed in less than half of the seconds (take fewer feeds, or a machine with less to do).
 */

const PHASE_MS = 5000;
/** After a storm, until what was written last is published. */
const SETTLE_MS = 2000;
const [rounds = 4, feedCount = 5] = process.argv.slice(2).map(Number);
const ARTICLES = 60;
const READERS = 4;
/** Each reader asks so often; faster would measure the measuring. */
const PAUSE_MS = 5;
const MOST_TIMES_IDLE = 2;

const folder = mkdtempSync(join(tmpdir(), "offprint-storm-"));
const config = join(folder, "offprint.yaml");
const database = join(folder, "offprint.db");
const launcher = fileURLToPath(new URL("../bin/offprint.js", import.meta.url));

layDesk();
await fill();
const service = fork(launcher, ["serve", "--config", config], {
  silent: true,
  env: { PATH: process.env["PATH"], LOG_LEVEL: "error" },
});
const opened = await openDatabase(database);
try {
  const url = await listening();
  await until(async () => (await feedNow(url)).entries === ARTICLES);
  await measure(url);
} finally {
  if (opened.ok) await opened.value.close();
  service.kill("SIGTERM");
  if (service.exitCode === null) await once(service, "exit");
  rmSync(folder, { recursive: true, force: true, maxRetries: 5 });
}

async function measure(url: string): Promise<void> {
  const idle: number[] = [];
  const storm: number[] = [];
  let changes = 0;
  await phase(url); // warms up
  for (let round = 0; round < rounds; round++) {
    idle.push(...(await phase(url)));
    const watch = watchChanges(url);
    const writing = setInterval(() => void changeNewest(), 1000);
    storm.push(...(await phase(url)));
    clearInterval(writing);
    changes += await watch.stop();
    await new Promise((resolve) => setTimeout(resolve, SETTLE_MS));
  }
  for (const [name, times] of Object.entries({ idle, storm })) {
    process.stdout.write(
      `${name.padEnd(5)} ${String(times.length).padStart(6)} answers, p50 ${ms(percentile(times, 0.5))}, p99 ${ms(percentile(times, 0.99))}, longest ${ms(percentile(times, 1))}\n`,
    );
  }
  const times = percentile(storm, 0.99) / percentile(idle, 0.99);
  const seconds = (rounds * PHASE_MS) / 1000;
  process.stdout.write(
    `${feedCount} feeds, changed ${changes} times in ${seconds} s; p99 in the storm ${times.toFixed(2)} times idle (at most ${MOST_TIMES_IDLE})\n`,
  );
  if (times > MOST_TIMES_IDLE || changes < seconds / 2) process.exitCode = 1;
}

/** As an ingest does: what is published changes, and the revision rises. */
async function changeNewest(): Promise<void> {
  if (!opened.ok) throw new Error(opened.error.message);
  const { db } = opened.value;
  const now = Date.now();
  await db
    .updateTable("article")
    .set({ title: `It is ${now}`, updated_at: now })
    .execute();
  await db
    .updateTable("counter")
    .set(({ eb }) => ({ value: eb("value", "+", 1000) }))
    .where("name", "=", "revision")
    .execute();
}

/** Milliseconds of each answer to some readers that ask for all feeds in turn, half of them conditionally. */
async function phase(url: string): Promise<readonly number[]> {
  const times: number[] = [];
  const end = performance.now() + PHASE_MS;
  const agent = new Agent({ keepAlive: true });
  const read = async (reader: number): Promise<void> => {
    const etags = new Map<string, string>();
    for (let n = reader; performance.now() < end; n++) {
      const path = `/feeds/f${n % feedCount}.${["rss", "atom", "json"][n % 3]}`;
      const etag = reader % 2 === 0 ? etags.get(path) : undefined;
      const startedAt = performance.now();
      etags.set(path, await ask(`${url}${path}`, agent, etag));
      times.push(performance.now() - startedAt);
      await new Promise((resolve) => setTimeout(resolve, PAUSE_MS));
    }
  };
  await Promise.all(Array.from({ length: READERS }, (_, reader) => read(reader)));
  agent.destroy();
  return times;
}

/** @returns the ETag of the answer, which is read to its end. */
async function ask(url: string, agent: Agent, etag: string | undefined): Promise<string> {
  const condition = etag === undefined ? {} : { "If-None-Match": etag };
  const request = get(url, { agent, headers: { "Accept-Encoding": "gzip", ...condition } });
  const [response] = (await once(request, "response")) as [IncomingMessage];
  await once(response.resume(), "end");
  if (![200, 304].includes(response.statusCode ?? 0)) {
    throw new Error(`${url} answered ${response.statusCode}`);
  }
  return String(response.headers.etag);
}

/** Counts how often a feed changes. */
function watchChanges(url: string): { readonly stop: () => Promise<number> } {
  let isWatching = true;
  const watching = (async (): Promise<number> => {
    let [changes, last] = [-1, ""];
    while (isWatching) {
      const { etag } = await feedNow(url);
      if (etag !== last) changes += 1;
      last = etag;
      await new Promise((resolve) => setTimeout(resolve, 200));
    }
    return changes;
  })();
  return {
    stop: () => {
      isWatching = false;
      return watching;
    },
  };
}

/** The last feed to be made. */
async function feedNow(url: string): Promise<{ etag: string; entries: number }> {
  const response = await fetch(`${url}/feeds/f${feedCount - 1}.json`);
  const text = await response.text();
  const entries = response.ok ? (JSON.parse(text) as { items: unknown[] }).items.length : 0;
  return { etag: response.headers.get("etag") ?? "", entries };
}

function layDesk(): void {
  const feeds = Array.from({ length: feedCount }, (_, n) => ({
    ...{ id: `f${n}`, title: `Feed ${n}`, items: ARTICLES },
  }));
  const settings = {
    site: { title: "Storm", url: "http://storm.test", language: "en" },
    server: { port: 0 },
    ingest: { tick: "* * * * * *" },
    sources: [{ id: "desk", folder: "desk" }],
    feeds,
  };
  writeFileSync(config, JSON.stringify(settings));
  mkdirSync(join(folder, "desk"));
  for (let n = 0; n < ARTICLES; n++) writeText(`text-${n}`);
}

/** A text of 600 words that is like no other, as if it had lain there for an hour. */
function writeText(name: string): void {
  const words = Array.from({ length: 600 }, (_, n) => `${name.replace("-", "")}w${(n * n) % 997}`);
  const paragraphs = Array.from({ length: 12 }, (_, n) =>
    words.slice(n * 50, n * 50 + 50).join(" "),
  );
  const file = join(folder, "desk", `${name}.txt`);
  writeFileSync(file, `What happened to ${name}\n\n${paragraphs.join(".\n\n")}.\n`);
  const anHourAgo = Date.now() / 1000 - 3600;
  utimesSync(file, anHourAgo, anHourAgo);
}

async function fill(): Promise<void> {
  const ingest = fork(launcher, ["ingest", "--config", config], { silent: true });
  const [code] = (await once(ingest, "exit")) as [number];
  if (code !== 0) throw new Error("the articles could not be taken in");
}

async function listening(): Promise<string> {
  let output = "";
  service.stdout?.on("data", (chunk: Buffer) => {
    output += chunk.toString();
  });
  service.stderr?.pipe(process.stderr);
  await until(() => /listens on http/.test(output));
  return /listens on (http\S+)/.exec(output)?.[1] ?? "";
}

async function until(isTrue: () => boolean | Promise<boolean>): Promise<void> {
  const end = Date.now() + 60_000;
  while (!(await isTrue())) {
    if (Date.now() > end || service.exitCode !== null) throw new Error("the service did not start");
    await new Promise((resolve) => setTimeout(resolve, 100));
  }
}

function percentile(values: readonly number[], part: number): number {
  const sorted = values.toSorted((a, b) => a - b);
  return sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * part))] ?? Number.NaN;
}

function ms(value: number): string {
  return `${value.toFixed(2)} ms`;
}
