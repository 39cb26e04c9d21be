import { type Kysely, sql, type Transaction } from "kysely";
import type { RevisionExtent, RevisionRequest } from "../../core/store-ports.ts";
import type { Tables } from "./tables.ts";

/** Which sources' articles are to be drafted again. All of them include the last ones. */

export async function askForRevision(
  trx: Transaction<Tables>,
  sourceId: string,
  extent: RevisionExtent,
): Promise<void> {
  await trx
    .updateTable("source")
    .set({
      revision_wanted: extent === "all" ? "all" : sql`coalesce(revision_wanted, 'recent')`,
      revision_asks: sql`revision_asks + 1`,
    })
    .where("id", "=", sourceId)
    .execute();
}

/** Polls know nothing of lines that an editor keeps: of these articles the drafts lack them. */
export async function askForKeptLines(
  trx: Transaction<Tables>,
  sourceId: string,
  articleIds: readonly string[],
): Promise<void> {
  if (articleIds.length === 0) return;
  const kept = await trx
    .selectFrom("kept_line")
    .innerJoin("article", "article.id", "kept_line.article_id")
    .select("article.id")
    .where("article.source_id", "=", sourceId)
    .execute();
  const changed = new Set(articleIds);
  if (kept.some(({ id }) => changed.has(id))) await askForRevision(trx, sourceId, "recent");
}

/** See RevisionStore.wanted: of the configured sources. */
export async function loadRequests(db: Kysely<Tables>): Promise<readonly RevisionRequest[]> {
  const rows = await db
    .selectFrom("source")
    .select(["id", "revision_wanted", "revision_asks"])
    .where("revision_wanted", "is not", null)
    .where("definition", "is not", null)
    .orderBy("position")
    .execute();
  return rows.flatMap(({ id, revision_wanted, revision_asks }) =>
    revision_wanted ? [{ sourceId: id, extent: revision_wanted, asked: revision_asks }] : [],
  );
}

/** See RevisionStore.done. */
export async function endRequest(
  db: Kysely<Tables>,
  { sourceId, asked }: RevisionRequest,
): Promise<void> {
  await db
    .updateTable("source")
    .set({ revision_wanted: null })
    .where("id", "=", sourceId)
    .where("revision_asks", "=", asked)
    .execute();
}
