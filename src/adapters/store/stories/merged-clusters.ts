import type { Kysely, Transaction } from "kysely";
import { laterThan } from "../../../core/entries/entry-dates.ts";
import { mergedAway } from "../../../core/entries/withdrawal.ts";
import type { Tables } from "../schema/tables.ts";
import { lastToldAt } from "./settle-entries.ts";

/** More steps than any chain of merges has: it ends a ring. */
const MOST_MERGES = 20;

/**
 * Notes that entries which readers have are merged into others: readers are told, and archive pages no longer hold
 * them. To be called before the members move.
 */
export async function noteMerged(
  trx: Transaction<Tables>,
  clusters: readonly { readonly id: string }[],
  now: number,
): Promise<void> {
  for (const { id } of clusters) {
    const merged_at = laterThan(await lastToldAt(trx, id), now);
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

/** Id of the entry that a cluster is part of now; its own entry's while it has members. */
export async function entryNow(db: Kysely<Tables>, clusterId: string): Promise<string> {
  let entryId = "";
  let next: string | null = clusterId;
  for (let steps = 0; next !== null && steps < MOST_MERGES; steps += 1) {
    const row: MergedPlace = await db
      .selectFrom("cluster")
      .select(["entry_id", "merged_into"])
      .where("id", "=", next)
      .executeTakeFirstOrThrow();
    entryId = row.entry_id;
    next = row.merged_into;
  }
  return entryId;
}

type MergedPlace = { readonly entry_id: string; readonly merged_into: string | null };
