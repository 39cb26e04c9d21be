import { expect, it } from "vitest";
import { databaseBytes } from "../../../../src/adapters/store/engine/functions.ts";
import { createOrderBook } from "../../../../src/adapters/store/queues/order-book.ts";
import { createOrderJournal } from "../../../../src/adapters/store/queues/order-journal.ts";
import { LEASE_MS } from "../../../../src/core/lease.ts";
import { onEveryDatabase } from "../on-every-engine.ts";

onEveryDatabase((open) => {
  it("the journal has what people ordered and what became of it, the latest first", async () => {
    const db = await open();
    const book = createOrderBook(db);
    await book.place({ kind: "restore", articleId: "a1" }, "command");
    await book.place({ kind: "revise", sourceId: "hill", extent: "all" }, "ingest");
    const lease = await book.begin(
      { kind: "withdraw", articleId: "a1", reason: null },
      "admin",
      LEASE_MS,
    );
    await book.settle(lease, { state: "refused", reason: "it is withdrawn already" });
    const journal = createOrderJournal(db);
    const latest = await journal.latest(10);
    expect(latest).toMatchObject([
      {
        order: { kind: "withdraw", articleId: "a1", reason: null },
        asker: "admin",
        state: "refused",
        reason: "it is withdrawn already",
      },
      { order: { kind: "restore", articleId: "a1" }, state: "waiting", settledAt: null },
    ]);
    expect(await journal.latest(1)).toEqual(latest.slice(0, 1));
    expect(await journal.line(latest[1]?.id ?? 0)).toEqual(latest[1]);
    expect(await journal.line(999)).toBeNull();
  });

  it("a database tells how large it is", async () => {
    const db = await open();
    const row = await db.selectNoFrom(databaseBytes.as("bytes")).executeTakeFirstOrThrow();
    expect(row.bytes).toBeGreaterThan(10_000);
    expect(Number.isInteger(row.bytes)).toBe(true);
  });
});
