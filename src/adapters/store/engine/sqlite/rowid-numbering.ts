import { type Kysely, sql } from "kysely";
import type { Tables } from "../../schema/tables.ts";
import type { Numbering } from "../engine.ts";

/** Tables with AUTOINCREMENT remember the last number that they gave (sqlite.org/autoinc.html); others go by their largest. */
export const rowidNumbering = (db: Kysely<Tables>): Numbering => ({
  async last(trx) {
    const { rows } = await sql<{
      name: string;
      last: number;
    }>`SELECT name, seq AS last FROM sqlite_sequence`.execute(trx);
    return new Map(rows.map(({ name, last }) => [name, last]));
  },
  goOnAfter: (numbers) =>
    db.transaction().execute(async (trx) => {
      const { rows } = await sql<{ name: string; last: number }>`
        SELECT t.name, coalesce(s.seq, 0) AS last FROM sqlite_master AS t
        LEFT JOIN sqlite_sequence AS s ON s.name = t.name
        WHERE t.type = 'table' AND t.sql LIKE '% AUTOINCREMENT%'`.execute(trx);
      for (const { name, last } of rows) {
        // As SQLite does it, an insertion of rows has raised the number to the largest of them.
        const next = Math.max(last, numbers.get(name) ?? 0);
        if (next === 0) continue;
        await sql`DELETE FROM sqlite_sequence WHERE name = ${name}`.execute(trx);
        await sql`INSERT INTO sqlite_sequence (name, seq) VALUES (${name}, ${next})`.execute(trx);
      }
    }),
});
