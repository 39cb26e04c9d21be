import { type ChildProcess, spawn } from "node:child_process";
import { createHash } from "node:crypto";
import { once } from "node:events";
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { get, type IncomingMessage } from "node:http";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { generateText, seeded } from "../tests/support/generated-texts.ts";

/**
 * How long a service that is started again takes to answer with a feed, as a multiple of what `node -e 0` takes: `serve`
 * and `serve --role web`, in turn. Each answer must have the same bytes.
 *
 *   node scripts/measure-restart.ts [rounds, default 10] [feeds, default 100] [articles, default 2000]
 *
 * The real program on loopback, in a folder of its own that is gone afterwards; laying it takes some minutes. Exits with 1
 * when the median of one is more than 20 times `node -e 0`, which is half a second where that takes 25 ms.
 */

const [rounds = 10, feedCount = 100, articleCount = 2000] = process.argv.slice(2).map(Number);
const MOST_TIMES_NODE = 20;
const SOURCES = 20;
const PORT = 18_431;
const ROLES = { serve: [], "serve --role web": ["--role", "web"] };

const folder = mkdtempSync(join(tmpdir(), "offprint-restart-"));
const config = join(folder, "offprint.yaml");
const launcher = fileURLToPath(new URL("../bin/offprint.js", import.meta.url));
const path = `/feeds/f${feedCount - 1}.atom`;

try {
  layDesk();
  await publishAll();
  await measure();
} finally {
  rmSync(folder, { recursive: true, force: true, maxRetries: 5 });
}

async function measure(): Promise<void> {
  const node: number[] = [];
  const times = new Map(Object.keys(ROLES).map((name) => [name, [] as number[]]));
  const bodies = new Set<string>();
  for (let round = 0; round < rounds; round++) {
    node.push(await bareNode());
    for (const [name, args] of Object.entries(ROLES)) {
      const { ms, body } = await restart(args);
      times.get(name)?.push(ms);
      bodies.add(body);
    }
  }
  const bare = median(node);
  console.log(`node -e 0: median ${bare.toFixed(0)} ms`);
  for (const [name, all] of times) {
    const ratio = median(all) / bare;
    console.log(`${name}: median ${median(all).toFixed(0)} ms, ${ratio.toFixed(1)} times node`);
    if (ratio > MOST_TIMES_NODE) process.exitCode = 1;
  }
  console.log(bodies.size === 1 ? "each answer had the same bytes" : "THE ANSWERS DIFFER");
  if (bodies.size !== 1) process.exitCode = 1;
}

function median(values: readonly number[]): number {
  return values.toSorted((a, b) => a - b)[Math.floor(values.length / 2)] ?? Number.NaN;
}

async function bareNode(): Promise<number> {
  const startedAt = performance.now();
  await once(spawn(process.execPath, ["-e", "0"], { stdio: "ignore" }), "exit");
  return performance.now() - startedAt;
}

async function restart(args: readonly string[]): Promise<{ ms: number; body: string }> {
  const startedAt = performance.now();
  const service = start(args);
  const body = await firstAnswer(service);
  const ms = performance.now() - startedAt;
  await stop(service);
  return { ms, body };
}

/** What is published, and all archives: until a second has passed in which nothing was. */
async function publishAll(): Promise<void> {
  const service = start([]);
  let last = await firstAnswer(service);
  for (let same = 0; same < 20; ) {
    await new Promise((resolve) => setTimeout(resolve, 1000));
    const next = (await ask(path)) ?? "";
    same = next === last ? same + 1 : 0;
    last = next;
  }
  await stop(service);
}

function start(args: readonly string[]): ChildProcess {
  return spawn(process.execPath, [launcher, "serve", ...args, "--config", config], {
    stdio: "ignore",
    env: { PATH: process.env["PATH"], LOG_LEVEL: "error" },
  });
}

async function stop(service: ChildProcess): Promise<void> {
  service.kill("SIGTERM");
  if (service.exitCode === null) await once(service, "exit");
}

/** As somebody asks who waits for the service to come back. */
async function firstAnswer(service: ChildProcess): Promise<string> {
  while (service.exitCode === null) {
    const body = await ask(path);
    if (body !== null) return body;
    await new Promise((resolve) => setTimeout(resolve, 2));
  }
  throw new Error(`the service ended with ${service.exitCode}`);
}

/** A hash of the bytes; `null` when there is no answer yet. */
async function ask(target: string): Promise<string | null> {
  try {
    const request = get({ port: PORT, host: "127.0.0.1", path: target, agent: false });
    const [response] = (await once(request, "response")) as [IncomingMessage];
    const hash = createHash("sha256");
    for await (const chunk of response) hash.update(chunk as Buffer);
    return response.statusCode === 200 ? hash.digest("hex") : null;
  } catch (_refused) {
    return null;
  }
}

function layDesk(): void {
  const random = seeded(7);
  const sources = Array.from({ length: SOURCES }, (_, n) => ({ id: `s${n}`, folder: `drop${n}` }));
  for (const { folder: drop } of sources) mkdirSync(join(folder, drop));
  for (let n = 0; n < articleCount; n++) {
    const date = new Date(Date.UTC(2026, 0, 1) + n * 3_600_000).toISOString();
    const text = `---\ntitle: Article ${n}\ndate: ${date}\n---\n\n${generateText(random, 400)}\n`;
    writeFileSync(join(folder, `drop${n % SOURCES}`, `a${n}.md`), text);
  }
  const feeds = Array.from({ length: feedCount }, (_, n) => ({
    id: `f${n}`,
    where: { sources: sources.slice(0, 1 + (n % SOURCES)).map(({ id }) => id) },
  }));
  const server = { host: "127.0.0.1", port: PORT };
  writeFileSync(config, JSON.stringify({ server, sources, feeds }));
}
