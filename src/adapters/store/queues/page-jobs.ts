import { gzipSync } from "node:zlib";
import { type Kysely, type Selectable, sql, type Transaction } from "kysely";
import { keptWith, parseReceived } from "../../../core/articles/received.ts";
import type { PageJobChange } from "../../../core/intake/ingest-intent.ts";
import type { PageJob } from "../../../core/pages/page-job.ts";
import { keptLines, receivedText } from "../articles/received-items.ts";
import { batches } from "../batches.ts";
import type { PageJobTable } from "../schema/leased-tables.ts";
import type { Tables } from "../schema/tables.ts";
import { claimedFor, isLeasable } from "./lease-columns.ts";
import { isHeld, letGo } from "./leased-rows.ts";

/**
 * Puts pages on the queue. A new job takes the place of an article's old one, whatever came of that. One that is under way
 * keeps its lease, so that its host is not asked twice at a time; what it brings is of another item (stillSame).
 */
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
          due_at: sql`CASE WHEN page_job.state = 'waiting' AND page_job.must_fetch = 1
            AND excluded.must_fetch = 0 THEN page_job.due_at ELSE excluded.due_at END`,
          last_error: ref("excluded.last_error"),
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
  due_at: notBefore,
  last_error: null,
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

async function jobFrom(db: Kysely<Tables>, row: PageJobRow): Promise<PageJob> {
  const { article_id: articleId } = row;
  const article = await db
    .selectFrom("item_raw")
    .innerJoin("article", "article.id", "item_raw.article_id")
    .select(["body", "article.key"])
    .where("article_id", "=", articleId)
    .executeTakeFirstOrThrow();
  return {
    articleId,
    lease: { id: articleId, token: row.lease_token },
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

/** See PageQueue.claim. */
export async function claimJob(
  trx: Transaction<Tables>,
  articleId: string,
  forMs: number,
): Promise<PageJob | null> {
  const row = await trx
    .updateTable("page_job")
    .set(claimedFor(forMs))
    .where("article_id", "=", articleId)
    .where("state", "=", "waiting")
    .where(isLeasable(forMs))
    .returningAll()
    .executeTakeFirst();
  return row ? jobFrom(trx, row) : null;
}

/**
 * For its holder who writes what came of it: the job as it is stored now. `null` when it is held no more, or its item has
 * changed since it was read: then it waits for the next.
 */
export async function stillSame(trx: Transaction<Tables>, job: PageJob): Promise<PageJob | null> {
  if (!(await isHeld(trx, "page_job", job.lease))) return null;
  const row = trx.selectFrom("page_job").selectAll().where("article_id", "=", job.articleId);
  const now = await jobFrom(trx, await row.executeTakeFirstOrThrow());
  const isSame =
    now.raw === job.raw &&
    now.key === job.key &&
    now.url === job.url &&
    now.mustFetch === job.mustFetch;
  if (isSame) return now;
  await letGo(trx, "page_job", job.lease);
  return null;
}
