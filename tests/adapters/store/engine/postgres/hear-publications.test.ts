import { expect, it, onTestFinished } from "vitest";
import { hearPublications } from "../../../../../src/adapters/store/engine/postgres/hear-publications.ts";
import { postgres } from "../../../../../src/adapters/store/engine/postgres/postgres.ts";
import { databaseNamed } from "../../../../../src/core/settings/database-name.ts";
import { emptyDatabase } from "../../../../support/postgres/databases.ts";
import { on } from "../../../../support/postgres/on.ts";
import { until } from "../../../../support/until.ts";

/** Hears, and counts the hints. */
async function hearing(address: string) {
  const heard = { count: 0 };
  const { isHearing, stop } = hearPublications(address, () => {
    heard.count += 1;
  });
  onTestFinished(stop);
  await until("it hears", isHearing);
  return { heard, isHearing, stop };
}

async function publisher(address: string) {
  const opened = await postgres.at(databaseNamed(address)).open();
  if (!opened.ok) throw new Error(opened.error.message);
  onTestFinished(opened.value.close);
  return opened.value;
}

const listeners = (address: string) =>
  on(address, async (client) => {
    const { rows } = await client.query<{ pid: number }>(
      "SELECT pid FROM pg_stat_activity WHERE query LIKE 'LISTEN%' AND datname = current_database()",
    );
    return rows.map(({ pid }) => pid);
  });

it("hears in several processes what one has published, many publications as few hints", async () => {
  const address = await emptyDatabase();
  const { hint } = await publisher(address);
  const all = [await hearing(address), await hearing(address)];
  for (const { heard } of all) heard.count = 0;
  for (let seq = 1; seq <= 50; seq += 1) hint(seq);
  await until("both have heard", () => all.every(({ heard }) => heard.count >= 2));
  hint(51);
  await until("both have heard again", () => all.every(({ heard }) => heard.count >= 3));
  expect(all.map(({ heard }) => heard.count)).toEqual([3, 3]);
});

it("tells the number alone", async () => {
  const address = await emptyDatabase();
  const { hint } = await publisher(address);
  await on(address, async (client) => {
    const payloads: (string | undefined)[] = [];
    client.on("notification", ({ payload }) => payloads.push(payload));
    await client.query("LISTEN offprint_publication");
    hint(7);
    await until("it is told", () => payloads.length > 0);
    expect(payloads).toEqual(["7"]);
  });
});

it("connects again when its connection is lost, and then hints at what it may have missed", async () => {
  const address = await emptyDatabase();
  const { heard, isHearing } = await hearing(address);
  heard.count = 0;
  const [former] = await listeners(address);
  await on(address, (client) => client.query("SELECT pg_terminate_backend($1)", [former]));
  await until("it connects again", async () => {
    const [now] = await listeners(address);
    return now !== undefined && now !== former && isHearing();
  });
  // One for the loss, because hints come no more, and one for what was missed.
  expect(heard.count).toBeGreaterThanOrEqual(2);
});

it("waits for a server that is away, and leaves no connection when it is stopped", async () => {
  const nobody = hearPublications("postgres://127.0.0.1:1/desk", () => {});
  expect(nobody.isHearing()).toBe(false);
  await nobody.stop();
  const address = await emptyDatabase();
  const { stop } = await hearing(address);
  await stop();
  await until("it is gone", async () => (await listeners(address)).length === 0);
});

it("a database that is configured without hints gives none", async () => {
  const name = { ...databaseNamed(await emptyDatabase()), isNotified: false };
  const silent = await postgres.at(name).hear(() => {});
  expect(silent.isHearing()).toBe(false);
  expect(await listeners(name.name)).toEqual([]);
  await silent.stop();
});
