import { type Kysely, sql } from "kysely";
import type { WithdrawnQuery } from "../../../core/entries/archive.ts";
import type { StoredEntry } from "../../../core/entries/publish-store.ts";
import { mergedAway } from "../../../core/entries/withdrawal.ts";
import type { Tables } from "../schema/tables.ts";
import { entryNow } from "../stories/merged-clusters.ts";
import type { ClusterRow } from "./entry-rows.ts";
import { composeEntries } from "./publish-store.ts";
import { tellingsOf } from "./tellings.ts";

/**
 * Entries that readers could see and that are part of others now. Each is told as withdrawn, with the article that
 * founded it.
 */
export const mergedClusters = (db: Kysely<Tables>) =>
  db.selectFrom("cluster").selectAll().where("merged_at", "is not", null);

export async function mergedEntries(
  db: Kysely<Tables>,
  clusters: readonly ClusterRow[],
): Promise<readonly StoredEntry[]> {
  const entries = await composeEntries(
    db,
    clusters.map((cluster) => ({ cluster, members: [], shownId: cluster.founder_id })),
  );
  const mergedAt = new Map(clusters.map(({ id, merged_at }) => [id, merged_at ?? 0]));
  const merged: StoredEntry[] = [];
  for (const entry of entries) {
    const { clusterId } = entry;
    const withdrawal = mergedAway(mergedAt.get(clusterId) ?? 0, await entryNow(db, clusterId));
    merged.push({ ...entry, withdrawal });
  }
  return merged;
}

/** Merged entries that a feed has shown, as its archive knows. The latest first. */
export async function mergedOf(
  db: Kysely<Tables>,
  { feedId, since, enteredFrom, limit }: WithdrawnQuery,
): Promise<readonly StoredEntry[]> {
  const rows: ClusterRow[] = await mergedClusters(db)
    .where(sql<boolean>`(merged_at >= ${since} OR entered_at >= ${enteredFrom})`)
    .where(({ exists }) => exists(tellingsOf(db, feedId)))
    .orderBy("merged_at", "desc")
    .orderBy("id")
    .limit(limit)
    .execute();
  return mergedEntries(db, rows);
}
