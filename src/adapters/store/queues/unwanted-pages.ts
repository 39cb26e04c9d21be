import type { Transaction } from "kysely";
import { releaseArticle } from "../articles/held-articles.ts";
import type { Tables } from "../schema/tables.ts";

/**
 * Asks for no page of a source any more: nobody waits for those that were to be fetched, and what changed in an
 * item is published with the page that is kept. When pages are wanted again, they are asked for again.
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
