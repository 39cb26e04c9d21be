import type { Kysely, Transaction } from "kysely";
import { touchClusters } from "../intake/apply-intent.ts";
import { restOnArticles } from "../intake/decided-upon.ts";
import { nextRevision } from "../intake/revisions.ts";
import type { Tables } from "../schema/tables.ts";
import { settleEntries } from "../stories/settle-entries.ts";

/**
 * Articles that are held back for their pages, as the ingest and the publishing side need them: the ingest side may be
 * gone when a hold ends.
 */
export type Holds = {
  /** When the next hold ends; `null` while nothing is held back. */
  readonly nextEnd: () => Promise<number | null>;
  /** See PageQueue.release. */
  readonly release: (now: number) => Promise<number>;
};

export function createHolds(db: Kysely<Tables>): Holds {
  return {
    nextEnd: async () => {
      const row = await db
        .selectFrom("article")
        .select(({ fn }) => fn.min("held_until").as("at"))
        .where("held_until", "is not", null)
        .executeTakeFirst();
      return row?.at ?? null;
    },
    release: (now) => releaseHeld(db, now),
  };
}

/** See PageQueue.release. */
export const releaseHeld = (db: Kysely<Tables>, now: number): Promise<number> =>
  db.transaction().execute(async (trx) => {
    await restOnArticles(trx, []);
    const rows = await trx
      .updateTable("article")
      .set({ held_until: null })
      .where("held_until", "<=", now)
      .returning("id")
      .execute();
    await publish(trx, rows, now);
    return rows.length;
  });

type Release = {
  readonly now: number;
  /** Ends only a hold that would end before this time. */
  readonly before?: number | undefined;
};

/** Ends the hold of an article. */
export async function releaseArticle(
  trx: Transaction<Tables>,
  id: string,
  { now, before = Number.MAX_SAFE_INTEGER }: Release,
): Promise<void> {
  const rows = await trx
    .updateTable("article")
    .set({ held_until: null })
    .where("id", "=", id)
    .where("held_until", "<", before)
    .returning("id")
    .execute();
  await publish(trx, rows, now);
}

async function publish(
  trx: Transaction<Tables>,
  rows: readonly { readonly id: string }[],
  now: number,
): Promise<void> {
  if (rows.length === 0) return;
  const ids = rows.map(({ id }) => id);
  await restOnArticles(trx, ids);
  const revision = await nextRevision(trx);
  await touchClusters(trx, ids, revision);
  await settleEntries(trx, revision, { now });
}
