import { sql } from "kysely";
import { beforeEach, describe, expect, it } from "vitest";
import { rowStatement } from "../../../../src/adapters/store/engine/row-statement.ts";
import { openDatabase } from "../../../../src/adapters/store/engine/sqlite/open-database.ts";
import { temporaryFolder } from "../../../support/temporary-folder.ts";

type Counter = { name: string; value: number };

/** What stands for the values is used twice, and beside a value that is the same for all rows. */
const count = rowStatement<Counter & { step: number }, { name: string; value: number }>(
  (db, { step, ...row }) =>
    db
      .insertInto("counter")
      .values(row)
      .onConflict((conflict) =>
        conflict.column("name").doUpdateSet({ value: sql`counter.value + ${step} * ${10}` }),
      )
      .returning(["name", "value"]),
);
const raise = rowStatement<Counter>((db, { name, value }) =>
  db.updateTable("counter").set({ value }).where("name", "=", name),
);

describe("a statement that is run for rows", () => {
  let db: Awaited<ReturnType<typeof open>>["db"];
  beforeEach(async () => {
    const opened = await open();
    db = opened.db;
    return opened.close;
  });

  const stored = () =>
    db.selectFrom("counter").selectAll().where("name", "<>", "revision").orderBy("name").execute();

  it("writes each row, and returns what each returned, in their order", async () => {
    const rows = ["b", "a", "b"].map((name, n) => ({ name, value: n, step: n }));
    const returned = await db.transaction().execute((trx) => count(trx, rows));
    expect(returned).toEqual([
      { name: "b", value: 0 },
      { name: "a", value: 1 },
      { name: "b", value: 20 },
    ]);
    await db.transaction().execute((trx) => raise(trx, [{ value: 7, name: "a" }]));
    expect(await stored()).toEqual([
      { name: "a", value: 7 },
      { name: "b", value: 20 },
    ]);
  });

  it("does nothing for no rows", async () => {
    expect(await db.transaction().execute((trx) => count(trx, []))).toEqual([]);
    expect(await stored()).toEqual([]);
  });

  it("leaves nothing of a transaction in which one row is refused", async () => {
    const rows = [{ name: "a", value: 1, step: 1 }, { name: "b", value: null, step: 1 } as never];
    const written = db.transaction().execute((trx) => count(trx, rows));
    await expect(written).rejects.toThrow("NOT NULL");
    expect(await stored()).toEqual([]);
  });
});

async function open() {
  const opened = await openDatabase(`${temporaryFolder()}/test.db`);
  if (!opened.ok) throw new Error(opened.error.message);
  return opened.value;
}
