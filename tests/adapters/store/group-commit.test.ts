import type { Kysely, Transaction } from "kysely";
import { describe, expect, it } from "vitest";
import { createGroupCommit } from "../../../src/adapters/store/group-commit.ts";
import type { Tables } from "../../../src/adapters/store/schema/tables.ts";
import { openNew } from "./open-store.ts";

const names = async (db: Kysely<Tables>): Promise<readonly string[]> => {
  const rows = await db.selectFrom("setting").select("name").where("name", "like", "n%").execute();
  return rows.map(({ name }) => name).toSorted();
};

/** Writes names; all that are written together know their transaction. */
async function nameWriter(waitMs: number) {
  const { db } = await openNew();
  const transactions = new Set<unknown>();
  const writeAll = async (trx: Transaction<Tables>, items: readonly string[]) => {
    transactions.add(trx);
    for (const name of items) {
      await trx.insertInto("setting").values({ name, value: "" }).execute();
      if (name === "n-broken") throw new Error("broken");
    }
    return items.map((name) => `${name} done`);
  };
  return { db, transactions, group: createGroupCommit(db, { waitMs, writeAll }) };
}

describe("transactions that come together", () => {
  it("are one, and each has its own result", async () => {
    const { db, group, transactions } = await nameWriter(20);
    const results = await Promise.all(["n1", "n2", "n3"].map(group.write));
    expect(results).toEqual(["n1 done", "n2 done", "n3 done"]);
    expect(await names(db)).toEqual(["n1", "n2", "n3"]);
    expect(transactions.size).toBe(1);
  });

  it("are written though one of them fails, which alone is told so", async () => {
    const { db, group } = await nameWriter(0);
    const results = await Promise.allSettled(["n1", "n-broken", "n3"].map(group.write));
    expect(results.map(({ status }) => status)).toEqual(["fulfilled", "rejected", "fulfilled"]);
    expect(await names(db)).toEqual(["n1", "n3"]);
  });

  it("do not wait for more than a few dozen", async () => {
    const { group, transactions } = await nameWriter(3_600_000);
    await Promise.all(Array.from({ length: 64 }, (_, n) => group.write(`n${n}`)));
    expect(transactions.size).toBe(2);
  });

  it("are written at once when somebody says so", async () => {
    const { db, group } = await nameWriter(3_600_000);
    const written = group.write("n1");
    await group.flush();
    expect(await names(db)).toEqual(["n1"]);
    await written;
  });
});
