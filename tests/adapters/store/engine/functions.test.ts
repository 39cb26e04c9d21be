import { type Expression, sql } from "kysely";
import { beforeEach, describe, expect, it } from "vitest";
import type { OpenDatabase } from "../../../../src/adapters/store/engine/engine.ts";
import {
  databaseNow,
  deferForeignKeys,
  eachNumber,
  eachText,
  greatest,
  isTrueInJson,
  jsonList,
  least,
  rowsOfNumbers,
  rowsWithText,
  setTextInJson,
  textOfJson,
} from "../../../../src/adapters/store/engine/functions.ts";
import { onEveryDatabase } from "../on-every-engine.ts";

/** What the rooms of the store rely on, whichever engine spells it. */
onEveryDatabase((open) => {
  describe("the functions that each engine spells", () => {
    let db: OpenDatabase["db"];
    beforeEach(async () => {
      db = await open();
    });

    const select = async <T>(expression: Expression<T>): Promise<T> => {
      const { rows } = await sql<{ value: T }>`SELECT ${expression} AS value`.execute(db);
      return rows[0]?.value as T;
    };
    const json = (value: unknown): Expression<string> => sql.val(JSON.stringify(value));
    const nothing = sql<number | null>`NULL`;

    it("tells the time in milliseconds", async () => {
      const before = Date.now();
      const now = await select(databaseNow);
      expect(Number.isInteger(now)).toBe(true);
      expect(Math.abs(now - before)).toBeLessThan(60_000);
    });

    it.each([
      [1, 2],
      [2, 1],
      [-5, 0],
    ])("compares %i and %i", async (a, b) => {
      expect(await select(greatest(a, sql`${b}`))).toBe(Math.max(a, b));
      expect(await select(least(sql`${a}`, b))).toBe(Math.min(a, b));
    });

    it("compares nothing with nothing", async () => {
      expect(await select(greatest(1, nothing))).toBeNull();
      expect(await select(least(nothing, 1))).toBeNull();
    });

    it("reads and changes JSON", async () => {
      const source = { id: "harbour", paused: true, title: 'A "B" ü', shut: false };
      expect(await select(textOfJson(json(source), "title"))).toBe('A "B" ü');
      expect(await select(textOfJson(json(source), "none"))).toBeNull();
      const renamed = await select(setTextInJson(json(source), "id", `it's "new"`));
      expect(JSON.parse(renamed)).toEqual({ ...source, id: `it's "new"` });
      const flags = ["paused", "shut", "none"].map((key) =>
        select(isTrueInJson(json(source), key)),
      );
      expect((await Promise.all(flags)).map(Boolean)).toEqual([true, false, false]);
    });

    it("finds no flag in what is not there", async () => {
      expect(Boolean(await select(isTrueInJson(nothing, "paused")))).toBe(false);
    });

    it("goes through lists", async () => {
      const texts = ["a", "b'c", 'd"e'];
      const { rows } = await sql`SELECT wanted.value FROM ${eachText(texts)}`.execute(db);
      expect(rows).toEqual(texts.map((value) => ({ value })));
      const none = await sql`SELECT wanted.value FROM ${eachText([])}`.execute(db);
      expect(none.rows).toEqual([]);
      const numbers = [2 ** 32 - 1, 0, -1];
      const found = await sql`SELECT wanted.value FROM ${eachNumber(numbers)}`.execute(db);
      expect(found.rows).toEqual(numbers.map((value) => ({ value })));
    });

    it("gathers a column into a list", async () => {
      const list = await sql<{ ids: string }>`
      SELECT ${jsonList(sql.ref("wanted.value"))} AS ids FROM ${eachText(["x", "y"])}`.execute(db);
      expect(list.rows.map(({ ids }) => JSON.parse(ids))).toEqual([["x", "y"]]);
    });

    it("inserts and finds rows of three", async () => {
      const rows = [
        [1, 2, "c'1"],
        [1, 3, "c2"],
      ] as const;
      await sql`INSERT INTO block (period, hash, cluster_id)
      SELECT * FROM ${rowsWithText(rows)} AS given WHERE true ON CONFLICT DO NOTHING`.execute(db);
      const found = await sql<{ hash: number; cluster_id: string }>`
      SELECT hash, cluster_id FROM block
      WHERE (period, hash, cluster_id) IN ${rowsWithText([[1, 3, "c2"]])}`.execute(db);
      expect(found.rows).toEqual([{ hash: 3, cluster_id: "c2" }]);
      expect(await db.selectFrom("block").select(["hash", "cluster_id"]).execute()).toHaveLength(2);
      await sql`INSERT INTO sample_key (period, key, fingerprint_id)
      SELECT * FROM ${rowsOfNumbers([[1, 2, 3]])} AS given WHERE true ON CONFLICT DO NOTHING`.execute(
        db,
      );
      expect(await db.selectFrom("sample_key").selectAll().execute()).toEqual([
        { period: 1, key: 2, fingerprint_id: 3 },
      ]);
    });

    it("checks foreign keys at the end of a transaction that asks for it", async () => {
      const orphan = { article_id: "none", body: Buffer.of() };
      const insert = (isDeferred: boolean): Promise<void> =>
        db.transaction().execute(async (trx) => {
          if (isDeferred) await sql`${deferForeignKeys}`.execute(trx);
          await trx.insertInto("article_body").values(orphan).execute();
          await trx.deleteFrom("article_body").where("article_id", "=", "none").execute();
        });
      await expect(insert(false)).rejects.toThrow(/foreign key/i);
      await expect(insert(true)).resolves.toBeUndefined();
    });
  });
});
