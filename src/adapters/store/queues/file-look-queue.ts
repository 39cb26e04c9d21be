import { type Kysely, sql } from "kysely";
import { type FailedTurn, LEASE_MS } from "../../../core/lease.ts";
import type { DueFile, FileClaim, FileLooks } from "../../../core/media/file-look-queue.ts";
import { isTrueInJson } from "../engine/functions.ts";
import { touchClusters } from "../intake/apply-intent.ts";
import { restOnArticles } from "../intake/decided-upon.ts";
import { nextRevision } from "../intake/revisions.ts";
import type { Tables } from "../schema/tables.ts";
import { settleEntries } from "../stories/settle-entries.ts";
import { claimedBy, isLeasable, LET_GO } from "./lease-columns.ts";
import { heldWork, isHeld } from "./leased-rows.ts";

/** @param holder see lease-columns.ts. */
export function createFileLooks(db: Kysely<Tables>, holder: number | null = null): FileLooks {
  return {
    due: (now, limit) => dueFiles(db, { now, limit }),
    nextAt: async () => {
      const row = await waiting(db)
        .select(({ fn }) => fn.min("file_look.due_at").as("at"))
        .executeTakeFirst();
      return row?.at ?? null;
    },
    claim: (url, forMs, now) => claim(db, url, { forMs, now, holder }),
    ...heldWork(db, "file_look"),
    told: (lease, type, now) => told(db, { lease, type, now }),
    fail: (held, failure) => fail(db, held, failure),
  };
}

/** Waiting files of the sources that are polled. */
const waiting = (db: Kysely<Tables>) =>
  db
    .selectFrom("file_look")
    .innerJoin("article_file", "article_file.url", "file_look.url")
    .innerJoin("article", "article.id", "article_file.article_id")
    .innerJoin("source", "source.id", "article.source_id")
    .where("file_look.state", "=", "waiting")
    .where("source.definition", "is not", null)
    .where(({ not }) => not(isTrueInJson(sql.ref("source.definition"), "paused")));

/** Takes sources by turns, so that one with thousands of pictures holds up no other. */
async function dueFiles(
  db: Kysely<Tables>,
  { now, limit }: { readonly now: number; readonly limit: number },
): Promise<readonly DueFile[]> {
  const rows = await waiting(db)
    .select(["file_look.url", "article.source_id as sourceId"])
    .where("file_look.due_at", "<=", now)
    .where(isLeasable(LEASE_MS, "file_look"))
    .orderBy(({ fn }) =>
      fn
        .agg<number>("row_number")
        .over((over) =>
          over.partitionBy("article.source_id").orderBy("article.entered_at", "desc"),
        ),
    )
    .orderBy("article.entered_at", "desc")
    .orderBy("file_look.url")
    .limit(limit)
    .execute();
  return [...new Map(rows.map((row) => [row.url, row])).values()];
}

type LookClaim = {
  readonly forMs: number;
  readonly now: number;
  readonly holder: number | null;
};

async function claim(
  db: Kysely<Tables>,
  url: string,
  { forMs, now, holder }: LookClaim,
): Promise<FileClaim | null> {
  const row = await db
    .updateTable("file_look")
    .set(claimedBy(holder, forMs))
    .where("url", "=", url)
    .where("state", "=", "waiting")
    .where("due_at", "<=", now)
    .where(isLeasable(forMs))
    .returning(["lease_token", "attempts"])
    .executeTakeFirst();
  if (row === undefined) return null;
  return { lease: { id: url, token: row.lease_token }, attempts: row.attempts };
}

type ToldType = {
  readonly lease: FileClaim["lease"];
  readonly type: string | null;
  readonly now: number;
};

const told = (db: Kysely<Tables>, { lease, type, now }: ToldType): Promise<void> =>
  db.transaction().execute(async (trx) => {
    if (!(await isHeld(trx, "file_look", lease))) return;
    await trx
      .updateTable("file_look")
      .set({ state: "done", type, last_error: null, ...LET_GO })
      .where("url", "=", lease.id)
      .execute();
    if (type === null) return;
    const rows = await trx
      .selectFrom("article_file")
      .select("article_id")
      .where("url", "=", lease.id)
      .execute();
    const articleIds = rows.map(({ article_id }) => article_id);
    await restOnArticles(trx, articleIds);
    const revision = await nextRevision(trx);
    await touchClusters(trx, articleIds, revision);
    await settleEntries(trx, revision, { now });
  });

async function fail(
  db: Kysely<Tables>,
  { lease, attempts }: FileClaim,
  { reason, nextAt }: FailedTurn,
): Promise<void> {
  await db
    .updateTable("file_look")
    .set({ attempts: attempts + 1, last_error: reason, ...LET_GO })
    .set(nextAt === null ? { state: "failed" } : { due_at: nextAt })
    .where("url", "=", lease.id)
    .where("lease_token", "=", lease.token)
    .execute();
}
