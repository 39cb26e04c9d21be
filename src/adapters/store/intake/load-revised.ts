import type { Transaction } from "kysely";
import { EMPTY_CONTEXT, type StoredContext } from "../../../core/articles/stored-context.ts";
import type { ReceivedArticle } from "../../../core/intake/revision-store.ts";
import { articles } from "../articles/article-query.ts";
import { loadFingerprints } from "../articles/fingerprints.ts";
import { loadOutlines } from "../articles/repeated-blocks.ts";
import { inBatches } from "../batches.ts";
import type { Tables } from "../schema/tables.ts";
import { clustersOf, loadKnownMembers, toCluster, toKnown } from "./load-context.ts";

/**
 * Loads what a revision looks at: the articles, by the keys under which they were read, and their clusters with all
 * members. Nothing is compared.
 */
export async function loadRevised(
  trx: Transaction<Tables>,
  received: readonly ReceivedArticle[],
  sourceId: string,
): Promise<StoredContext> {
  const ids = received.map(({ articleId }) => articleId);
  const own = await inBatches(ids, (batch) =>
    articles(trx).where("article.id", "in", batch).execute(),
  );
  const clusterIds = new Set(own.map(({ cluster_id }) => cluster_id));
  const members = await loadKnownMembers(trx, clusterIds);
  const byCluster = Map.groupBy(members, ({ cluster_id }) => cluster_id);
  const prints = await loadFingerprints(trx, ids);
  const clusters = await clustersOf(trx, [], clusterIds);
  return {
    ...EMPTY_CONTEXT,
    articles: new Map(members.map((row) => [row.id, toKnown(row, prints.get(row.id))])),
    byKey: new Map(received.map(({ key, articleId }) => [key, articleId])),
    clusters: new Map(clusters.map((row) => [row.id, toCluster(row, byCluster.get(row.id) ?? [])])),
    outlines: await loadOutlines(trx, sourceId, []),
  };
}
