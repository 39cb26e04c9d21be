import { type Kysely, sql } from "kysely";
import { LATEST_MS } from "../../../core/similarity/pair.ts";
import type { Tables } from "../schema/tables.ts";
import { periodOf } from "./sampled-keys.ts";
import { removeYoung } from "./young-index.ts";

/**
 * Rows that one poll deletes at most, which takes some milliseconds. A week's keys are gone after some dozens of polls.
 */
const FORGOTTEN_AT_ONCE = 5000;
/** A fingerprint has some kilobytes. */
const PRINTS_AT_ONCE = 200;

/**
 * Forgets the keys, paragraphs and fingerprints of periods into which nothing was written for 14 days. What was
 * published long ago and comes today (a new source's archive) is still compared with its copies.
 *
 * An article without a fingerprint is compared by equality alone, and neither leaves its cluster nor makes others leave
 * it: vetoes and bonds count as before. Fingerprints of withdrawn texts stay: such a text is known for ever.
 */
export async function forgetOldPeriods(db: Kysely<Tables>, now: number): Promise<void> {
  const old = await db
    .selectFrom("key_period")
    .select("period")
    .where("touched_at", "<", now - LATEST_MS)
    .where("period", "<", periodOf(now - LATEST_MS))
    .orderBy("period")
    .executeTakeFirst();
  if (old === undefined) return;
  const keys = await forgetRows(db, { table: "sample_key", column: "key" }, old.period);
  const blocks = await forgetRows(db, { table: "block", column: "hash" }, old.period);
  const prints = await forgetPrints(db, old.period);
  const young = await removeYoung(db, ({ period }) => period === old.period);
  if (keys + blocks + prints > 0n || young.length > 0) return;
  await db.deleteFrom("key_period").where("period", "=", old.period).execute();
}

type IndexedTable = { readonly table: "sample_key" | "block"; readonly column: "key" | "hash" };

async function forgetRows(
  db: Kysely<Tables>,
  { table, column }: IndexedTable,
  period: number,
): Promise<bigint> {
  const { numAffectedRows } = await sql`DELETE FROM ${sql.table(table)}
    WHERE period = ${period} AND ${sql.ref(column)} <= (
      SELECT max(part) FROM (SELECT ${sql.ref(column)} AS part FROM ${sql.table(table)}
        WHERE period = ${period} ORDER BY ${sql.ref(column)} LIMIT ${FORGOTTEN_AT_ONCE}) AS oldest)`.execute(
    db,
  );
  return numAffectedRows ?? 0n;
}

async function forgetPrints(db: Kysely<Tables>, period: number): Promise<bigint> {
  const { numAffectedRows } = await sql`DELETE FROM fingerprint WHERE id IN (
    SELECT id FROM fingerprint WHERE period = ${period} AND NOT EXISTS (
      SELECT 1 FROM withdrawn_key WHERE withdrawn_key.fingerprint_id = fingerprint.id)
    LIMIT ${PRINTS_AT_ONCE})`.execute(db);
  return numAffectedRows ?? 0n;
}
