import { afterAll, beforeAll, expect, it, vi } from "vitest";
import { type Desk, layDesk } from "../support/desk.ts";
import {
  runOffprint,
  type Service,
  spawnIngestRole,
  startPublishRole,
  startWebRole,
} from "../support/offprint.ts";
import { makeDatabase } from "../support/postgres/databases.ts";
import { on } from "../support/postgres/on.ts";
import { isPoolerInstalled, type Pooler, startPooler } from "../support/postgres/pooler.ts";
import { entriesOf, statusOf } from "../support/read-service.ts";
import { until } from "../support/until.ts";
import { NODE_HEADER, type SourceFarm, startSourceFarm } from "./source-farm.ts";

// Processes start here, on machines that do much else.
vi.setConfig({ testTimeout: 240_000, hookTimeout: 240_000 });

const isRequired = process.env["CI"] === "true";
const WORKERS = 4;
const WITHIN = { withinMs: 120_000 };

let server: string;
let pooler: Pooler;
let farm: SourceFarm;
const desks: Desk[] = [];
const processes: Omit<Service, "url">[] = [];
const webs: Service[] = [];

/** Of a node, which has the same configuration as the others. */
function layNode(node: string) {
  const auth = { header: { [NODE_HEADER]: "FARM_NODE" } };
  const desk = layDesk({
    sources: farm.sources.map((source) => ({ ...source, auth })),
    feeds: [{ id: "all", title: "All", items: 200 }],
    ingest: { concurrency: 1 },
    server: { rateLimit: 0 },
  });
  desks.push(desk);
  const environment = {
    DATABASE_URL: pooler.address,
    DATABASE_DIRECT_URL: server,
    OFFPRINT_NODE: node,
    FARM_NODE: node,
  };
  return { args: ["--config", desk.config], options: { environment } };
}

async function start(): Promise<void> {
  server = await makeDatabase();
  pooler = await startPooler(server);
  farm = await startSourceFarm({ hosts: 8, sourcesOfHost: 2, itemsOfSource: 2, answerMs: 50 });
  farm.open();
  for (let n = 0; n < WORKERS; n += 1) {
    const { args, options } = layNode(`node-${n}`);
    processes.push(spawnIngestRole(args, options));
  }
  const { args, options } = layNode("node-0");
  processes.push(await startPublishRole(args, options));
  for (let n = 0; n < 2; n += 1) webs.push(await startWebRole(args, options));
}

async function end(): Promise<void> {
  await Promise.all([...processes, ...webs].map(({ kill }) => kill()));
  await farm?.close();
  await pooler?.close();
  for (const desk of desks) desk.remove();
}

const isTried = isRequired || isPoolerInstalled();

beforeAll(() => (isTried ? start() : undefined));
afterAll(end);

it("behind a pooler in transaction mode four that ingest, a publisher and two web processes lose nothing, and no error is told", async ({
  skip,
}) => {
  skip(!isTried, "PgBouncer is not installed");
  const clusters = farm.keys.length - farm.sources.length / 2;
  await until(
    "both web processes have all",
    async () => {
      const counts = await Promise.all(webs.map(async ({ url }) => (await entriesOf(url)).length));
      return counts.every((count) => count === clusters);
    },
    WITHIN,
  );
  const fetched = farm.fetches().map(({ source }) => source);
  expect(fetched.toSorted()).toEqual(farm.sources.map(({ id }) => id).toSorted());
  await until("it is in order", async () => (await statusOf(webs[0]?.url ?? "")).inOrder);

  const { args, options } = layNode("node-0");
  expect(await runOffprint(["ingest", "--all", ...args], options)).toMatchObject({ code: 0 });
  expect(await runOffprint(["articles", ...args], options)).toMatchObject({ code: 0 });

  const told = [...processes, ...webs].flatMap(({ log }) => log());
  expect(told.filter(({ level }) => level === "error" || level === "fatal")).toEqual([]);
  const { rows } = await on(server, (client) =>
    client.query("SELECT key FROM article GROUP BY source_id, key HAVING count(*) > 1"),
  );
  expect(rows).toEqual([]);
});
