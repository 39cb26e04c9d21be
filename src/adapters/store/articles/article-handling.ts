import type { Kysely } from "kysely";
import type { ArticleHandling, PageState } from "../../../core/orders/editor-port.ts";
import type { Tables } from "../schema/tables.ts";

/** See ArticleHandling. */
export async function loadHandling(
  db: Kysely<Tables>,
  articleId: string,
): Promise<ArticleHandling | null> {
  const article = await db
    .selectFrom("article")
    .select(["held_until", "is_from_page"])
    .where("id", "=", articleId)
    .executeTakeFirst();
  if (!article) return null;
  const kept = await db
    .selectFrom("kept_line")
    .select("line")
    .where("article_id", "=", articleId)
    .orderBy("created_at")
    .orderBy("line")
    .execute();
  return {
    keptLines: kept.map(({ line }) => line),
    heldUntil: article.held_until,
    isFromPage: article.is_from_page === 1,
    page: await loadPage(db, articleId),
  };
}

async function loadPage(db: Kysely<Tables>, articleId: string): Promise<PageState | null> {
  const job = await db
    .selectFrom("page_job")
    .select(["url", "state", "attempts", "due_at", "last_error"])
    .where("article_id", "=", articleId)
    .executeTakeFirst();
  if (!job) return null;
  const { url, state, attempts, last_error: reason } = job;
  return { url, state, attempts, reason, nextAt: state === "waiting" ? job.due_at : null };
}

export async function countWaitingPages(db: Kysely<Tables>): Promise<ReadonlyMap<string, number>> {
  const rows = await db
    .selectFrom("page_job")
    .select((eb) => ["source_id", eb.fn.countAll<number>().as("waiting")])
    .where("state", "=", "waiting")
    .groupBy("source_id")
    .execute();
  return new Map(rows.map(({ source_id, waiting }) => [source_id, Number(waiting)]));
}
