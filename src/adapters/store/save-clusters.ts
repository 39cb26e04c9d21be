import { sql, type Transaction } from "kysely";
import type { ClusterChange } from "../../core/similarity/workspace.ts";
import { batches } from "./batches.ts";
import { noteMerged } from "./merged-clusters.ts";
import type { Tables } from "./tables.ts";

type Stamp = { readonly revision: number; readonly now: number };

/**
 * Clusters first, for members and `merged_into` refer to them. One that has members again is restored: later than
 * the tombstone that readers have seen, or they would not take the entry back (RFC 6721 §3).
 */
export async function saveClusters(
  trx: Transaction<Tables>,
  clusters: readonly ClusterChange[],
  { revision, now }: Stamp,
): Promise<void> {
  for (const batch of batches(clusters)) {
    await trx
      .insertInto("cluster")
      .values(batch.map((cluster) => ({ ...clusterRow(cluster, revision), merged_into: null })))
      .onConflict((conflict) =>
        conflict.column("id").doUpdateSet({
          lead_id: sql`excluded.lead_id`,
          revision,
          merged_into: sql`iif(excluded.lead_id IS NULL, cluster.merged_into, NULL)`,
          merged_at: sql`iif(excluded.lead_id IS NULL, cluster.merged_at, NULL)`,
          restored_at: sql`iif(excluded.lead_id IS NULL OR cluster.merged_at IS NULL,
            cluster.restored_at, max(${now}, cluster.merged_at + 1000))`,
        }),
      )
      .execute();
  }
  for (const { id, mergedInto } of clusters) {
    if (mergedInto === null) continue;
    await trx
      .updateTable("cluster")
      .set({ merged_into: mergedInto })
      .where("id", "=", id)
      .execute();
  }
  await noteMerged(trx, clusters.filter(isMergedAway), now);
  await saveMembers(trx, clusters, now);
}

const isMergedAway = ({ wasShown, members }: ClusterChange): boolean =>
  wasShown && members.size === 0;

const clusterRow = (cluster: ClusterChange, revision: number) => ({
  id: cluster.id,
  entry_id: cluster.entryId,
  founder_id: cluster.founderId,
  lead_id: cluster.leadId,
  entered_at: cluster.enteredAt,
  revision,
});

async function saveMembers(
  trx: Transaction<Tables>,
  clusters: readonly ClusterChange[],
  now: number,
): Promise<void> {
  const rows = clusters.flatMap(({ id, members }) =>
    [...members].map(([articleId, why]) => ({
      article_id: articleId,
      cluster_id: id,
      why: JSON.stringify(why),
      joined_at: now,
    })),
  );
  for (const batch of batches(rows)) {
    await trx
      .insertInto("cluster_member")
      .values(batch)
      .onConflict((conflict) =>
        conflict.column("article_id").doUpdateSet({
          cluster_id: sql`excluded.cluster_id`,
          why: sql`excluded.why`,
          joined_at: sql`CASE WHEN cluster_member.cluster_id = excluded.cluster_id
            THEN cluster_member.joined_at ELSE excluded.joined_at END`,
        }),
      )
      .execute();
  }
}
