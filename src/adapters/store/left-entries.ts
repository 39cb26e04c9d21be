import { type Kysely, type SqlBool, sql } from "kysely";
import type { WithdrawnQuery } from "../../core/archive.ts";
import type { EntryQuery, StoredEntry } from "../../core/store-ports.ts";
import { inBatches } from "./batches.ts";
import { type ClusterRow, membersOf } from "./entry-rows.ts";
import { byRank, composeEntries } from "./publish-store.ts";
import type { Tables } from "./tables.ts";
import { tellingsOf } from "./tellings.ts";

/**
 * Entries that a feed of some sources shows no more: of these sources only forgotten ones carry them. Other sources'
 * copies are published on, in other feeds; to the readers of this one they are withdrawn.
 */
const leftClusters = (db: Kysely<Tables>, sources: readonly string[]) => {
  const own = db
    .selectFrom("cluster_member")
    .innerJoin("article", "article.id", "cluster_member.article_id")
    .innerJoin("source", "source.id", "article.source_id")
    .select("source.forgotten_at")
    .where(sql<SqlBool>`cluster_member.cluster_id = cluster.id`)
    .where("article.source_id", "in", sources);
  return db
    .selectFrom("cluster")
    .selectAll()
    .where("withdrawn_at", "is", null)
    .where(({ exists, not, and }) =>
      and([
        exists(own.where("source.forgotten_at", "is not", null)),
        not(exists(own.where("source.forgotten_at", "is", null))),
      ]),
    );
};

type Shown = Pick<EntryQuery, "sources">;

/** Those among these clusters. */
export async function leftAmong(
  db: Kysely<Tables>,
  clusterIds: readonly string[],
  { sources }: Shown,
): Promise<readonly StoredEntry[]> {
  if (sources.length === 0) return [];
  const rows = await inBatches(clusterIds, (ids) =>
    leftClusters(db, sources).where("cluster.id", "in", ids).execute(),
  );
  return leftEntries(db, rows, sources);
}

/** Those that a feed has shown lately, or whose place is among its entries. The latest first. */
export async function leftOf(
  db: Kysely<Tables>,
  { feedId, sources, since, enteredFrom, limit }: WithdrawnQuery,
): Promise<readonly StoredEntry[]> {
  if (sources.length === 0) return [];
  const forgottenAt = sql<number>`(SELECT max(forgotten_at) FROM source WHERE id IN (${sql.join(sources)}))`;
  const rows = await leftClusters(db, sources)
    .where(({ exists }) => exists(tellingsOf(db, feedId)))
    .where(sql<SqlBool>`(${forgottenAt} >= ${since} OR entered_at >= ${enteredFrom})`)
    .orderBy("entered_at", "desc")
    .orderBy("id")
    .limit(limit)
    .execute();
  return leftEntries(db, rows, sources);
}

/** Each with the copy that the feed would show. */
async function leftEntries(
  db: Kysely<Tables>,
  clusters: readonly ClusterRow[],
  sources: readonly string[],
): Promise<readonly StoredEntry[]> {
  const members = await membersOf(db, clusters);
  const chosen = clusters.flatMap((cluster) => {
    const all = members.get(cluster.id) ?? [];
    const [shown] = all.filter(({ source_id }) => sources.includes(source_id)).toSorted(byRank);
    return shown ? [{ cluster, members: all, shownId: shown.id }] : [];
  });
  return composeEntries(db, chosen);
}
