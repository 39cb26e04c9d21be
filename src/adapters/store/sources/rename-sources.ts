import { type Kysely, sql, type Transaction } from "kysely";
import type { RenameStore, Renaming } from "../../../core/sources/renaming.ts";
import { nextRevision } from "../intake/apply-intent.ts";
import type { Tables } from "../schema/tables.ts";
import { loadKnownSources } from "./known-sources.ts";

/** Every table that names a source in a column `source_id`. */
export const TABLES_OF_SOURCES = [
  "source_file",
  "weak_name",
  "article",
  "outline",
  "repeated_block",
  "line_sighting",
  "page_job",
] as const satisfies readonly (keyof Tables)[];

export function createRenameStore(db: Kysely<Tables>): RenameStore {
  return {
    rename: (decide) =>
      db.transaction().execute(async (trx) => {
        const renamings = decide(await loadKnownSources(trx));
        if (renamings.length === 0) return;
        // For this transaction: between two updates articles name a source that is not there.
        await sql`PRAGMA defer_foreign_keys = ON`.execute(trx);
        for (const renaming of renamings) await rename(trx, renaming);
        await nextRevision(trx);
      }),
  };
}

async function rename(trx: Transaction<Tables>, { from, to }: Renaming): Promise<void> {
  await trx
    .updateTable("source")
    .set({
      id: to,
      former_id: from,
      definition: sql`json_set(definition, '$.id', ${to})`,
      last_definition: sql`json_set(last_definition, '$.id', ${to})`,
    })
    .where("id", "=", from)
    .execute();
  await sql`UPDATE desk_order SET payload = json_set(payload, '$.sourceId', ${to})
    WHERE state = 'waiting' AND json_extract(payload, '$.sourceId') = ${from}`.execute(trx);
  for (const table of TABLES_OF_SOURCES) {
    await trx.updateTable(table).set({ source_id: to }).where("source_id", "=", from).execute();
  }
}
