import type { Kysely, Transaction } from "kysely";
import { describe, expect, it } from "vitest";
import { createGroupCommit } from "../../../src/adapters/store/group-commit.ts";
import type { Tables } from "../../../src/adapters/store/schema/tables.ts";
import { openNew } from "./open-store.ts";

const set = (name: string) => (trx: Transaction<Tables>) =>
  trx.insertInto("setting").values({ name, value: "" }).execute();

const names = async (db: Kysely<Tables>): Promise<readonly string[]> => {
  const rows = await db.selectFrom("setting").select("name").where("name", "like", "n%").execute();
  return rows.map(({ name }) => name).toSorted();
};

describe("transactions that come together", () => {
  it("are one, and each has its own result", async () => {
    const { db } = await openNew();
    const group = createGroupCommit(db, 20);
    const transactions = new Set<unknown>();
    const results = ["n1", "n2", "n3"].map((name) =>
      group.write(async (trx) => {
        await set(name)(trx);
        transactions.add(trx);
        return `${name} done`;
      }),
    );
    expect(await Promise.all(results)).toEqual(["n1 done", "n2 done", "n3 done"]);
    expect(await names(db)).toEqual(["n1", "n2", "n3"]);
    expect(transactions.size).toBe(1);
  });

  it("are written though one of them fails, which alone is told so", async () => {
    const { db } = await openNew();
    const group = createGroupCommit(db, 0);
    const [first, broken, last] = await Promise.allSettled([
      group.write(set("n1")),
      group.write(async (trx) => {
        await set("n2")(trx);
        throw new Error("broken");
      }),
      group.write(set("n3")),
    ]);
    expect([first?.status, broken?.status, last?.status]).toEqual([
      ...["fulfilled", "rejected", "fulfilled"],
    ]);
    expect(await names(db)).toEqual(["n1", "n3"]);
  });

  it("do not wait for more than a few dozen", async () => {
    const { db } = await openNew();
    const group = createGroupCommit(db, 3_600_000);
    const transactions = new Set<unknown>();
    const note = async (trx: Transaction<Tables>): Promise<void> => void transactions.add(trx);
    await Promise.all(Array.from({ length: 64 }, () => group.write(note)));
    expect(transactions.size).toBe(2);
  });

  it("are written at once when somebody says so", async () => {
    const { db } = await openNew();
    const group = createGroupCommit(db, 3_600_000);
    const written = group.write(set("n1"));
    await group.flush();
    expect(await names(db)).toEqual(["n1"]);
    await written;
  });
});
