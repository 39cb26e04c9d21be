import { spawn } from "node:child_process";
import { once } from "node:events";
import { type AddressInfo, connect, createServer, type Socket } from "node:net";
import { fileURLToPath } from "node:url";
import { expect, it, onTestFinished } from "vitest";
import type {
  HolderKind,
  IngestPlace,
  NamedDatabase,
} from "../../../../../src/adapters/store/engine/engine.ts";
import { postgres } from "../../../../../src/adapters/store/engine/postgres/postgres.ts";
import { databaseNamed } from "../../../../../src/core/settings/database-name.ts";
import { emptyDatabase, makeDatabase } from "../../../../support/postgres/databases.ts";
import { on } from "../../../../support/postgres/on.ts";
import { until } from "../../../../support/until.ts";

async function enter(
  database: NamedDatabase,
  kind: HolderKind,
  name = `a ${kind}`,
): Promise<IngestPlace> {
  const entered = await database.enterIngest({ name, kind });
  if (!entered.ok) throw new Error(`${entered.error.name} has it`);
  return entered.value;
}

it("any number of services has a place, each with a number that all see", async () => {
  const database = postgres.at(databaseNamed(await emptyDatabase()));
  const places = [await enter(database, "service"), await enter(database, "service")];
  const numbers = places.map(({ holder }) => holder);
  expect(new Set(numbers).size).toBe(2);
  for (const { living } of places) {
    expect((await living()).toSorted()).toEqual(numbers.toSorted());
  }
  await places[0]?.release();
  await until("one is left", async () => (await places[1]?.living())?.length === 1);
  await places[1]?.release();
});

it("a pass steps back while a service has a place, and not for another pass", async () => {
  const database = postgres.at(databaseNamed(await emptyDatabase()));
  const passes = [await enter(database, "pass"), await enter(database, "pass")];
  expect(await database.isIngestFree()).toBe(true);
  const service = await enter(database, "service", "process 1 on a desk");
  expect(await database.isIngestFree()).toBe(false);
  expect(await database.enterIngest({ name: "me", kind: "pass" })).toEqual({
    ok: false,
    error: { name: "process 1 on a desk", kind: "service" },
  });
  expect(await service.living()).toHaveLength(3);
  await service.release();
  await until("it is free", database.isIngestFree);
  for (const { release } of [...passes, await enter(database, "pass")]) await release();
});

it.each(["service", "pass", "copy"] as const)(
  "a copy has no place beside a %s, which has none beside it",
  async (kind) => {
    const database = postgres.at(databaseNamed(await emptyDatabase()));
    const tryToEnter = (entering: HolderKind) =>
      database.enterIngest({ name: "me", kind: entering });
    const other = await enter(database, kind);
    expect(await tryToEnter("copy")).toEqual({ ok: false, error: { name: `a ${kind}`, kind } });
    await other.release();
    const copy = await until("it has left", async () => {
      const entered = await tryToEnter("copy");
      return entered.ok ? entered.value : undefined;
    });
    expect(await tryToEnter(kind)).toEqual({ ok: false, error: { name: "me", kind: "copy" } });
    expect(await database.isIngestFree()).toBe(false);
    await copy.release();
  },
);

it("a place in one database is none in another on its server", async () => {
  const places = [];
  for (const address of [await emptyDatabase(), await makeDatabase()]) {
    places.push(await enter(postgres.at(databaseNamed(address)), "service"));
  }
  for (const { living, release } of places) {
    expect(await living()).toHaveLength(1);
    await release();
  }
});

it("a place ends with its process, kill -9 included", async () => {
  const address = await emptyDatabase();
  const script = fileURLToPath(new URL("../../hold-lock.ts", import.meta.url));
  const child = spawn(process.execPath, [script, address], {
    stdio: ["ignore", "pipe", "inherit"],
  });
  onTestFinished(() => void child.kill("SIGKILL"));
  expect(String(await once(child.stdout, "data"))).toBe("locked\n");
  expect(await postgres.at(databaseNamed(address)).isIngestFree()).toBe(false);
  child.kill("SIGKILL");
  await until("its place is free", () => postgres.at(databaseNamed(address)).isIngestFree());
});

/** Sessions of services of the usual name, by the numbers of their processes. */
async function sessionsAt(address: string): Promise<readonly number[]> {
  const { rows } = await on(address, (client) =>
    client.query<{ pid: number }>(`SELECT pid FROM pg_stat_activity
      WHERE datname = current_database() AND application_name = 'offprint service, a service'`),
  );
  return rows.map(({ pid }) => pid);
}

const cut = (address: string, pids: readonly number[]) =>
  on(address, (client) => client.query("SELECT pg_terminate_backend(unnest($1::int[]))", [pids]));

it("a place whose connection was lost is taken again at once, under its number, though nobody asks", async () => {
  const address = await emptyDatabase();
  const database = postgres.at(databaseNamed(address));
  const place = await enter(database, "service");
  const other = await enter(database, "service", "who watches");
  const before = await sessionsAt(address);
  await cut(address, before);
  await until("it is held again", async () => {
    const now = await sessionsAt(address);
    const isAnew = now.length === 1 && !before.includes(now[0] ?? 0);
    return isAnew && (await other.living()).includes(place.holder ?? -1);
  });
  expect(await place.isHeld()).toBe(true);
  await Promise.all([place.release(), other.release()]);
});

it("a place that was lost is taken again on one connection, however many ask", async () => {
  const address = await emptyDatabase();
  const place = await enter(postgres.at(databaseNamed(address)), "service");
  const before = await sessionsAt(address);
  await cut(address, before);
  await until("another is there", async () => {
    await Promise.all([place.isHeld(), place.isHeld(), place.isHeld()]);
    const now = await sessionsAt(address);
    return now.length > 0 && !now.some((pid) => before.includes(pid));
  });
  expect(await sessionsAt(address)).toHaveLength(1);
  await place.release();
});

it("a place that is released while its connection is lost is not taken again", async () => {
  const address = await emptyDatabase();
  const database = postgres.at(databaseNamed(address));
  const place = await enter(database, "service");
  const other = await enter(database, "service", "who watches");
  await cut(address, await sessionsAt(address));
  await place.release();
  await until("its session is gone", async () => (await sessionsAt(address)).length === 0);
  await until("and its number", async () => (await other.living()).length === 1);
  await other.release();
});

/** A way to the server on which either end of a connection can be cut off alone. */
async function layWay(address: string) {
  const url = new URL(address);
  const ways: { readonly near: Socket; readonly far: Socket }[] = [];
  const proxy = createServer({ allowHalfOpen: true }, (near) => {
    const far = connect({ host: url.hostname, port: Number(url.port), allowHalfOpen: true });
    near.on("data", (bytes) => far.write(bytes)).on("end", () => far.end());
    far.on("data", (bytes) => void (near.destroyed || near.write(bytes)));
    far.on("end", () => near.end());
    for (const end of [near, far]) end.on("error", () => {});
    ways.push({ near, far });
  });
  proxy.listen(0, "127.0.0.1");
  await once(proxy, "listening");
  onTestFinished(() => {
    for (const { near, far } of ways) {
      near.destroy();
      far.destroy();
    }
    proxy.close();
  });
  const { port } = proxy.address() as AddressInfo;
  const way = Object.assign(new URL(address), { hostname: "127.0.0.1", port: String(port) });
  return { address: way.href, ways };
}

it("a place whose loss the server notices late is taken again when it does", async () => {
  const { address, ways } = await layWay(await emptyDatabase());
  const place = await enter(postgres.at(databaseNamed(address)), "service");
  ways[0]?.near.destroy();
  // The lock of the former connection still says that it lives.
  await until("it asks anew", async () => {
    await place.isHeld();
    return ways.length > 1;
  });
  expect(await place.living()).toEqual([place.holder]);
  ways[0]?.far.destroy();
  await until("the number is its own again", async () => {
    await place.isHeld();
    return (await place.living()).includes(place.holder ?? -1);
  });
  expect(await place.isHeld()).toBe(true);
});
