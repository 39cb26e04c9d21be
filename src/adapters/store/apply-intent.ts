import { sql, type Transaction } from "kysely";
import type { IngestIntent } from "../../core/ingest-intent.ts";
import type { ClusterChange } from "../../core/similarity/workspace.ts";
import { insertArticles, updateArticle } from "./article-rows.ts";
import { batches } from "./batches.ts";
import { forgetKeys, saveFingerprints } from "./fingerprints.ts";
import { savePageJobs } from "./page-jobs.ts";
import { saveRepeated } from "./repeated-blocks.ts";
import type { CrowdedKeys } from "./sampled-keys.ts";
import type { Tables } from "./tables.ts";
import { keepWithdrawnTexts, withWithdrawnTexts } from "./withdrawn-texts.ts";

type ApplyOptions = {
  readonly sourceId: string;
  readonly crowded: CrowdedKeys;
  readonly now: number;
};

/** Applies a decision that was taken in this very transaction. */
export async function applyIntent(
  trx: Transaction<Tables>,
  intent: IngestIntent,
  { sourceId, crowded, now }: ApplyOptions,
): Promise<void> {
  const { inserts, updates, clusters } = intent;
  if (inserts.length + updates.length + clusters.length > 0) {
    const revision = await nextRevision(trx);
    await insertArticles(trx, inserts);
    const compared = await withWithdrawnTexts(trx, updates);
    await forgetKeys(trx, compared);
    for (const update of updates) await updateArticle(trx, update, now);
    await saveClusters(trx, clusters, { revision, now });
    await saveFingerprints(trx, { ...intent, updates: compared }, { crowded, now });
    const withdrawn = clusters.filter(({ isWithdrawn }) => isWithdrawn);
    if (withdrawn.length > 0) await keepWithdrawnTexts(trx, ids(withdrawn));
    await touchClusters(trx, ids(updates), revision);
    await saveRepeated(trx, intent, { sourceId, now });
  }
  await savePageJobs(trx, intent.pageJobs, now);
}

const ids = (list: readonly { readonly id: string }[]): readonly string[] =>
  list.map(({ id }) => id);

/** What publishing, caches and archives hang on: every change that they can see raises it. */
export async function nextRevision(trx: Transaction<Tables>): Promise<number> {
  const row = await trx
    .updateTable("counter")
    .set({ value: sql`value + 1` })
    .where("name", "=", "revision")
    .returning("value")
    .executeTakeFirstOrThrow();
  return row.value;
}

type Stamp = { readonly revision: number; readonly now: number };

/** Clusters first, for members and `merged_into` refer to them. */
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
          merged_into: null,
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
  await saveMembers(trx, clusters, now);
}

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

/** A change of an article is one of its cluster, whether or not its members changed. */
export async function touchClusters(
  trx: Transaction<Tables>,
  articleIds: readonly string[],
  revision: number,
): Promise<void> {
  for (const batch of batches(articleIds)) {
    await trx
      .updateTable("cluster")
      .set({ revision })
      .where("id", "in", (query) =>
        query.selectFrom("cluster_member").select("cluster_id").where("article_id", "in", batch),
      )
      .execute();
  }
}
