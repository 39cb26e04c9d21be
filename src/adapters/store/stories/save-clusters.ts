import { type Insertable, sql, type Transaction } from "kysely";
import type { ClusterChange } from "../../../core/stories/cluster-graph.ts";
import { batches, inBatches } from "../batches.ts";
import { greatest } from "../engine/functions.ts";
import { rowStatement } from "../engine/row-statement.ts";
import type { Tables } from "../schema/tables.ts";
import { noteMerged } from "./merged-clusters.ts";

type ClusterStamp = { readonly revision: number; readonly now: number };

/**
 * Saves clusters before members, because members and `merged_into` refer to them. A cluster that has members again is
 * restored: its `updated_at` moves past the tombstone that readers have, or they would not take the entry back (RFC
 * 6721 §3).
 */
export async function saveClusters(
  trx: Transaction<Tables>,
  clusters: readonly ClusterChange[],
  { revision, now }: ClusterStamp,
): Promise<void> {
  const before = await formerRows(trx, clusters);
  await writeCluster(
    trx,
    clusters.map((cluster) => clusterRow(cluster, { revision, now })),
  );
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
  await keepShown(
    trx,
    clusters.filter((each) => each.wasShown || (before.get(each.id)?.merged_at ?? null) !== null),
  );
}

const writeCluster = rowStatement<ReturnType<typeof clusterRow>>((db, { now, ...row }) =>
  db
    .insertInto("cluster")
    .values(row)
    .onConflict((conflict) =>
      conflict.column("id").doUpdateSet({
        lead_id: sql`excluded.lead_id`,
        revision: sql`excluded.revision`,
        merged_into: sql`CASE WHEN excluded.lead_id IS NULL THEN cluster.merged_into END`,
        merged_at: sql`CASE WHEN excluded.lead_id IS NULL THEN cluster.merged_at END`,
        updated_at: sql`CASE WHEN excluded.lead_id IS NULL OR cluster.merged_at IS NULL
          THEN cluster.updated_at ELSE ${greatest(now, sql`cluster.merged_at + 1000`)} END`,
      }),
    ),
);

/** The stored rows of the clusters that change, by id. */
async function formerRows(trx: Transaction<Tables>, clusters: readonly ClusterChange[]) {
  const stored = clusters.filter(({ isNew }) => !isNew).map(({ id }) => id);
  const rows = await inBatches(stored, (ids) =>
    trx.selectFrom("cluster").select(["id", "merged_at"]).where("id", "in", ids).execute(),
  );
  return new Map(rows.map((row) => [row.id, row]));
}

const isMergedAway = ({ wasShown, members }: ClusterChange): boolean =>
  wasShown && members.size === 0;

const clusterRow = (cluster: ClusterChange, { revision, now }: ClusterStamp) => ({
  id: cluster.id,
  entry_id: cluster.entryId,
  founder_id: cluster.founderId,
  lead_id: cluster.leadId,
  entered_at: cluster.enteredAt,
  merged_into: null,
  revision,
  now,
});

async function saveMembers(
  trx: Transaction<Tables>,
  clusters: readonly ClusterChange[],
  now: number,
): Promise<void> {
  const rows = clusters.flatMap(({ id, members }) =>
    [...members].map(([articleId, why], rank) => ({
      article_id: articleId,
      cluster_id: id,
      why: JSON.stringify(why),
      joined_at: now,
      rank,
    })),
  );
  const stored = await storedMembers(trx, clusters);
  const isStored = ({ article_id, cluster_id, why, rank }: (typeof rows)[number]): boolean => {
    const row = stored.get(article_id);
    return row?.cluster_id === cluster_id && row.why === why && row.rank === rank;
  };
  await saveMember(
    trx,
    rows.filter((row) => !isStored(row)),
  );
}

/**
 * The members of the clusters that were there before, as they are stored. Most stay as they are: a text that a hundred
 * houses carry would be written a hundred times with each further copy.
 */
async function storedMembers(trx: Transaction<Tables>, clusters: readonly ClusterChange[]) {
  const ids = clusters.filter(({ isNew }) => !isNew).map(({ id }) => id);
  const rows = await inBatches(ids, (batch) =>
    trx
      .selectFrom("cluster_member")
      .select(["article_id", "cluster_id", "why", "rank"])
      .where("cluster_id", "in", batch)
      .execute(),
  );
  return new Map(rows.map((row) => [row.article_id, row]));
}

const saveMember = rowStatement<Insertable<Tables["cluster_member"]>>((db, row) =>
  db
    .insertInto("cluster_member")
    .values(row)
    .onConflict((conflict) =>
      conflict.column("article_id").doUpdateSet({
        cluster_id: sql`excluded.cluster_id`,
        why: sql`excluded.why`,
        rank: sql`excluded.rank`,
        joined_at: sql`CASE WHEN cluster_member.cluster_id = excluded.cluster_id
          THEN cluster_member.joined_at ELSE excluded.joined_at END`,
      }),
    ),
);

/** Never hides a published entry while its last copy waits for its page: the copy is shown as it is. */
async function keepShown(trx: Transaction<Tables>, shown: readonly ClusterChange[]): Promise<void> {
  const groups = shown.map(({ members }) => [...members.keys()]);
  const held = await inBatches(groups.flat(), (ids) =>
    trx
      .selectFrom("article")
      .select("id")
      .where("id", "in", ids)
      .where("held_until", "is not", null)
      .execute(),
  );
  if (held.length === 0) return;
  const heldIds = new Set(held.map(({ id }) => id));
  const hidden = groups.filter((group) => group.every((id) => heldIds.has(id))).flat();
  for (const ids of batches(hidden)) {
    await trx.updateTable("article").set({ held_until: null }).where("id", "in", ids).execute();
  }
}
