import { sql } from "kysely";
import { describe, expect, it, onTestFinished } from "vitest";
import { decideFirst } from "../../../../../src/adapters/store/decide-first.ts";
import { postgres } from "../../../../../src/adapters/store/engine/postgres/postgres.ts";
import { isWriteConflict } from "../../../../../src/adapters/store/engine/write-conflict.ts";
import { databaseNamed } from "../../../../../src/core/settings/database-name.ts";
import { emptyDatabase, on } from "../../../../support/postgres/databases.ts";

/** One database as two processes have it open. */
async function twoProcesses() {
  const address = await emptyDatabase();
  const open = async () => {
    const opened = await postgres.at(databaseNamed(address)).open();
    if (!opened.ok) throw new Error(opened.error.message);
    onTestFinished(opened.value.close);
    return opened.value;
  };
  return { address, one: await open(), other: await open() };
}

type Db = Awaited<ReturnType<typeof twoProcesses>>["one"]["db"];

const raise = (db: Db) =>
  db.updateTable("counter").set({ value: sql`value + 1` }).where("name", "=", "revision").execute();

const revision = async (db: Db): Promise<number> => {
  const row = db.selectFrom("counter").select("value").where("name", "=", "revision");
  return (await row.executeTakeFirstOrThrow()).value;
};

describe("writers", () => {
  it("take turns: what one read is true until it has written", async () => {
    const { one, other } = await twoProcesses();
    const add = ({ db }: typeof one) =>
      db.transaction().execute(async (trx) => {
        const value = await revision(trx);
        const row = trx.updateTable("counter").set({ value: value + 1 });
        await row.where("name", "=", "revision").execute();
      });
    await Promise.all(Array.from({ length: 20 }, (_, n) => add(n % 2 === 0 ? one : other)));
    expect(await revision(one.db)).toBe(20);
  });

  it("decide again over what another wrote since they began to read", async () => {
    const { one, other } = await twoProcesses();
    const read: number[] = [];
    await decideFirst(one.db, async (trx) => {
      read.push(await revision(trx));
      if (read.length === 1) await raise(other.db);
      await raise(trx);
    });
    expect(read).toEqual([0, 1]);
    expect(await revision(one.db)).toBe(2);
  });

  it("of one process decide once each, however many come at the same time", async () => {
    const { one } = await twoProcesses();
    let decided = 0;
    const decisions = Array.from({ length: 12 }, () =>
      decideFirst(one.db, async (trx) => {
        decided += 1;
        const value = await revision(trx);
        const row = trx.updateTable("counter").set({ value: value + 1 });
        await row.where("name", "=", "revision").execute();
      }),
    );
    await Promise.all(decisions);
    expect([decided, await revision(one.db)]).toEqual([12, 12]);
  });

  it("conflict also where the other wrote something that they did not read", async () => {
    const { one, other } = await twoProcesses();
    const deciding = one.db
      .transaction()
      .setIsolationLevel("serializable")
      .execute(async (trx) => {
        await revision(trx);
        await other.db.insertInto("setting").values({ name: "a", value: "b" }).execute();
        await trx.insertInto("setting").values({ name: "c", value: "d" }).execute();
      });
    await expect(deciding.catch(isWriteConflict)).resolves.toBe(true);
    const stored = one.db.selectFrom("setting").select("name").where("name", "in", ["a", "c"]);
    expect(await stored.execute()).toEqual([{ name: "a" }]);
  });

  it("leave nothing of a transaction that fails", async () => {
    const { one } = await twoProcesses();
    const failing = one.db.transaction().execute(async (trx) => {
      await raise(trx);
      throw new Error("no room");
    });
    await expect(failing).rejects.toThrow("no room");
    expect(await revision(one.db)).toBe(0);
    await raise(one.db);
    expect(await revision(one.db)).toBe(1);
  });
});

describe("who looks", () => {
  it("sees a snapshot in a transaction that reads, and keeps nobody from writing", async () => {
    const { one, other } = await twoProcesses();
    const seen = await one.db
      .transaction()
      .setAccessMode("read only")
      .execute(async (trx) => {
        const before = await revision(trx);
        await raise(other.db);
        return [before, await revision(trx)];
      });
    expect(seen).toEqual([0, 0]);
    expect(await revision(one.db)).toBe(1);
  });

  it("learns of each write, and of nothing else", async () => {
    const { one, other } = await twoProcesses();
    const before = await one.dataVersion();
    await revision(other.db);
    expect(await one.dataVersion()).toBe(before);
    await raise(other.db);
    const after = await one.dataVersion();
    expect(after).not.toBe(before);
    await other.db.transaction().execute(raise);
    expect(await one.dataVersion()).not.toBe(after);
  });
});

it("goes on after the server has ended its connections", async () => {
  const { address, one } = await twoProcesses();
  await raise(one.db);
  await on(address, (client) =>
    client.query(`SELECT pg_terminate_backend(pid) FROM pg_stat_activity
      WHERE datname = current_database() AND application_name = 'offprint'`),
  );
  await raise(one.db).catch(() => {}); // the connection may end just now
  await raise(one.db);
  expect(await revision(one.db)).toBeGreaterThan(1);
});

it("keeps texts, bytes and large numbers as they were given", async () => {
  const { one } = await twoProcesses();
  const texts = [
    "",
    "ü 漢字 👩‍🚀 \u202e",
    "'; DROP TABLE article --",
    '{"b":1,  "a":2}',
    "a\0b",
    "\ud800",
  ];
  const stored: string[] = [];
  for (const value of texts) {
    await one.db
      .insertInto("setting")
      .values({ name: `t${stored.length}`, value })
      .execute();
    const row = one.db
      .selectFrom("setting")
      .select("value")
      .where("name", "=", `t${stored.length}`);
    stored.push((await row.executeTakeFirstOrThrow()).value);
  }
  expect(stored).toEqual([...texts.slice(0, 4), "a\ufffdb", "\ufffd"]);
  const bytes = new Uint8Array([0, 255, 10, 92]);
  const young = one.db.insertInto("young_index").values({ bytes }).returning("bytes");
  expect(new Uint8Array((await young.executeTakeFirstOrThrow()).bytes)).toEqual(bytes);
  await one.db
    .insertInto("counter")
    .values({ name: "large", value: 2 ** 53 - 1 })
    .execute();
  const large = one.db.selectFrom("counter").select("value").where("name", "=", "large");
  expect((await large.executeTakeFirstOrThrow()).value).toBe(2 ** 53 - 1);
  await sql`UPDATE counter SET value = value + 1 WHERE name = 'large'`.execute(one.db);
  await expect(large.execute()).rejects.toThrow("9007199254740992 in the database is too large");
});
