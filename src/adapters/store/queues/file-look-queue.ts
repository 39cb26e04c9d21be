import { type Kysely, sql } from "kysely";
import type { DueFile, FileLooks } from "../../../core/media/file-look-queue.ts";
import { isTrueInJson } from "../engine/functions.ts";
import { nextRevision, touchClusters } from "../intake/apply-intent.ts";
import type { Tables } from "../schema/tables.ts";
import { settleEntries } from "../stories/settle-entries.ts";

export function createFileLooks(db: Kysely<Tables>): FileLooks {
  return {
    due: (now, limit) => dueFiles(db, { now, limit }),
    nextAt: async () => {
      const row = await waiting(db)
        .select(({ fn }) => fn.min("file_look.next_at").as("at"))
        .executeTakeFirst();
      return row?.at ?? null;
    },
    told: (url, type, now) => told(db, { url, type, now }),
    fail: async (url, nextAt) => {
      await db
        .updateTable("file_look")
        .set(({ eb }) => ({ attempts: eb("attempts", "+", 1) }))
        .set(nextAt === null ? { state: "failed" } : { next_at: nextAt })
        .where("url", "=", url)
        .where("state", "=", "waiting")
        .execute();
    },
  };
}

/** Of the sources that are polled. */
const waiting = (db: Kysely<Tables>) =>
  db
    .selectFrom("file_look")
    .innerJoin("article", "article.id", "file_look.article_id")
    .innerJoin("source", "source.id", "article.source_id")
    .where("file_look.state", "=", "waiting")
    .where("source.definition", "is not", null)
    .where(({ not }) => not(isTrueInJson(sql.ref("source.definition"), "paused")));

/** By turns, so that a source with thousands of pictures holds up nobody's. */
async function dueFiles(
  db: Kysely<Tables>,
  { now, limit }: { readonly now: number; readonly limit: number },
): Promise<readonly DueFile[]> {
  const rows = await waiting(db)
    .select(["file_look.url", "file_look.attempts", "article.source_id as sourceId"])
    .where("file_look.next_at", "<=", now)
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

type Told = { readonly url: string; readonly type: string | null; readonly now: number };

const told = (db: Kysely<Tables>, { url, type, now }: Told): Promise<void> =>
  db.transaction().execute(async (trx) => {
    const rows = await trx
      .updateTable("file_look")
      .set({ state: "done", type })
      .where("url", "=", url)
      .where("state", "=", "waiting")
      .returning("article_id")
      .execute();
    if (type === null || rows.length === 0) return;
    const revision = await nextRevision(trx);
    await touchClusters(
      trx,
      rows.map(({ article_id }) => article_id),
      revision,
    );
    await settleEntries(trx, revision, { now });
  });
