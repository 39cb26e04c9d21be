import type { Transaction } from "kysely";
import { type Known, type Lookup, NOTHING_KNOWN } from "../../core/known.ts";
import { loadFingerprints } from "./fingerprints.ts";
import { clustersOf, membersOf, ownArticles, toCluster, toKnown } from "./load-known.ts";
import { loadOutlines } from "./repeated-blocks.ts";
import type { Tables } from "./tables.ts";

/** Loads what a revision looks at: the articles, and their clusters with all members. Nothing is compared. */
export async function loadRevised(
  trx: Transaction<Tables>,
  lookup: Lookup,
  sourceId: string,
): Promise<Known> {
  const own = await ownArticles(trx, lookup.keys, sourceId);
  const ids = own.map(({ id }) => id);
  const clusterIds = new Set(own.map(({ cluster_id }) => cluster_id));
  const members = await membersOf(trx, clusterIds);
  const byCluster = Map.groupBy(members, ({ cluster_id }) => cluster_id);
  const prints = await loadFingerprints(trx, ids);
  const clusters = await clustersOf(trx, [], clusterIds);
  return {
    ...NOTHING_KNOWN,
    articles: new Map(members.map((row) => [row.id, toKnown(row, prints.get(row.id))])),
    clusters: new Map(clusters.map((row) => [row.id, toCluster(row, byCluster.get(row.id) ?? [])])),
    outlines: await loadOutlines(trx, sourceId),
  };
}
