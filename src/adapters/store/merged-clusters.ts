import type { Kysely, Transaction } from "kysely";
import { mergedAway } from "../../core/withdrawal.ts";
import type { Tables } from "./tables.ts";

/** More than ever merge into one another: it ends what a ring would not. */
const MOST_MERGES = 20;

/**
 * Readers have these entries, of which all members are about to go to others: they are told, and pages of archives
 * hold them no more. To be called while the members are still there.
 */
export async function noteMerged(
  trx: Transaction<Tables>,
  clusters: readonly { readonly id: string }[],
  now: number,
): Promise<void> {
  for (const { id } of clusters) {
    // A tombstone counts for readers when it is newer than the entry that they have (RFC 6721 §3), by whole seconds.
    const merged_at = Math.max(now, (await lastChangeOf(trx, id)) + 1000);
    await trx.updateTable("cluster").set({ merged_at }).where("id", "=", id).execute();
    const { at, reason } = mergedAway(merged_at, await entryNow(trx, id));
    await trx
      .updateTable("archive_entry")
      .set({ withdrawn_at: at, withdrawn_reason: reason })
      .where("cluster_id", "=", id)
      .where("withdrawn_at", "is", null)
      .execute();
  }
}

async function lastChangeOf(db: Kysely<Tables>, clusterId: string): Promise<number> {
  const row = await db
    .selectFrom("cluster")
    .innerJoin("cluster_member", "cluster_member.cluster_id", "cluster.id")
    .innerJoin("article", "article.id", "cluster_member.article_id")
    .select(({ fn }) => [
      fn.max("article.updated_at").as("updated"),
      fn.max("article.published_at").as("published"),
      fn.max("cluster.restored_at").as("restored"),
    ])
    .where("cluster.id", "=", clusterId)
    .executeTakeFirst();
  return Math.max(row?.updated ?? 0, row?.published ?? 0, row?.restored ?? 0);
}

/** Id of the entry that a cluster is part of now: its own while it has members. */
export async function entryNow(db: Kysely<Tables>, clusterId: string): Promise<string> {
  let entryId = "";
  let next: string | null = clusterId;
  for (let steps = 0; next !== null && steps < MOST_MERGES; steps += 1) {
    const row: Place = await db
      .selectFrom("cluster")
      .select(["entry_id", "merged_into"])
      .where("id", "=", next)
      .executeTakeFirstOrThrow();
    entryId = row.entry_id;
    next = row.merged_into;
  }
  return entryId;
}

type Place = { readonly entry_id: string; readonly merged_into: string | null };
