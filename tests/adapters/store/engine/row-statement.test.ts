import { sql } from "kysely";
import { beforeEach, describe, expect, it } from "vitest";
import type { OpenDatabase } from "../../../../src/adapters/store/engine/engine.ts";
import { rowStatement } from "../../../../src/adapters/store/engine/row-statement.ts";
import { onEveryDatabase } from "../on-every-engine.ts";

type Counter = { name: string; value: number };

/** What stands for the values is used twice, and beside a value that is the same for all rows. */
const count = rowStatement<Counter & { step: number }, { name: string; value: number }>(
  (db, { step, ...row }) =>
    db
      .insertInto("counter")
      .values(row)
      .onConflict((conflict) =>
        conflict
          .column("name")
          .doUpdateSet({ value: sql`counter.value + CAST(${step} AS BIGINT) * ${10}` }),
      )
      .returning(["name", "value"]),
);
const raise = rowStatement<Counter>((db, { name, value }) =>
  db.updateTable("counter").set({ value }).where("name", "=", name),
);

onEveryDatabase((open) => {
  describe("a statement that is run for rows", () => {
    let db: OpenDatabase["db"];
    beforeEach(async () => {
      db = await open();
    });

    const stored = () =>
      db
        .selectFrom("counter")
        .selectAll()
        .where("name", "not in", ["revision", "write"])
        .orderBy("name")
        .execute();

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
      await expect(written).rejects.toThrow(/not[- ]null/i);
      expect(await stored()).toEqual([]);
    });
  });
});
