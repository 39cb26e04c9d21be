import type { Transaction } from "kysely";
import { nextRevision, touchClusters } from "./apply-intent.ts";
import type { Tables } from "./tables.ts";

/** See PageQueue.release. */
export async function releaseHeld(trx: Transaction<Tables>, now: number): Promise<number> {
  const rows = await trx
    .updateTable("article")
    .set({ held_until: null })
    .where("held_until", "<=", now)
    .returning("id")
    .execute();
  await publish(trx, rows);
  return rows.length;
}

/** Holds an article back no longer: at once, or when its hold ends before the given time. */
export async function releaseArticle(
  trx: Transaction<Tables>,
  id: string,
  before = Number.MAX_SAFE_INTEGER,
): Promise<void> {
  const rows = await trx
    .updateTable("article")
    .set({ held_until: null })
    .where("id", "=", id)
    .where("held_until", "<", before)
    .returning("id")
    .execute();
  await publish(trx, rows);
}

async function publish(
  trx: Transaction<Tables>,
  rows: readonly { readonly id: string }[],
): Promise<void> {
  if (rows.length === 0) return;
  const ids = rows.map(({ id }) => id);
  await touchClusters(trx, ids, await nextRevision(trx));
}
