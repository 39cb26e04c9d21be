import type { Kysely } from "kysely";
import { mergeSome } from "../../src/adapters/store/articles/merge-young.ts";
import { loadYoung } from "../../src/adapters/store/articles/young-index.ts";
import { eachRecord } from "../../src/adapters/store/articles/young-records.ts";
import type { Tables } from "../../src/adapters/store/schema/tables.ts";

/** The sampled keys of all texts, wherever they are kept: "period key fingerprint", sorted. */
export async function indexedKeys(db: Kysely<Tables>): Promise<readonly string[]> {
  const rows = await db.selectFrom("sample_key").selectAll().execute();
  const all = new Set(rows.map((row) => `${row.period} ${row.key} ${row.fingerprint_id}`));
  for (const { words } of await loadYoung(db)) {
    eachRecord(words, (record) => {
      if (record.kind !== "keys") return;
      for (const key of record.values) all.add(`${record.period} ${key} ${record.fingerprintId}`);
    });
  }
  return [...all].toSorted();
}

/** Moves all young keys and paragraphs to their indexes. */
export const settleYoung = (db: Kysely<Tables>): Promise<void> => mergeSome(db, 1e9, 0);

export async function forgetAllKeys(db: Kysely<Tables>): Promise<void> {
  for (const table of ["sample_key", "young_index", "key_period"] as const) {
    await db.deleteFrom(table).execute();
  }
}
