import { sql } from "kysely";
import { expect, it, onTestFinished } from "vitest";
import { openDatabase } from "../../../src/adapters/store/engine/sqlite/open-database.ts";
import { createOrderBook } from "../../../src/adapters/store/queues/order-book.ts";
import { ok } from "../../../src/core/result.ts";
import { load } from "../../../src/service/load.ts";
import { order } from "../../../src/service/orders/order.ts";
import { layDesk } from "../../support/desk.ts";

/** A desk of which nobody holds the database. */
async function setUp() {
  const desk = layDesk();
  const opened = await openDatabase(desk.database);
  const loaded = load({ config: desk.config }, { environment: {} });
  if (!opened.ok || !loaded.ok) throw new Error("the desk could not be laid");
  onTestFinished(async () => {
    await opened.value.close();
    desk.remove();
  });
  return { config: loaded.value, db: opened.value.db };
}

const NOTHING_TO_DO = ok({ of: 0, articles: 0, updated: 0, failed: 0, changed: 0, problem: null });

it("without a service an order is carried out by its asker, and stays in the book as any other", async () => {
  const { config, db } = await setUp();
  expect(
    await order({ config, io: { environment: {} } }, { kind: "reprocess", sourceId: null }),
  ).toEqual(NOTHING_TO_DO);
  expect(await createOrderBook(db).look(1, 0)).toMatchObject({ state: "done" });
});

it("a service that starts just then takes no order which its asker carries out itself", async () => {
  const { config, db } = await setUp();
  // As a service that takes every free order the moment it is in the book.
  await sql`CREATE TRIGGER service AFTER INSERT ON desk_order WHEN NEW.lease_until IS NULL
    BEGIN UPDATE desk_order SET lease_token = lease_token + 1,
      lease_until = unixepoch() * 1000 + 20000 WHERE id = NEW.id; END`.execute(db);
  expect(
    await order({ config, io: { environment: {} } }, { kind: "reprocess", sourceId: null }),
  ).toEqual(NOTHING_TO_DO);
});
