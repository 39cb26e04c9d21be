import { spawn } from "node:child_process";
import { once } from "node:events";
import { fileURLToPath } from "node:url";
import { expect, it, onTestFinished } from "vitest";
import { postgres } from "../../../../../src/adapters/store/engine/postgres/postgres.ts";
import { databaseNamed } from "../../../../../src/core/settings/database-name.ts";
import { emptyDatabase, makeDatabase, on } from "../../../../support/postgres/databases.ts";
import { until } from "../../../../support/until.ts";

const service = (name: string) => ({ name, kind: "service" }) as const;

it("is given to one, and to the next when it is let go", async () => {
  const database = postgres.at(databaseNamed(await emptyDatabase()));
  expect(await database.isIngestFree()).toBe(true);
  const first = await database.lockIngest(service("process 1 on a desk"));
  expect([first.ok, await database.isIngestFree()]).toEqual([true, false]);
  expect(await database.lockIngest(service("the second"))).toEqual({
    ok: false,
    error: { name: "process 1 on a desk", kind: "service" },
  });
  if (first.ok) await first.value.release();
  const third = await database.lockIngest({ name: "process 3", kind: "pass" });
  expect(third.ok).toBe(true);
  expect(await database.lockIngest(service("me"))).toEqual({
    ok: false,
    error: { name: "process 3", kind: "pass" },
  });
  if (third.ok) await third.value.release();
});

it("of one database is no lock of another on its server", async () => {
  const locks = [];
  for (const address of [await emptyDatabase(), await makeDatabase()]) {
    locks.push(await postgres.at(databaseNamed(address)).lockIngest(service("me")));
  }
  expect(locks.map(({ ok }) => ok)).toEqual([true, true]);
  for (const lock of locks) if (lock.ok) await lock.value.release();
});

it("is freed by the end of its process, kill -9 included", async () => {
  const address = await emptyDatabase();
  const script = fileURLToPath(new URL("../../hold-lock.ts", import.meta.url));
  const child = spawn(process.execPath, [script, address], {
    stdio: ["ignore", "pipe", "inherit"],
  });
  onTestFinished(() => void child.kill("SIGKILL"));
  expect(String(await once(child.stdout, "data"))).toBe("locked\n");
  expect(await postgres.at(databaseNamed(address)).isIngestFree()).toBe(false);
  child.kill("SIGKILL");
  await until("the lock is free", () => postgres.at(databaseNamed(address)).isIngestFree());
});

it("is taken again after its connection was lost, unless another has it now", async () => {
  const address = await emptyDatabase();
  const database = postgres.at(databaseNamed(address));
  const lock = await database.lockIngest(service("me"));
  if (!lock.ok) throw new Error("it is held");
  const lose = async () => {
    await on(address, (client) =>
      client.query(`SELECT pg_terminate_backend(pid) FROM pg_stat_activity
        WHERE datname = current_database() AND application_name LIKE 'offprint service%'`),
    );
    await until("it is free", database.isIngestFree);
  };
  await lose();
  expect(await until("it is held again", lock.value.isHeld)).toBe(true);
  expect(await database.isIngestFree()).toBe(false);
  await lose();
  const rival = await database.lockIngest({ name: "a rival", kind: "pass" });
  expect([rival.ok, await lock.value.isHeld()]).toEqual([true, false]);
  if (rival.ok) await rival.value.release();
  await lock.value.release();
});
