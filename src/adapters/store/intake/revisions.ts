import { type Kysely, type RawBuilder, sql, type Transaction } from "kysely";
import { greatest } from "../engine/functions.ts";
import type { Tables } from "../schema/tables.ts";

/**
 * The revision, on which publishing, caches and archives depend. Every change that they can see raises it. It is the larger one
 * of the counter and the highest of a cluster: where articles come in, their clusters tell it, and the counter is not one more
 * page to write.
 */
const REVISION: RawBuilder<number> = sql<number>`${greatest(
  sql.ref<number>("counter.value"),
  sql<number>`coalesce((SELECT max(revision) FROM cluster), 0)`,
)}`;

export async function currentRevision(db: Kysely<Tables>): Promise<number> {
  const row = db.selectFrom("counter").select(REVISION.as("value")).where("name", "=", "revision");
  return (await row.executeTakeFirstOrThrow()).value;
}

/**
 * Of a transaction that gives it to a cluster at least. Nobody else can take the same before the transaction ends: each engine has one
 * writer at a time. One with several must lock the counter's row here.
 */
export const revisionForClusters = async (trx: Transaction<Tables>): Promise<number> =>
  (await currentRevision(trx)) + 1;

/** Raises the revision whether or not a cluster gets it. */
export async function nextRevision(trx: Transaction<Tables>): Promise<number> {
  const row = await trx
    .updateTable("counter")
    .set({ value: sql`${REVISION} + 1` })
    .where("name", "=", "revision")
    .returning("value")
    .executeTakeFirstOrThrow();
  return row.value;
}
