import { type Kysely, sql } from "kysely";
import type { Tables } from "../schema/tables.ts";
import { TABLES_TO_COPY, type TableName } from "./copied-tables.ts";
import { FIRST_TABLES } from "./copy-rows.ts";
import { isOfDesk } from "./table-rows.ts";

/** How many rows of a desk there are, in all tables that are copied. */
export async function countRows(db: Kysely<Tables>): Promise<number> {
  let sum = 0;
  for (const table of TABLES_TO_COPY) {
    const { rows } = await sql<{ count: number }>`
      SELECT count(*) AS count FROM ${sql.table(table)} WHERE ${isOfDesk(table)}`.execute(db);
    sum += rows[0]?.count ?? 0;
  }
  return sum;
}

/** A table with rows by which a database is a desk that is, or was, in use; `null` where there is none. */
export async function tableInUse(db: Kysely<Tables>): Promise<TableName | null> {
  for (const table of TABLES_TO_COPY.filter((each) => !FIRST_TABLES.includes(each))) {
    const { rows } = await sql`SELECT 1 AS one FROM ${sql.table(table)} LIMIT 1`.execute(db);
    if (rows.length > 0) return table;
  }
  return null;
}

/** What a desk and its copies have in common, and no other: the instance (engine/migrate.ts), as JSON. */
export async function nameOfDesk(db: Kysely<Tables>): Promise<string | null> {
  const row = db.selectFrom("setting").select("value").where("name", "=", "instance");
  return (await row.executeTakeFirst())?.value ?? null;
}

/** Takes all rows of a desk away, in one transaction for each table. */
export async function emptyTables(db: Kysely<Tables>): Promise<void> {
  for (const table of TABLES_TO_COPY.toReversed()) {
    if (FIRST_TABLES.includes(table)) continue;
    await sql`DELETE FROM ${sql.table(table)}`.execute(db);
  }
}
