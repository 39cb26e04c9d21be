import { type Kysely, sql } from "kysely";
import type { Tables } from "../../schema/tables.ts";
import type { Numbering } from "../engine.ts";

type IdentityColumn = {
  readonly name: string;
  readonly column: string;
  readonly sequence: string;
  /** `null` before the first. */
  readonly last: number | null;
};

/** Each identity column has a sequence, which knows nothing of numbers that rows bring with them. */
export const identityNumbering = (db: Kysely<Tables>): Numbering => ({
  async last(trx) {
    const identities = await identitiesOf(trx);
    return new Map(identities.flatMap(({ name, last }) => (last === null ? [] : [[name, last]])));
  },
  async goOnAfter(numbers) {
    for (const { name, column, sequence, last } of await identitiesOf(db)) {
      const { rows } = await sql<{ largest: number | null }>`
        SELECT max(${sql.ref(column)}) AS largest FROM ${sql.table(name)}`.execute(db);
      const next = Math.max(last ?? 0, numbers.get(name) ?? 0, rows[0]?.largest ?? 0);
      if (next > 0) await sql`SELECT setval(CAST(${sequence} AS regclass), ${next})`.execute(db);
    }
    await sql`ANALYZE`.execute(db);
  },
});

async function identitiesOf(db: Kysely<Tables>): Promise<readonly IdentityColumn[]> {
  const { rows } = await sql<IdentityColumn>`
    SELECT name, "column", sequence, pg_sequence_last_value(CAST(sequence AS regclass)) AS last
    FROM (SELECT table_name AS name, column_name AS "column",
        pg_get_serial_sequence(quote_ident(table_name), column_name) AS sequence
      FROM information_schema.columns
      WHERE table_schema = current_schema() AND is_identity = 'YES') AS identity`.execute(db);
  return rows;
}
