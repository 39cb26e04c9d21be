import { type Expression, type SqlBool, sql, type Transaction } from "kysely";
import { laterThan } from "../../../core/entries/entry-dates.ts";
import type { Withdrawal } from "../../../core/entries/withdrawal.ts";
import { inBatches } from "../batches.ts";
import type { Tables } from "../schema/tables.ts";

type Withdrawing = { readonly withdrawal: Withdrawal; readonly revision: number };

/** Takes an entry out of publication and out of all archives. */
export async function withdrawCluster(
  trx: Transaction<Tables>,
  id: string,
  { withdrawal, revision }: Withdrawing,
): Promise<void> {
  const columns = { withdrawn_at: withdrawal.at, withdrawn_reason: withdrawal.reason };
  await trx
    .updateTable("cluster")
    .set({ ...columns, revision })
    .where("id", "=", id)
    .execute();
  await trx
    .updateTable("archive_entry")
    .set(columns)
    .where("cluster_id", "=", id)
    .where("withdrawn_at", "is", null)
    .execute();
}

/**
 * Takes the texts of articles that are no longer published out of archives: they may have led other entries, under
 * whose ids archives hold them. Those entries are published as they are now, with a later date than readers have.
 */
export async function takeFromArchives(
  trx: Transaction<Tables>,
  articleIds: Expression<{ article_id: string }>,
  { now, revision }: { readonly now: number; readonly revision: number },
): Promise<void> {
  const places = await trx
    .updateTable("archive_entry")
    .set({ entry: null })
    .where(sql<SqlBool>`article_id IN (${articleIds})`)
    .where("withdrawn_at", "is", null)
    .where("entry", "is not", null)
    .returning("cluster_id")
    .execute();
  const clusterIds = [...new Set(places.map(({ cluster_id }) => cluster_id))];
  const entries = await inBatches(clusterIds, (ids) =>
    trx.selectFrom("cluster").select(["id", "updated_at"]).where("id", "in", ids).execute(),
  );
  for (const { id, updated_at } of entries) {
    await trx
      .updateTable("cluster")
      .set({ updated_at: laterThan(updated_at, now), revision })
      .where("id", "=", id)
      .execute();
  }
}
