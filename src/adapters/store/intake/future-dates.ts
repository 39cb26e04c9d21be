import { type SqlBool, sql, type Transaction } from "kysely";
import { STEP_MS } from "../../../core/entries/entry-dates.ts";
import { HOLD_MS } from "../../../core/intake/decide-article.ts";
import { NEXT_FILES_WAIT_MS } from "../../../core/media/file-looks.ts";
import { forgetAllListings } from "../articles/listings.ts";
import { batches } from "../batches.ts";
import { least } from "../engine/functions.ts";
import type { Tables } from "../schema/tables.ts";
import { nextRevision } from "./revisions.ts";

/** Clocks of several machines may differ by this much. */
const TOLERANCE_MS = 5 * 60_000;
/** Room for the entries of the poll: entries that enter together are a millisecond apart (settle-entries.ts). */
const ROOM_MS = 1000;

/**
 * Corrects dates that were stored while the clock ran ahead: until these times have come, such entries would stand
 * above all news, and say so. They are pulled down to now in their order: above what came before them, below what comes
 * from now on. `updated` does not fall, or partners that compare it would miss the next correction; where `published`
 * moves, `updated` rises by a step, because readers are told. To be called when the clock is known to be right, before
 * anything of the poll is stored: to a clock that runs behind, all dates lie in the future.
 */
export async function pullDownFutureDates(trx: Transaction<Tables>, now: number): Promise<void> {
  if (!(await areThereAny(trx, now))) return;
  const held = await endFarHolds(trx, now);
  await endFarWaits(trx, now);
  const ids = (await futureClusters(trx, now).execute()).map(({ id }) => id);
  if (ids.length > 0) {
    await pullDownClusters(trx, ids.length, now);
    await pullDownMembers(trx, ids, now);
  }
  // They say when articles were received: by that a date that moves is told from one in the future.
  if (held + ids.length > 0) await forgetAllListings(trx);
}

/** Asked first, since an update takes the write lock even where it changes nothing. */
async function areThereAny(trx: Transaction<Tables>, now: number): Promise<boolean> {
  const held = trx.selectFrom("article").select("id").where("held_until", ">", farHold(now));
  const waiting = (table: "page_job" | "file_look", after: number) =>
    trx
      .selectFrom(table)
      .select("due_at")
      .where("state", "=", "waiting")
      .where("due_at", ">", after);
  const parts = [
    futureClusters(trx, now),
    held,
    waiting("page_job", now + TOLERANCE_MS),
    waiting("file_look", now + NEXT_FILES_WAIT_MS + TOLERANCE_MS),
  ];
  const { any } = await trx
    .selectNoFrom(({ or, exists }) => or(parts.map((part) => exists(part))).as("any"))
    .executeTakeFirstOrThrow();
  return Boolean(any);
}

const futureClusters = (trx: Transaction<Tables>, now: number) =>
  trx
    .selectFrom("cluster")
    .select("id")
    .where("lead_id", "is not", null)
    .where("entered_at", ">", now + TOLERANCE_MS)
    // An entry that readers cannot have seen enters when it is shown.
    .where("face", "is not", null);

/** Moves all clusters at once: otherwise what comes from now on would stand below those that move last. */
async function pullDownClusters(
  trx: Transaction<Tables>,
  count: number,
  now: number,
): Promise<void> {
  const revision = await nextRevision(trx);
  const newest = await newestEntrance(trx, now);
  const below = Math.min(Math.max(newest, now - ROOM_MS - count), now - 1 - count);
  const places = futureClusters(trx, now)
    .select(sql<number>`row_number() OVER (ORDER BY entered_at, id)`.as("place"))
    .as("future");
  await trx
    .updateTable("cluster")
    .from(places)
    .set({
      entered_at: sql`${below} + future.place`,
      published_at: least(sql.ref("published_at"), now),
      updated_at: steppedWhereMoved(now),
      revision,
    })
    .whereRef("cluster.id", "=", "future.id")
    .execute();
}

/** `updated_at`, later by a step where `published_at` moves. */
const steppedWhereMoved = (now: number) =>
  sql<number>`CASE WHEN published_at > ${now} THEN updated_at + ${STEP_MS} ELSE updated_at END`;

async function pullDownMembers(
  trx: Transaction<Tables>,
  clusterIds: readonly string[],
  now: number,
): Promise<void> {
  for (const batch of batches(clusterIds)) {
    const members = trx
      .selectFrom("cluster_member")
      .select("article_id")
      .where("cluster_id", "in", batch);
    await pullDown(trx, now)
      .set({ updated_at: steppedWhereMoved(now) })
      .where("id", "in", members)
      .execute();
    await pullDownOutlines(trx, now).where("article_id", "in", members).execute();
  }
}

/** The latest `entered_at` that does not lie in the future. */
async function newestEntrance(trx: Transaction<Tables>, now: number): Promise<number> {
  const { at } = await trx
    .selectFrom("cluster")
    .select(({ fn }) => fn.max("entered_at").as("at"))
    .where("lead_id", "is not", null)
    .where("entered_at", "<=", now + TOLERANCE_MS)
    .executeTakeFirstOrThrow();
  return at ?? 0;
}

/** Nothing is held back until a later time. */
const farHold = (now: number): number => now + HOLD_MS + TOLERANCE_MS;

async function endFarHolds(trx: Transaction<Tables>, now: number): Promise<number> {
  const rows = await pullDown(trx, now)
    .set({ held_until: now })
    .where("held_until", ">", farHold(now))
    .returning("id")
    .execute();
  for (const batch of batches(rows.map(({ id }) => id))) {
    await pullDownOutlines(trx, now).where("article_id", "in", batch).execute();
  }
  return rows.length;
}

/** Outlines tell which articles of a source are its last. */
const pullDownOutlines = (trx: Transaction<Tables>, now: number) =>
  trx.updateTable("outline").set({ entered_at: least(sql.ref("entered_at"), now) });

/** Longest wait of a page or a file, whatever its host asked for (decide-page-job.ts). */
const LONGEST_WAIT_MS = 8 * 24 * 60 * 60_000;

/** A page or file that was never asked for waits only for its turn, or for other files of its article. */
async function endFarWaits(trx: Transaction<Tables>, now: number): Promise<void> {
  const far = now + LONGEST_WAIT_MS;
  await trx
    .updateTable("page_job")
    .set({ due_at: now })
    .where("state", "=", "waiting")
    .where("due_at", ">", now + TOLERANCE_MS)
    .where(sql<SqlBool>`(due_at > ${far} OR attempts = 0 AND fetched_at IS NULL)`)
    .execute();
  await trx
    .updateTable("file_look")
    .set({ due_at: now })
    .where("state", "=", "waiting")
    .where("due_at", ">", now + NEXT_FILES_WAIT_MS + TOLERANCE_MS)
    .where(sql<SqlBool>`(due_at > ${far} OR attempts = 0)`)
    .execute();
}

const pullDown = (trx: Transaction<Tables>, now: number) =>
  trx.updateTable("article").set({
    published_at: least(sql.ref("published_at"), now),
    first_published_at: least(sql.ref("first_published_at"), now),
    compared_at: least(sql.ref("compared_at"), now),
    received_at: least(sql.ref("received_at"), now),
    entered_at: least(sql.ref("entered_at"), now),
  });
