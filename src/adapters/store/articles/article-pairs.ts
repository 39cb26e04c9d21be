import { type Kysely, sql } from "kysely";
import { vetoKey } from "../../../core/articles/stored-context.ts";
import type { PairChanges } from "../../../core/stories/editing.ts";
import { batches, inBatches } from "../batches.ts";
import type { Tables } from "../schema/tables.ts";

/** Pairs that an editor keeps apart, or together. */
export type PairTable = "veto" | "bond";

const NONE: ReadonlySet<string> = new Set();

/** The pairs that contain one of the articles. */
export async function loadPairs(
  db: Kysely<Tables>,
  table: PairTable,
  articleIds: readonly string[],
): Promise<ReadonlySet<string>> {
  // Most services have no such pairs: one query finds that out.
  if (!(await db.selectFrom(table).select("article_a").limit(1).executeTakeFirst())) return NONE;
  const rows = await inBatches(articleIds, (ids) =>
    db
      .selectFrom(table)
      .select(["article_a", "article_b"])
      .where(({ eb, or }) => or([eb("article_a", "in", ids), eb("article_b", "in", ids)]))
      .execute(),
  );
  return new Set(rows.map(({ article_a, article_b }) => vetoKey(article_a, article_b)));
}

/**
 * Pairs of an article whose source left the configuration with the article of the same key from the source that is
 * polled at the same address now: the source got another id. Both are one article, whatever becomes of the newer one.
 *
 * CROSS JOIN keeps the order: left to itself, SQLite goes through all articles, a second for a million of them.
 */
export async function renamedPairs(
  db: Kysely<Tables>,
  articleIds: readonly string[],
): Promise<ReadonlySet<string>> {
  const rows = await inBatches(articleIds, (ids) =>
    db
      .selectFrom("article as former")
      .crossJoin("source as left")
      .crossJoin("source as successor")
      .crossJoin("article as today")
      .select(["former.id as former", "today.id as today"])
      .where("former.id", "in", ids)
      .whereRef("left.id", "=", "former.source_id")
      .where("left.definition", "is", null)
      .whereRef("successor.address", "=", "left.address")
      .where("successor.definition", "is not", null)
      .whereRef("today.source_id", "=", "successor.id")
      .whereRef("today.key", "=", "former.key")
      .execute(),
  );
  return new Set(rows.map(({ former, today }) => vetoKey(former, today)));
}

export async function savePairs(
  db: Kysely<Tables>,
  table: PairTable,
  { added, removed, now }: PairChanges & { readonly now: number },
): Promise<void> {
  for (const batch of batches(added)) {
    const rows = batch.map((pair) => ({ ...columnsOf(pair), created_at: now }));
    await db
      .insertInto(table)
      .values(rows)
      .onConflict((conflict) => conflict.doNothing())
      .execute();
  }
  for (const pair of removed) {
    const { article_a, article_b } = columnsOf(pair);
    await sql`DELETE FROM ${sql.table(table)} WHERE article_a = ${article_a} AND article_b = ${article_b}`.execute(
      db,
    );
  }
}

/** No id of ours has a space. */
function columnsOf(pair: string) {
  const [article_a = "", article_b = ""] = pair.split(" ");
  return { article_a, article_b };
}
