import type { Transaction } from "kysely";
import { releaseArticle } from "../articles/held-articles.ts";
import type { Tables } from "../schema/tables.ts";

/** The ids of the sources of which a page waits to be fetched or applied. */
export async function sourcesWithWaitingPages(
  trx: Transaction<Tables>,
): Promise<ReadonlySet<string>> {
  const jobs = trx.selectFrom("page_job").select("source_id").distinct();
  const rows = await jobs.where("state", "=", "waiting").execute();
  return new Set(rows.map(({ source_id }) => source_id));
}

/**
 * Cancels the pending page fetches of a source: articles that were held for them are released, and a changed item is
 * published with its kept page. Pages that are wanted again are queued again.
 */
export async function forgetPages(
  trx: Transaction<Tables>,
  sourceId: string,
  now: number,
): Promise<void> {
  await trx
    .updateTable("page_job")
    .set({ must_fetch: 0 })
    .where("source_id", "=", sourceId)
    .where("state", "=", "waiting")
    .where("raw", "is not", null)
    .execute();
  const forgotten = await trx
    .deleteFrom("page_job")
    .where("source_id", "=", sourceId)
    .where("state", "=", "waiting")
    .where("must_fetch", "=", 1)
    .returning("article_id")
    .execute();
  for (const { article_id } of forgotten) await releaseArticle(trx, article_id, { now });
}
