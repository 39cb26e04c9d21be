import { gzipSync } from "node:zlib";
import { type Kysely, type Selectable, sql, type Transaction } from "kysely";
import { keptWith, parseReceived } from "../../../core/articles/received.ts";
import type { PageJobChange } from "../../../core/intake/ingest-intent.ts";
import type { PageJob } from "../../../core/pages/page-job.ts";
import { keptLines, receivedText } from "../articles/received-items.ts";
import { batches } from "../batches.ts";
import type { PageJobTable, Tables } from "../schema/tables.ts";

/** Puts pages on the queue. A new job takes the place of an article's old one, whatever came of that. */
export async function savePageJobs(
  trx: Transaction<Tables>,
  jobs: readonly PageJobChange[],
): Promise<void> {
  for (const batch of batches(jobs)) {
    await trx
      .insertInto("page_job")
      .values(batch.map(rowOf))
      .onConflict((conflict) =>
        conflict.column("article_id").doUpdateSet(({ ref }) => ({
          url: ref("excluded.url"),
          state: ref("excluded.state"),
          attempts: ref("excluded.attempts"),
          // Nor is its turn before: the kept page would serve, and the fresh one waits.
          next_at: sql`CASE WHEN page_job.state = 'waiting' AND page_job.must_fetch = 1
            AND excluded.must_fetch = 0 THEN page_job.next_at ELSE excluded.next_at END`,
          reason: ref("excluded.reason"),
          raw: ref("excluded.raw"),
          item_hash: ref("excluded.item_hash"),
          received_hash: ref("excluded.received_hash"),
          received_metadata_hash: ref("excluded.received_metadata_hash"),
          // What the waiting one had to fetch has still not been.
          must_fetch: sql`CASE WHEN page_job.state = 'waiting' AND page_job.must_fetch = 1
            THEN 1 ELSE excluded.must_fetch END`,
        })),
      )
      .execute();
  }
}

const rowOf = ({ articleId, sourceId, url, mustFetch, notBefore, changed }: PageJobChange) => ({
  article_id: articleId,
  source_id: sourceId,
  url,
  state: "waiting" as const,
  attempts: 0,
  next_at: notBefore,
  reason: null,
  must_fetch: Number(mustFetch),
  raw: changed === null ? null : gzipSync(changed.raw),
  item_hash: changed?.itemHash ?? null,
  received_hash: changed?.receivedHash ?? null,
  received_metadata_hash: changed?.receivedMetadataHash ?? null,
});

/** These articles were stored as they were polled last: what still waited of an earlier poll is overtaken. */
export async function forgetOvertaken(
  trx: Transaction<Tables>,
  articleIds: readonly string[],
): Promise<void> {
  for (const batch of batches(articleIds)) {
    await trx
      .updateTable("page_job")
      .set(NOT_CHANGED)
      .where("article_id", "in", batch)
      .where("raw", "is not", null)
      .execute();
  }
}

/** What was received is in the article. */
export const NOT_CHANGED = {
  raw: null,
  item_hash: null,
  received_hash: null,
  received_metadata_hash: null,
};

type PageJobRow = Selectable<PageJobTable>;

async function withReceived(db: Kysely<Tables>, row: PageJobRow): Promise<PageJob> {
  const { article_id: articleId } = row;
  const article = await db
    .selectFrom("item_raw")
    .innerJoin("article", "article.id", "item_raw.article_id")
    .select(["body", "article.key"])
    .where("article_id", "=", articleId)
    .executeTakeFirstOrThrow();
  return {
    articleId,
    key: article.key,
    sourceId: row.source_id,
    url: row.url,
    attempts: row.attempts,
    raw: receivedOf(row, article.body),
    keptLines: (await keptLines(db, [articleId])).get(articleId) ?? [],
    mustFetch: row.must_fetch === 1,
  };
}

/** The item as it was last polled, with what is kept of its article. */
function receivedOf({ raw }: PageJobRow, body: Uint8Array): string {
  if (raw === null) return receivedText(body);
  return JSON.stringify(
    keptWith(parseReceived(receivedText(raw)), parseReceived(receivedText(body))),
  );
}

/** The job of an article that waits; `null` when none does. */
export async function loadWaiting(db: Kysely<Tables>, articleId: string): Promise<PageJob | null> {
  const row = await db
    .selectFrom("page_job")
    .selectAll()
    .where("article_id", "=", articleId)
    .where("state", "=", "waiting")
    .executeTakeFirst();
  return row ? withReceived(db, row) : null;
}

/** The job as it is stored now; `null` when another took its place, or it is done, since it was read. */
export async function stillWaiting(
  trx: Transaction<Tables>,
  job: PageJob,
): Promise<PageJob | null> {
  const now = await loadWaiting(trx, job.articleId);
  const isSame =
    now?.raw === job.raw &&
    now.key === job.key &&
    now.url === job.url &&
    now.attempts === job.attempts &&
    now.mustFetch === job.mustFetch;
  return isSame ? now : null;
}
