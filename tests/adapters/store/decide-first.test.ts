import { join } from "node:path";
import Database from "better-sqlite3";
import { sql } from "kysely";
import { expect, it, onTestFinished } from "vitest";
import { decideFirst } from "../../../src/adapters/store/decide-first.ts";
import { temporaryFolder } from "../../support/temporary-folder.ts";
import { openNew } from "./open-store.ts";

/** A store, and another process that counts what it could write. */
async function openBeside() {
  const file = join(temporaryFolder(), "offprint.db");
  const { db } = await openNew(file);
  const other = new Database(file, { timeout: 0 });
  onTestFinished(() => void other.close());
  const write = (): boolean => {
    try {
      return other.prepare(`UPDATE counter SET value = value + 1`).run().changes > 0;
    } catch (cause) {
      if ((cause as { code?: string }).code === "SQLITE_BUSY") return false;
      throw cause;
    }
  };
  return { db, write };
}

/** Reads, lets the other process write for the first few times, and writes what it read. */
async function decideBeside(times: number) {
  const { db, write } = await openBeside();
  const [read, othersWrote]: [number[], boolean[]] = [[], []];
  const { value } = await decideFirst(db, async (trx) => {
    const row = await trx.selectFrom("counter").select("value").executeTakeFirstOrThrow();
    if (read.length < times) othersWrote.push(write());
    read.push(row.value);
    await sql`UPDATE counter SET value = ${row.value} + 100`.execute(trx);
    return trx.selectFrom("counter").select("value").executeTakeFirstOrThrow();
  });
  return {
    value: value - (read[0] ?? 0),
    read: read.map((each) => each - (read[0] ?? 0)),
    othersWrote,
  };
}

it("decides once when nobody else writes", async () => {
  expect(await decideBeside(0)).toEqual({ value: 100, read: [0], othersWrote: [] });
});

it("decides again over what another process wrote meanwhile", async () => {
  expect(await decideBeside(1)).toEqual({ value: 101, read: [0, 1], othersWrote: [true] });
});

it("keeps others from writing when it was overtaken four times", async () => {
  const told = await decideBeside(9);
  expect(told).toEqual({
    value: 104,
    read: [0, 1, 2, 3, 4],
    othersWrote: [true, true, true, true, false],
  });
});

it("passes every other failure on, and writes nothing", async () => {
  const { db, write } = await openBeside();
  const failing = decideFirst(db, async (trx) => {
    await sql`UPDATE counter SET value = 7000`.execute(trx);
    throw new Error("no room");
  });
  await expect(failing).rejects.toThrow("no room");
  const row = await db.selectFrom("counter").select("value").executeTakeFirstOrThrow();
  expect(row.value).not.toBe(7000);
  expect(write()).toBe(true);
});
