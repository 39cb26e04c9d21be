import { readFileSync } from "node:fs";
import { setTimeout as sleep } from "node:timers/promises";
import { layDesk } from "../tests/support/desk.ts";
import { generateText, seeded } from "../tests/support/generated-texts.ts";
import {
  runOffprint,
  type Service,
  startPublishRole,
  startWebRole,
} from "../tests/support/offprint.ts";
import { startOwnServer } from "../tests/support/postgres/own-server.ts";
import { entriesOf, statusOf } from "../tests/support/read-service.ts";
import { rssFeed } from "../tests/support/sample-feed.ts";
import { until } from "../tests/support/until.ts";

/**
 * The memory of a web process before, during and after an outage of PostgreSQL, while somebody reads every page that it has.
 *
 *   node scripts/measure-outage-memory.ts [feeds, default 20] [articles of each, default 500]
 *
 * Takes the articles in with one pass, publishes them, and crawls feeds, pages of feeds and pages of articles three times: with
 * the database; without it, in the order of the feeds; without it, at random. Ends with 1 when a reader did not get a page.
 */

const [feedCount = 20, articleCount = 500] = process.argv.slice(2).map(Number);
const WORDS = 600;
const CONNECTIONS = 8;
/** Until memory that is not needed any more may be given back. */
const REST_MS = 45_000;
const NOON = Date.UTC(2026, 1, 17, 12);

const server = await startOwnServer();
const ids = Array.from({ length: feedCount }, (_, n) => `s${n + 1}`);
const desk = layDesk({
  server: { rateLimit: 0 },
  sources: ids.map((id) => ({ id, folder: id })),
  feeds: ids.map((id) => ({ id, title: id, items: articleCount, where: { sources: [id] } })),
});
const random = seeded(1);
for (const id of ids) {
  const items = Array.from({ length: articleCount }, (_, n) => ({
    guid: `urn:${id}:${n}`,
    title: generateText(random, 8).replaceAll("\n", " "),
    text: generateText(random, WORDS),
    publishedAt: NOON + n * 1000,
  }));
  desk.write(`${id}/feed.xml`, rssFeed(id, items));
}
const environment = { DATABASE_URL: server.address, LOG_LEVEL: "warn" };
const args = ["--config", desk.config];
for (const more of [[], ["--all"]]) {
  const { code, stderr } = await runOffprint(["ingest", ...more, ...args], { environment });
  if (code !== 0) throw new Error(stderr);
}
const publisher = await startPublishRole(args, { environment });
const web = await startWebRole(args, { environment });
let failed = 0;
try {
  const addresses = await until("all is published", listAddresses, { withinMs: 600_000 });
  tell(`ready: ${addresses.length} addresses`);
  await sleep(REST_MS);
  tell("after a rest");
  await crawl("with the database", addresses);
  await sleep(REST_MS);
  tell("after a rest");
  await server.kill();
  await until("it is away", async () =>
    (await statusOf(web.url)).reasons.some(({ kind }) => kind === "database-unreachable"),
  );
  await crawl("without it, in order", addresses);
  await crawl(
    "without it, at random",
    addresses.toSorted(() => random() - 0.5),
  );
  await sleep(REST_MS);
  tell("after a rest");
  await server.start();
  await until("it is back", async () => (await statusOf(web.url)).inOrder === true, {
    withinMs: 120_000,
  }).catch((cause) => console.log(String(cause)));
  tell("the database is back");
  await sleep(REST_MS);
  tell("after a rest");
} finally {
  await Promise.all([web.kill(), publisher.kill()]);
  desk.remove();
  await server.end();
}
process.exitCode = failed === 0 ? 0 : 1;

async function listAddresses(): Promise<readonly string[] | null> {
  const lists = await Promise.all(ids.map((id) => entriesOf(web.url, `/feeds/${id}.json`)));
  if (lists.some((entries) => entries.length < articleCount)) return null;
  const pages = lists.flat().map(({ _offprint }) => new URL(_offprint.page).pathname);
  const feeds = ids.flatMap((id) =>
    ["", ".rss", ".atom", ".json"].map((end) => `/feeds/${id}${end}`),
  );
  return [...feeds, ...pages];
}

async function crawl(name: string, addresses: readonly string[]): Promise<void> {
  const queue = [...addresses];
  let most = 0;
  const watching = setInterval(() => {
    most = Math.max(most, rssOf(web));
  }, 250);
  const began = performance.now();
  const cpu = cpuOf(web);
  const readOn = async (): Promise<void> => {
    for (let path = queue.shift(); path !== undefined; path = queue.shift()) {
      const answer = await fetch(web.url + path, { headers: { Accept: "text/html" } });
      await answer.arrayBuffer();
      if (answer.status !== 200) failed += 1;
    }
  };
  await Promise.all(Array.from({ length: CONNECTIONS }, readOn));
  clearInterval(watching);
  const seconds = Math.round((performance.now() - began) / 1000);
  const cpuMs = ((cpuOf(web) - cpu) * 1000) / addresses.length;
  tell(
    `${name}: most ${most} MB, ${seconds} s, ${cpuMs.toFixed(1)} ms of CPU an address, ${failed} failed; now`,
  );
}

function tell(what: string): void {
  console.log(`${what}: ${rssOf(web)} MB`);
}

/** In megabytes, of 2^20 bytes. */
function rssOf({ pid }: Service): number {
  const [, kB = "0"] = /VmRSS:\s+(\d+)/.exec(readFileSync(`/proc/${pid}/status`, "utf8")) ?? [];
  return Math.round(Number(kB) / 1024);
}

/** Seconds of CPU. */
function cpuOf({ pid }: Service): number {
  const fields = readFileSync(`/proc/${pid}/stat`, "utf8")
    .replace(/^.*\) /, "")
    .split(" ");
  return (Number(fields[11]) + Number(fields[12])) / 100;
}
