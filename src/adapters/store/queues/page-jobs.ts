import { gunzipSync, gzipSync } from "node:zlib";
import { type Kysely, type Selectable, sql, type Transaction } from "kysely";
import { keptWith, parseReceived } from "../../../core/articles/received.ts";
import type { PageJobChange } from "../../../core/intake/ingest-intent.ts";
import type { PageJob } from "../../../core/pages/page-job.ts";
import { keptLines, unpackReceived } from "../articles/received-items.ts";
import { batches } from "../batches.ts";
import type { PageJobTable } from "../schema/leased-tables.ts";
import type { Tables } from "../schema/tables.ts";
import { claimedBy, firstLeaseToken, isLeasable } from "./lease-columns.ts";
import { type isHeld, letGo } from "./leased-rows.ts";

/**
 * Queues pages. A new job replaces the article's old one, whatever the state of that. A job under way keeps its lease, so
 * that its host does not get two requests at once; its result is dropped, because the item is another one (stillSame).
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
          // A pending fetch keeps its time: the new job alone needs only the kept page.
          due_at: sql`CASE WHEN page_job.state = 'waiting' AND page_job.must_fetch = 1
            AND excluded.must_fetch = 0 THEN page_job.due_at ELSE excluded.due_at END`,
          last_error: ref("excluded.last_error"),
          raw: ref("excluded.raw"),
          item_hash: ref("excluded.item_hash"),
          received_hash: ref("excluded.received_hash"),
          received_metadata_hash: ref("excluded.received_metadata_hash"),
          // A pending fetch stays required.
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
  lease_token: firstLeaseToken,
  due_at: notBefore,
  last_error: null,
  must_fetch: Number(mustFetch),
  raw: changed === null ? null : gzipSync(changed.raw),
  item_hash: changed?.itemHash ?? null,
  received_hash: changed?.receivedHash ?? null,
  received_metadata_hash: changed?.receivedMetadataHash ?? null,
});

/** Drops items of an earlier poll from waiting jobs: these articles are stored as they were polled last. */
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

/** The values of a job without a changed item: the article holds what was received. */
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
    raw: receivedOf(row, unpackReceived(article.body)),
    keptLines: (await keptLines(db, [articleId])).get(articleId) ?? [],
    mustFetch: row.must_fetch === 1,
  };
}

/** The item as it was last polled, with what is kept of its article. */
function receivedOf({ raw }: PageJobRow, stored: string): string {
  if (raw === null) return stored;
  const polled = parseReceived(gunzipSync(raw).toString("utf8"));
  return JSON.stringify(keptWith(polled, parseReceived(stored)));
}

type JobClaim = {
  readonly forMs: number;
  readonly now: number;
  /** See lease-columns.ts. */
  readonly holder: number | null;
};

/** See PageQueue.claim. */
export async function claimJob(
  trx: Transaction<Tables>,
  articleId: string,
  { forMs, now, holder }: JobClaim,
): Promise<PageJob | null> {
  const row = await trx
    .updateTable("page_job")
    .set(claimedBy(holder, forMs))
    .where("article_id", "=", articleId)
    .where("state", "=", "waiting")
    .where("due_at", "<=", now)
    .where(isLeasable(forMs))
    .returningAll()
    .executeTakeFirst();
  return row ? jobFrom(trx, row) : null;
}

/**
 * The job as it is stored now, for its holder in the transaction that writes the result. `null` when the lease is lost,
 * or when the item has changed since it was read: the job then waits for its next turn.
 *
 * @param held `seemsHeld` in a transaction that only decides as yet.
 */
export async function stillSame(
  trx: Transaction<Tables>,
  job: PageJob,
  held: typeof isHeld,
): Promise<PageJob | null> {
  if (!(await held(trx, "page_job", job.lease))) return null;
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
