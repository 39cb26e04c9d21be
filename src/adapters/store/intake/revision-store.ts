import { type Kysely, sql, type Transaction } from "kysely";
import type { IngestIntent } from "../../../core/intake/ingest-intent.ts";
import type { Decide } from "../../../core/intake/ingest-store.ts";
import type {
  ReceivedArticle,
  ReceivedQuery,
  Revision,
  RevisionStore,
} from "../../../core/intake/revision-store.ts";
import { prepareArticles } from "../articles/article-rows.ts";
import { keptLines, loadRaws } from "../articles/received-items.ts";
import { tendIndex } from "../articles/tend-index.ts";
import { batches } from "../batches.ts";
import { decideFirst } from "../decide-first.ts";
import { eachText } from "../engine/functions.ts";
import { loadRequests } from "../queues/revision-requests.ts";
import type { Tables } from "../schema/tables.ts";
import { loadDefinitions } from "../sources/source-definitions.ts";
import { loadStoredSource } from "../sources/stored-source.ts";
import { applyIntent } from "./apply-intent.ts";
import { restOnDecided } from "./decided-upon.ts";
import { loadRevised } from "./load-revised.ts";

export function createRevisionStore(db: Kysely<Tables>): RevisionStore {
  return {
    definitions: () => loadDefinitions(db),
    received: (query) => loadReceived(db, query),
    count: (sourceId) => countReceived(db, sourceId),
    recent: (sourceId) => recentIds(db, sourceId),
    revise: async (revision, decide) => {
      const { intent, came } = await decideFirst(db, (trx) => revise(trx, revision, decide));
      await tendIndex(db, came, revision.now);
      return intent;
    },
    wanted: () => loadRequests(db),
    keepLines: async (articleId, lines, now) => {
      const rows = lines.map((line) => ({ article_id: articleId, line, created_at: now }));
      for (const batch of batches(rows)) {
        const insert = db.insertInto("kept_line").values(batch);
        await insert.onConflict((conflict) => conflict.doNothing()).execute();
      }
    },
    forgetKeptLines: async (articleId) => {
      const { numDeletedRows } = await db
        .deleteFrom("kept_line")
        .where("article_id", "=", articleId)
        .executeTakeFirst();
      return numDeletedRows > 0n;
    },
  };
}

async function loadReceived(
  db: Kysely<Tables>,
  query: ReceivedQuery,
): Promise<readonly ReceivedArticle[]> {
  const rows = await receivedRows(db, query);
  const ids = rows.map(({ id }) => id);
  const raws = await loadRaws(db, ids);
  const kept = await keptLines(db, ids);
  return rows.map(({ id, key, source_id }) => ({
    articleId: id,
    key,
    sourceId: source_id,
    raw: raws.get(id) ?? "",
    keptLines: kept.get(id) ?? [],
  }));
}

/**
 * Leaves out the received items: the articles of a source are sorted, and with the items that is a hundred times as
 * much.
 */
function receivedRows(
  db: Kysely<Tables>,
  { sourceId, articleIds, after, limit }: ReceivedQuery,
): Promise<readonly { readonly id: string; readonly key: string; readonly source_id: string }[]> {
  let query = db
    .selectFrom("article")
    .innerJoin("item_raw", "item_raw.article_id", "article.id")
    .select(["article.id", "article.key", "article.source_id"])
    .orderBy("article.id")
    .limit(limit);
  if (sourceId !== null) query = query.where("article.source_id", "=", sourceId);
  if (after !== null) query = query.where("article.id", ">", after);
  if (articleIds !== null) {
    query = query.where(
      "article.id",
      "in",
      sql<string>`(SELECT wanted.value FROM ${eachText(articleIds)})`,
    );
  }
  return query.execute();
}

async function countReceived(db: Kysely<Tables>, sourceId: string | null): Promise<number> {
  let query = db.selectFrom("article").select(({ fn }) => fn.countAll<number>().as("count"));
  if (sourceId !== null) query = query.where("source_id", "=", sourceId);
  return (await query.executeTakeFirstOrThrow()).count;
}

/** Most articles with kept lines that are revised: an editor keeps lines in few articles, mostly in new ones. */
const MAX_KEPT = 200;

async function recentIds(db: Kysely<Tables>, sourceId: string): Promise<readonly string[]> {
  const last = await db
    .selectFrom("outline")
    .select("article_id")
    .where("source_id", "=", sourceId)
    .execute();
  const kept = await db
    .selectFrom("kept_line")
    .innerJoin("article", "article.id", "kept_line.article_id")
    .select("kept_line.article_id")
    .distinct()
    .where("article.source_id", "=", sourceId)
    .limit(MAX_KEPT)
    .execute();
  return [...new Set([...last, ...kept].map(({ article_id }) => article_id))];
}

async function revise(
  trx: Transaction<Tables>,
  { sourceId, received, now }: Revision,
  decide: Decide,
): Promise<{ readonly intent: IngestIntent; readonly came: number }> {
  const known = await loadRevised(trx, received, sourceId);
  const stale = await changedSince(trx, received);
  const intent = decide({ ...known, stale }, await loadStoredSource(trx, sourceId));
  const rows = prepareArticles(intent, now);
  await restOnDecided(trx, { sourceId, known, intent });
  const came = await applyIntent(trx, intent, { sourceId, rows, crowded: new Set(), now });
  return { intent, came };
}

/** Articles whose received item changed since it was read (stale). */
async function changedSince(
  trx: Transaction<Tables>,
  received: readonly ReceivedArticle[],
): Promise<ReadonlySet<string>> {
  const now = await loadRaws(
    trx,
    received.map(({ articleId }) => articleId),
  );
  const changed = received.filter(({ articleId, raw }) => now.get(articleId) !== raw);
  return new Set(changed.map(({ articleId }) => articleId));
}
