import { describe, expect, it, onTestFinished, vi } from "vitest";
import { jsonLines, runOffprint } from "../support/offprint.ts";
import { makeDatabase } from "../support/postgres/databases.ts";
import { on } from "../support/postgres/on.ts";
import { startOwnServer } from "../support/postgres/own-server.ts";
import { until } from "../support/until.ts";
import { layNodeDesk, type NodeDesk, shareOf } from "./node-desk.ts";
import { type FarmOptions, type SourceFarm, startSourceFarm } from "./source-farm.ts";

// Processes start here, on machines that do much else.
vi.setConfig({ testTimeout: 240_000, hookTimeout: 180_000 });

const FARM: FarmOptions = { hosts: 24, sourcesOfHost: 2, itemsOfSource: 2, answerMs: 50 };
/** For what other processes do. */
const PATIENCE = { withinMs: 120_000 };

type NodesOptions = Partial<FarmOptions> & {
  readonly address?: string;
  readonly concurrency?: number;
};

/** Several processes that take in the sources of a farm. */
async function layNodes(
  nodes: number,
  { address, concurrency = 1, ...options }: NodesOptions = {},
) {
  const farm = await startSourceFarm({ ...FARM, ...options });
  onTestFinished(farm.close);
  const desk = layNodeDesk({
    farm,
    nodes,
    concurrency,
    address: address ?? (await makeDatabase()),
  });
  onTestFinished(desk.remove);
  return { farm, desk };
}

/** Both are asked at once. */
const TWO_SOURCES = { hosts: 2, sourcesOfHost: 1, concurrency: 2 };

const allStored = (farm: SourceFarm, { stored }: NodeDesk) =>
  until(
    "all is stored",
    async () => {
      const found = await stored();
      return found.keys.length >= farm.keys.length && found;
    },
    PATIENCE,
  );

const idsOf = ({ sources }: SourceFarm): readonly string[] =>
  sources.map(({ id }) => id).toSorted();

it("four processes share the sources: each is fetched once, and each item is stored once", async () => {
  const { farm, desk } = await layNodes(4);
  const nodes = [0, 1, 2, 3];
  for (const n of nodes) desk.spawn(n);
  await until("all ask", () => nodes.every((n) => shareOf(farm, n) > 0), PATIENCE);
  farm.open();
  const { keys, clusters } = await allStored(farm, desk);
  expect(
    farm
      .fetches()
      .map(({ source }) => source)
      .toSorted(),
  ).toEqual(idsOf(farm));
  expect(keys).toEqual(farm.keys.toSorted());
  expect(clusters).toBe(farm.keys.length - farm.sources.length / 2);
  // Two at a time is what a host is asked at most, by all of them.
  expect(Math.max(...farm.fetches().map(({ inFlight }) => inFlight))).toBeLessThanOrEqual(2);
});

it("a command asks a service for its pass; without one, commands work side by side", async () => {
  const { farm, desk } = await layNodes(3, { hosts: 6 });
  farm.open();
  const command = async (n: number) => {
    const args = ["ingest", "--all", "--json", "--config", desk.desks[n]?.config ?? ""];
    const run = await runOffprint(args, { environment: desk.environmentOf(n) });
    expect(run).toMatchObject({ code: 0, stderr: "" });
    return jsonLines<{ source: string }>(run)
      .map(({ source }) => source)
      .toSorted();
  };
  const both = () => Promise.all([command(1), command(2)]);
  expect(await both()).toEqual([idsOf(farm), idsOf(farm)]);
  const before = [shareOf(farm, 1), shareOf(farm, 2)];
  expect(before).toEqual([12, 12]);
  desk.spawn(0);
  await until("it has a place", async () => {
    const places = await desk.query(
      "SELECT 1 FROM pg_stat_activity WHERE application_name LIKE 'offprint service%'",
    );
    return places.length > 0;
  });
  expect(await both()).toEqual([idsOf(farm), idsOf(farm)]);
  expect([shareOf(farm, 1), shareOf(farm, 2)]).toEqual(before);
  expect((await desk.stored()).keys).toEqual(farm.keys.toSorted());
});

describe("a process that is killed", () => {
  /** Keeps everybody from a table. @returns how to let them. */
  async function lock(address: string, table: string): Promise<() => Promise<void>> {
    const held = Promise.withResolvers<void>();
    const locked = Promise.withResolvers<void>();
    const done = on(address, async (client) => {
      await client.query(`BEGIN; LOCK TABLE ${table}`);
      locked.resolve();
      await held.promise;
      await client.query("COMMIT");
    });
    await locked.promise;
    return async () => {
      held.resolve();
      await done;
    };
  }

  it.each([
    { phase: "while it fetches", table: null, isStored: false },
    { phase: "before it reads", table: "listing", isStored: false },
    { phase: "while it decides", table: "article", isStored: false },
    { phase: "while it writes", table: "item_raw", isStored: false },
    { phase: "after its commit", table: null, isStored: true },
  ])(
    "$phase leaves nothing half-done, and the next goes on at once",
    async ({ table, isStored }) => {
      const { farm, desk } = await layNodes(2, TWO_SOURCES);
      const first = desk.spawn(0);
      await until("it fetches", () => shareOf(farm, 0) === 2, PATIENCE);
      const unlock = table === null ? null : await lock(desk.address, table);
      if (unlock !== null || isStored) farm.open();
      if (unlock !== null) {
        await until("it waits", async () => {
          const waiting = await desk.query(`SELECT 1 FROM pg_stat_activity
          WHERE datname = current_database() AND wait_event_type = 'Lock'`);
          return waiting.length > 0;
        });
      }
      if (isStored) await allStored(farm, desk);
      await first.kill();
      await unlock?.();
      farm.open();
      desk.spawn(1);
      expect(await allStored(farm, desk)).toMatchObject({
        keys: farm.keys.toSorted(),
        clusters: 3,
      });
      const failed = "SELECT 1 FROM source WHERE attempts > 0 OR lease_until IS NOT NULL";
      await until("nobody holds any", async () => (await desk.query(failed)).length === 0);
      if (isStored) expect(shareOf(farm, 1)).toBe(0);
    },
  );
});

it("a process that was frozen until its leases ran out writes nothing when it goes on", async () => {
  const { farm, desk } = await layNodes(2, TWO_SOURCES);
  const frozen = desk.spawn(0);
  await until("it fetches", () => shareOf(farm, 0) === 2, PATIENCE);
  frozen.signal("SIGSTOP");
  onTestFinished(() => frozen.signal("SIGCONT"));
  // As if so much time had passed.
  await desk.query("UPDATE source SET lease_until = 1 WHERE lease_until IS NOT NULL");
  await desk.query("UPDATE host SET lease_until = 1");
  desk.spawn(1);
  await until("the other fetches", () => shareOf(farm, 1) === 2, PATIENCE);
  farm.open();
  const { keys } = await allStored(farm, desk);
  const rows = () => desk.query("SELECT id, state, lease_token FROM source ORDER BY id");
  const before = await rows();
  frozen.signal("SIGCONT");
  const late = () => frozen.log().filter(({ msg }) => msg.startsWith("a poll took too long"));
  await until("it learns that it is late", () => late().length === 2, PATIENCE);
  expect([await rows(), (await desk.stored()).keys]).toEqual([before, keys]);
  expect(keys).toEqual(farm.keys.toSorted());
});

it("PostgreSQL that is killed in the middle of a pass costs nothing", async () => {
  const server = await startOwnServer();
  onTestFinished(server.end);
  const { farm, desk } = await layNodes(2, { address: server.address, hosts: 16 });
  for (const n of [0, 1]) desk.spawn(n);
  await until("both ask", () => [0, 1].every((n) => shareOf(farm, n) > 0), PATIENCE);
  farm.open();
  await until("some of it is stored", async () => (await desk.stored()).keys.length > 0, PATIENCE);
  await server.kill();
  await server.start();
  expect(await allStored(farm, desk)).toEqual({
    keys: farm.keys.toSorted(),
    clusters: farm.keys.length - farm.sources.length / 2,
  });
});
