import { type Kysely, type SqlBool, sql, type Transaction } from "kysely";
import type { Pending, Telling } from "../../../core/entries/archive.ts";
import type { Rights } from "../../../core/rights/rights.ts";
import { batches } from "../batches.ts";
import { excluded } from "../excluded.ts";
import type { Tables } from "../schema/tables.ts";

type TellingRow = {
  readonly face: string | null;
  readonly wording: string | null;
  readonly content: string | null;
  readonly updated_at: number | null;
};

/** `null` for no row, and for a row from before tellings were noted. */
export function toTelling(row: TellingRow | undefined): Telling | null {
  const { face = null, wording = null, content = null, updated_at: updatedAt = null } = row ?? {};
  if (face === null || wording === null || content === null || updatedAt === null) return null;
  return { face, wording, content: content as Rights, updatedAt };
}

export const tellingColumns = ({ face, wording, content, updatedAt }: Telling) => ({
  face,
  wording,
  content,
  updated_at: updatedAt,
});

/** A subquery on an outer `cluster`: its rows in the archive of a feed, whose readers have seen them. */
export const tellingsOf = (db: Kysely<Tables>, feedId: string) =>
  db
    .selectFrom("archive_entry")
    .select("cluster_id")
    .where("feed_id", "=", feedId)
    .where(sql<SqlBool>`archive_entry.cluster_id = cluster.id`)
    .unionAll(
      db
        .selectFrom("archive_pending")
        .select("cluster_id")
        .where("feed_id", "=", feedId)
        .where(sql<SqlBool>`archive_pending.cluster_id = cluster.id`),
    );

/** Saves entries that wait to be frozen, with what the feed says of them meanwhile. */
export async function savePending(
  trx: Transaction<Tables>,
  feedId: string,
  pending: readonly Pending[],
): Promise<void> {
  const rows = pending.map(({ clusterId, telling }) => ({
    feed_id: feedId,
    cluster_id: clusterId,
    ...tellingColumns(telling),
  }));
  const retold = excluded(["face", "wording", "content", "updated_at"]);
  for (const batch of batches(rows)) {
    await trx
      .insertInto("archive_pending")
      .values(batch)
      .onConflict((conflict) => conflict.columns(["feed_id", "cluster_id"]).doUpdateSet(retold))
      .execute();
  }
}
