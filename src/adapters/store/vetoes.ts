import type { Kysely } from "kysely";
import { vetoKey } from "../../core/known.ts";
import { inBatches } from "./batches.ts";
import type { Tables } from "./tables.ts";

/** The pairs that an editor keeps apart, of those in which one of the articles is. */
export async function loadVetoes(
  db: Kysely<Tables>,
  articleIds: readonly string[],
): Promise<ReadonlySet<string>> {
  const rows = await inBatches(articleIds, (ids) =>
    db
      .selectFrom("veto")
      .select(["article_a", "article_b"])
      .where(({ eb, or }) => or([eb("article_a", "in", ids), eb("article_b", "in", ids)]))
      .execute(),
  );
  return new Set(rows.map(({ article_a, article_b }) => vetoKey(article_a, article_b)));
}
