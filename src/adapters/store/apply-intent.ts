import { gzipSync } from "node:zlib";
import { type Insertable, sql, type Transaction } from "kysely";
import type { ArticleInsert, ArticleUpdate, IngestIntent } from "../../core/decide-ingest.ts";
import type { ArticleDraft } from "../../core/model.ts";
import type { ClusterChange } from "../../core/similarity/workspace.ts";
import { batches } from "./batches.ts";
import { forgetKeys, saveFingerprints } from "./fingerprints.ts";
import type { CrowdedKeys } from "./sampled-keys.ts";
import type { Tables } from "./tables.ts";

/** Applies a decision that was taken in this very transaction. */
export async function applyIntent(
  trx: Transaction<Tables>,
  intent: IngestIntent,
  { crowded, now }: { readonly crowded: CrowdedKeys; readonly now: number },
): Promise<void> {
  const { inserts, updates, clusters } = intent;
  if (inserts.length + updates.length + clusters.length === 0) return;
  const revision = await nextRevision(trx);
  await insertArticles(trx, inserts);
  await forgetKeys(trx, updates);
  for (const update of updates) await updateArticle(trx, update, now);
  await saveClusters(trx, clusters, { revision, now });
  await saveFingerprints(trx, intent, { crowded, now });
  await touchClusters(trx, updates, revision);
}

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

async function insertArticles(
  trx: Transaction<Tables>,
  inserts: readonly ArticleInsert[],
): Promise<void> {
  for (const batch of batches(inserts)) {
    await trx.insertInto("article").values(batch.map(newRow)).execute();
    await saveBodies(trx, batch, batch[0]?.receivedAt ?? 0);
  }
}

type WithDraft = { readonly id: string; readonly draft: ArticleDraft };

async function saveBodies(
  trx: Transaction<Tables>,
  articles: readonly WithDraft[],
  receivedAt: number,
): Promise<void> {
  const bodies = articles.map(({ id, draft }) => ({
    article_id: id,
    content_html: draft.contentHtml,
    text: draft.text,
    removed: JSON.stringify(draft.removed),
  }));
  const raw = articles.map(({ id, draft }) => ({
    article_id: id,
    body: gzipSync(draft.raw),
    received_at: receivedAt,
  }));
  await trx.replaceInto("article_body").values(bodies).execute();
  await trx.replaceInto("item_raw").values(raw).execute();
}

async function updateArticle(
  trx: Transaction<Tables>,
  update: ArticleUpdate,
  now: number,
): Promise<void> {
  const { id, draft, publishedAt, comparedAt, updatedAt } = update;
  const changes = {
    ...draftColumns(draft),
    published_at: publishedAt,
    compared_at: comparedAt,
  };
  await trx
    .updateTable("article")
    .set(updatedAt === null ? changes : { ...changes, updated_at: updatedAt })
    .where("id", "=", id)
    .execute();
  await saveBodies(trx, [update], now);
}

function newRow({ id, sourceId, draft, ...at }: ArticleInsert): Insertable<Tables["article"]> {
  return {
    id,
    source_id: sourceId,
    key: draft.key,
    ...draftColumns(draft),
    published_at: at.publishedAt,
    compared_at: at.publishedAt,
    first_published_at: at.publishedAt,
    updated_at: at.publishedAt,
    received_at: at.receivedAt,
    entered_at: at.enteredAt,
  };
}

function draftColumns(draft: ArticleDraft) {
  return {
    guid: draft.guid,
    link: draft.link,
    canonical_url: draft.canonicalUrl,
    title: draft.title,
    summary: draft.summary,
    authors: JSON.stringify(draft.authors),
    categories: JSON.stringify(draft.categories),
    language: draft.language,
    rights: draft.rights,
    republish: draft.republish,
    image: draft.image === null ? null : JSON.stringify(draft.image),
    enclosures: JSON.stringify(draft.enclosures),
    comments_url: draft.commentsUrl,
    derived: JSON.stringify(draft.derived),
    is_summary_only: Number(draft.isSummaryOnly),
    is_on_own_host: Number(draft.isOnOwnHost),
    content_hash: draft.contentHash,
    metadata_hash: draft.metadataHash,
    text_hash: draft.textHash,
    token_count: draft.tokenCount,
  };
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

/** An edit of an article is a change of its cluster, whether or not its members changed. */
async function touchClusters(
  trx: Transaction<Tables>,
  updates: readonly ArticleUpdate[],
  revision: number,
): Promise<void> {
  for (const batch of batches(updates.map(({ id }) => id))) {
    await trx
      .updateTable("cluster")
      .set({ revision })
      .where("id", "in", (query) =>
        query.selectFrom("cluster_member").select("cluster_id").where("article_id", "in", batch),
      )
      .execute();
  }
}
