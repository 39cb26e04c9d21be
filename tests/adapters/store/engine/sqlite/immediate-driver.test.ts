import Database from "better-sqlite3";
import { Kysely, SqliteAdapter, SqliteIntrospector, SqliteQueryCompiler, sql } from "kysely";
import { expect, it } from "vitest";
import { immediateDriver } from "../../../../../src/adapters/store/engine/sqlite/immediate-driver.ts";

/** A database whose first statements meet what another process does. */
function meeting(code: string, times: number) {
  const database = new Database(":memory:");
  const driver = immediateDriver(database);
  const prepare = database.prepare.bind(database) as typeof database.prepare;
  let left = times;
  database.prepare = ((text: string) => {
    if (left-- > 0) throw Object.assign(new Error("database is locked"), { code });
    return prepare(text);
  }) as typeof database.prepare;
  return new Kysely<unknown>({
    dialect: {
      createAdapter: () => new SqliteAdapter(),
      createDriver: () => driver,
      createIntrospector: (db) => new SqliteIntrospector(db),
      createQueryCompiler: () => new SqliteQueryCompiler(),
    },
  });
}

it.each([
  ["writes", "SQLITE_BUSY"],
  ["recovers the log of a killed one", "SQLITE_BUSY_RECOVERY"],
])("waits while another process %s", async (_, code) => {
  const { rows } = await sql`SELECT 1 AS one`.execute(meeting(code, 3));
  expect(rows).toEqual([{ one: 1 }]);
});

it("does not wait where waiting is of no use", async () => {
  await expect(sql`SELECT 1`.execute(meeting("SQLITE_FULL", 1))).rejects.toThrow("locked");
});
