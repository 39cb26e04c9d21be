import { type Kysely, type SqlBool, sql } from "kysely";
import type { WithdrawnQuery } from "../../../core/entries/archive.ts";
import type { EntryQuery, StoredEntry } from "../../../core/entries/publish-store.ts";
import { byRank } from "../../../core/entries/shown-copy.ts";
import { inBatches } from "../batches.ts";
import type { Tables } from "../schema/tables.ts";
import { type ClusterRow, membersOf, toShowableCopy } from "./entry-rows.ts";
import { composeEntries } from "./publish-store.ts";
import { tellingsOf } from "./tellings.ts";

/**
 * Entries that a feed limited to some sources no longer shows, because forgotten sources carry them and none of its own
 * sources does. Copies of other sources stay published in other feeds; to readers of this feed the entry is withdrawn.
 * The forgotten source need not be among the feed's: an operator who takes it out of the configuration takes it out of
 * `where.sources`, too.
 */
const leftClusters = (db: Kysely<Tables>, sources: readonly string[]) => {
  const members = db
    .selectFrom("cluster_member")
    .innerJoin("article", "article.id", "cluster_member.article_id")
    .innerJoin("source", "source.id", "article.source_id")
    .select("source.id")
    .where(sql<SqlBool>`cluster_member.cluster_id = cluster.id`);
  const own = members.where("article.source_id", "in", sources);
  return db
    .selectFrom("cluster")
    .selectAll()
    .where(({ exists, not, and, or, eb }) =>
      and([
        exists(members.where("source.forgotten_at", "is not", null)),
        not(exists(own.where("source.forgotten_at", "is", null))),
        // A withdrawn entry of its own sources is told like any other.
        or([
          eb("cluster.withdrawn_at", "is", null),
          and([eb("cluster.forgotten_at", "is not", null), not(exists(own))]),
        ]),
      ]),
    );
};

type LeftQuery = Pick<EntryQuery, "sources">;

/** The left entries among these clusters, also those that the feed never showed. */
export async function leftAmong(
  db: Kysely<Tables>,
  clusterIds: readonly string[],
  { sources }: LeftQuery,
): Promise<readonly StoredEntry[]> {
  if (sources.length === 0) return [];
  const rows = await inBatches(clusterIds, (ids) =>
    leftClusters(db, sources).where("cluster.id", "in", ids).execute(),
  );
  return leftEntries(db, rows, sources);
}

/**
 * Left entries that a feed has shown, the latest first. When no source was forgotten since `since`, only those whose
 * place is among the feed's entries.
 */
export async function leftOf(
  db: Kysely<Tables>,
  { feedId, sources, since, enteredFrom, limit }: WithdrawnQuery,
): Promise<readonly StoredEntry[]> {
  if (sources.length === 0) return [];
  const forgottenAt = await lastForgottenAt(db);
  if (forgottenAt === null) return [];
  const rows = await leftClusters(db, sources)
    .where(({ exists }) => exists(tellingsOf(db, feedId)))
    .$if(forgottenAt < since, (query) => query.where("entered_at", ">=", enteredFrom))
    .orderBy("entered_at", "desc")
    .orderBy("id")
    .limit(limit)
    .execute();
  return leftEntries(db, rows, sources);
}

/** `null` when no source is forgotten. */
async function lastForgottenAt(db: Kysely<Tables>): Promise<number | null> {
  const row = await db
    .selectFrom("source")
    .select(({ fn }) => fn.max("forgotten_at").as("at"))
    .executeTakeFirst();
  return row?.at ?? null;
}

/** Each entry with its first forgotten copy by rank, copies of the feed's own sources before others. */
async function leftEntries(
  db: Kysely<Tables>,
  clusters: readonly ClusterRow[],
  sources: readonly string[],
): Promise<readonly StoredEntry[]> {
  const members = await membersOf(db, clusters);
  const chosen = clusters.flatMap((cluster) => {
    const all = members.get(cluster.id) ?? [];
    const ranked = all
      .filter(({ is_forgotten }) => is_forgotten === 1)
      .toSorted((a, b) => byRank(toShowableCopy(a), toShowableCopy(b)));
    const shown = ranked.find(({ source_id }) => sources.includes(source_id)) ?? ranked[0];
    return shown ? [{ cluster, members: all, shownId: shown.id }] : [];
  });
  return composeEntries(db, chosen);
}
