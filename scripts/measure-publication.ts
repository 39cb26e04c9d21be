import { mkdirSync, rmSync, writeFileSync } from "node:fs";
import { Agent, get, type IncomingMessage } from "node:http";
import { join } from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import { Client } from "pg";
import { layDesk } from "../tests/support/desk.ts";
import { startIngestRole, startPublishRole, startWebRole } from "../tests/support/offprint.ts";
import { startOwnServer } from "../tests/support/postgres/own-server.ts";
import { rssFeed, sampleItem } from "../tests/support/sample-feed.ts";
import { until } from "../tests/support/until.ts";

/**
 * How long after the commit of ingest, and after that of the publisher, a change is visible on two web processes that
 * share a PostgreSQL.
 *
 *   node scripts/measure-publication.ts [changes, default 200] [no-notify]
 *
 * Starts a server, an ingest process, a publisher and two web processes, all on loopback. Times of commits are the server's
 * (`track_commit_timestamp`), on the same clock. A change is seen by asking each web process every few milliseconds.
 */

const [count = "200", mode = "notify"] = process.argv.slice(2);
const CHANGES = Number(count);
/** Between two questions to a web process. */
const PAUSE_MS = 4;
/** A feed is rendered at most once a second: more changes would wait for each other. */
const BETWEEN_MS = 1300;
const KEPT = 50;

type Sight = { readonly etag: string; readonly at: number };

const server = await startOwnServer(["track_commit_timestamp=on"]);
const desk = layDesk({
  ...{ sources: [{ id: "tower", folder: "tower" }], server: { rateLimit: 0 } },
  postgres: { notify: mode !== "no-notify" },
});
mkdirSync(join(desk.folder, "tower"));
const environment = { DATABASE_URL: server.address, LOG_LEVEL: "warn" };
const args = ["--config", desk.config];
bring(0);
const roles = [
  await startIngestRole(args, { environment }),
  await startPublishRole(args, { environment }),
];
const webs = [await startWebRole(args, { environment }), await startWebRole(args, { environment })];
const client = new Client(server.address);
await client.connect();
let isOver = false;
const agent = new Agent({ keepAlive: true, maxSockets: 4 });
const sights: Sight[][] = webs.map(() => []);
const watching = webs.map(({ url }, n) => watch(`${url}/feeds/all.json`, sights[n] ?? []));

const changes: { readonly title: string; readonly committedAt: number }[] = [];
try {
  await until("the first is published", async () => (await publications()).length > 0);
  for (let n = 1; n <= CHANGES; n += 1) {
    const title = bring(n);
    const committedAt = await until(title, () => committed(title));
    changes.push({ title, committedAt });
    await sleep(BETWEEN_MS);
  }
  await sleep(2 * BETWEEN_MS);
  await report();
} finally {
  isOver = true;
  await Promise.all(watching);
  agent.destroy();
  await client.end();
  await Promise.all([...webs, ...roles].map(({ kill }) => kill()));
  await server.end();
  desk.remove();
}

/** One more article; older ones leave the folder. @returns its title. */
function bring(n: number): string {
  const item = sampleItem(`number${n}`, Date.UTC(2026, 1, 17, 12) + n * 60_000);
  writeFileSync(join(desk.folder, "tower", `${n}.xml`), rssFeed("Tower", [item]));
  if (n >= KEPT) rmSync(join(desk.folder, "tower", `${n - KEPT}.xml`), { force: true });
  return item.title;
}

async function committed(title: string): Promise<number | undefined> {
  const { rows } = await client.query<{ at: string }>(
    `SELECT extract(epoch FROM pg_xact_commit_timestamp(xmin)) * 1000 AS at FROM article WHERE title = $1`,
    [title],
  );
  return rows[0] === undefined ? undefined : Number(rows[0].at);
}

async function publications(): Promise<readonly Sight[]> {
  const { rows } = await client.query<{ etag: string; at: string }>(
    `SELECT etag, extract(epoch FROM pg_xact_commit_timestamp(xmin)) * 1000 AS at
     FROM publication WHERE document = 'json' ORDER BY seq`,
  );
  return rows.map(({ etag, at }) => ({ etag, at: Number(at) }));
}

/** Notes when a document changes. */
async function watch(url: string, seen: Sight[]): Promise<void> {
  let etag = "";
  while (!isOver) {
    const response = await ask(url, etag).catch(() => null);
    const next = response?.headers.etag;
    if (next !== undefined && next !== etag) {
      etag = next;
      seen.push({ etag, at: performance.timeOrigin + performance.now() });
    }
    await sleep(PAUSE_MS);
  }
}

function ask(url: string, etag: string): Promise<IncomingMessage> {
  return new Promise((resolve, reject) => {
    const headers = { "If-None-Match": etag };
    get(url, { agent, headers }, (response) => {
      response.resume();
      response.on("end", () => resolve(response));
    }).on("error", reject);
  });
}

async function report(): Promise<void> {
  const published = await publications();
  const seenAt = (etag: string): number =>
    Math.max(...sights.map((seen) => seen.find((each) => each.etag === etag)?.at ?? Infinity));
  const afterPublisher = published.slice(1).map(({ etag, at }) => seenAt(etag) - at);
  const afterIngest = changes.map(({ committedAt }) => {
    const first = published.find(({ at }) => at >= committedAt);
    return first === undefined ? Infinity : seenAt(first.etag) - committedAt;
  });
  console.log(`${changes.length} changes, ${published.length - 1} publications, ${mode}`);
  console.log("until both web processes have it, in ms:");
  console.log(`  after the commit of ingest     ${figures(afterIngest)}`);
  console.log(`  after the publisher's commit   ${figures(afterPublisher)}`);
}

function figures(values: readonly number[]): string {
  const sorted = values.toSorted((a, b) => a - b);
  const at = (share: number): string =>
    String(Math.round(sorted[Math.min(sorted.length - 1, Math.floor(share * sorted.length))] ?? 0));
  return `p50 ${at(0.5)}, p90 ${at(0.9)}, p99 ${at(0.99)}, most ${at(1)}`;
}
