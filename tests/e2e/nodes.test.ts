import { expect, it, onTestFinished, vi } from "vitest";
import { postgres } from "../../src/adapters/store/engine/postgres/postgres.ts";
import { createPublishStore } from "../../src/adapters/store/publishing/publish-store.ts";
import { databaseNamed } from "../../src/core/settings/database-name.ts";
import { type Desk, layDesk } from "../support/desk.ts";
import { jsonLines, runOffprint, startIngestRole } from "../support/offprint.ts";
import { makeDatabase } from "../support/postgres/databases.ts";
import { until } from "../support/until.ts";
import { type FarmOptions, type SourceFarm, startSourceFarm } from "./source-farm.ts";

// Processes start here, on machines that do much else.
vi.setConfig({ testTimeout: 180_000, hookTimeout: 180_000 });

const FARM: FarmOptions = { hosts: 24, sourcesOfHost: 2, itemsOfSource: 2, answerMs: 50 };

type Ingesting = Awaited<ReturnType<typeof startIngestRole>>;

/** Several processes that take in the sources of a farm, on one new database. */
async function layNodes(count: number, options: Partial<FarmOptions> = {}) {
  const farm = await startSourceFarm({ ...FARM, ...options });
  onTestFinished(farm.close);
  const environment = { DATABASE_URL: await makeDatabase() };
  const desks = Array.from({ length: count }, (_, n) => layNode(farm, n));
  const start = (desk: Desk): Promise<Ingesting> => startNode(desk, environment);
  return { farm, environment, desks, start };
}

/** Its User-Agent tells which process asked. Each polls four sources at a time, so that some are left for the others. */
function layNode({ sources }: SourceFarm, n: number): Desk {
  const desk = layDesk({ ingest: { userAgent: `node-${n}/1.0`, concurrency: 1 }, sources });
  onTestFinished(desk.remove);
  return desk;
}

async function startNode(
  desk: Desk,
  environment: Readonly<Record<string, string>>,
): Promise<Ingesting> {
  const node = await startIngestRole(["--config", desk.config], { environment });
  onTestFinished(node.kill);
  return node;
}

/** What is stored: how often each item of each source, and how many clusters. */
async function stored(environment: Readonly<Record<string, string>>) {
  const opened = await postgres.at(databaseNamed(environment["DATABASE_URL"] ?? "")).openReadOnly();
  if (!opened.ok) throw new Error(opened.error.message);
  try {
    const store = createPublishStore(opened.value.db);
    const clusters = await store.clusters({ after: null, limit: 100_000 });
    const keys = clusters.flatMap(({ members }) =>
      members.map(({ sourceId, guid }) => `${sourceId} ${guid}`),
    );
    return { keys: keys.toSorted(), clusters: clusters.length };
  } finally {
    await opened.value.close();
  }
}

const shareOf = (farm: SourceFarm, node: string): number =>
  farm.fetches().filter((fetch) => fetch.node === node).length;

it("four processes share the sources: each is fetched once, and each item is stored once", async () => {
  const { farm, environment, desks, start } = await layNodes(4);
  const starting = desks.map(start);
  const names = desks.map((_, n) => `node-${n}`);
  await until("all ask", () => names.every((name) => shareOf(farm, name) > 0));
  farm.open();
  await Promise.all(starting);
  const { keys, clusters } = await until("all is stored", async () => {
    const found = await stored(environment);
    return found.keys.length >= farm.keys.length && found;
  });
  const asked = farm.fetches().map(({ source }) => source);
  expect(asked.toSorted()).toEqual(farm.sources.map(({ id }) => id).toSorted());
  expect(keys).toEqual(farm.keys.toSorted());
  expect(clusters).toBe(farm.keys.length - farm.sources.length / 2);
  // Two at a time is what a host is asked at most, by all of them.
  expect(Math.max(...farm.fetches().map(({ inFlight }) => inFlight))).toBeLessThanOrEqual(2);
});

it("a command asks a service for its pass; without one, commands work side by side", async () => {
  const { farm, environment, desks, start } = await layNodes(3, { hosts: 6 });
  farm.open();
  const [first, ...others] = desks;
  if (first === undefined) throw new Error("there are three");
  const command = async ({ config }: Desk) => {
    const run = await runOffprint(["ingest", "--all", "--json", "--config", config], {
      environment,
    });
    expect(run).toMatchObject({ code: 0, stderr: "" });
    return jsonLines<{ source: string; outcome: string }>(run).map(({ source }) => source);
  };
  const all = farm.sources.map(({ id }) => id).toSorted();
  for (const polled of await Promise.all(others.map(command))) {
    expect(polled.toSorted()).toEqual(all);
  }
  const before = [shareOf(farm, "node-1"), shareOf(farm, "node-2")];
  expect(before).toEqual([all.length, all.length]);
  await start(first);
  expect((await Promise.all(others.map(command))).map(({ length }) => length)).toEqual([12, 12]);
  expect([shareOf(farm, "node-1"), shareOf(farm, "node-2")]).toEqual(before);
  expect((await stored(environment)).keys).toEqual(farm.keys.toSorted());
});
