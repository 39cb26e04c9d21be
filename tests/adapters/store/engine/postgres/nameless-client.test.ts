import { sql } from "kysely";
import { describe, expect, it, onTestFinished } from "vitest";
import { postgres } from "../../../../../src/adapters/store/engine/postgres/postgres.ts";
import { createLeases } from "../../../../../src/adapters/store/queues/leases.ts";
import { databaseNamed } from "../../../../../src/core/settings/database-name.ts";
import { emptyDatabase } from "../../../../support/postgres/databases.ts";

/** @param isPooled as if the address were a pooler's, and the server had another. */
async function opened(isPooled: boolean) {
  const address = await emptyDatabase();
  const directName = isPooled ? address : null;
  const database = await postgres.at({ ...databaseNamed(address), directName }).open();
  if (!database.ok) throw new Error(database.error.message);
  onTestFinished(database.value.close);
  return database.value.db;
}

/** Of its only connection, once something was written. */
async function sessionOf(db: Awaited<ReturnType<typeof opened>>) {
  await createLeases(db).take("publisher", "me", 10_000);
  const { rows: prepared } = await sql<{ name: string }>`
    SELECT name FROM pg_prepared_statements`.execute(db);
  const { rows: limits } = await sql<{ setting: string }>`
    SELECT setting FROM pg_settings WHERE name = 'statement_timeout'`.execute(db);
  return { prepared: prepared.length, statementMs: limits[0]?.setting };
}

describe("a connection", () => {
  it("to a server keeps prepared statements, and has limits of its own", async () => {
    const { prepared, statementMs } = await sessionOf(await opened(false));
    expect(prepared).toBeGreaterThan(0);
    expect(statementMs).toBe("60000");
  });

  it("to a pooler keeps none, and sets nothing for its session", async () => {
    expect(await sessionOf(await opened(true))).toEqual({ prepared: 0, statementMs: "0" });
  });
});
