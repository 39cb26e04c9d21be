import type { Kysely } from "kysely";
import { inBatches } from "../batches.ts";
import type { Tables } from "../schema/tables.ts";
import { unpackReceived } from "./body-bytes.ts";

/** What was received, as JSON, by article id. */
export async function loadRaws(
  db: Kysely<Tables>,
  articleIds: readonly string[],
): Promise<ReadonlyMap<string, string>> {
  const rows = await inBatches(articleIds, (batch) =>
    db
      .selectFrom("article_body")
      .select(["article_id", "body", "received"])
      .where("article_id", "in", batch)
      .execute(),
  );
  return new Map(rows.map((row) => [row.article_id, unpackReceived(row)]));
}

/** Lines that an editor keeps, by article id. */
export async function keptLines(
  db: Kysely<Tables>,
  articleIds: readonly string[],
): Promise<ReadonlyMap<string, readonly string[]>> {
  const rows = await inBatches(articleIds, (batch) =>
    db
      .selectFrom("kept_line")
      .select(["article_id", "line"])
      .where("article_id", "in", batch)
      .execute(),
  );
  const lines = new Map<string, string[]>();
  for (const { article_id, line } of rows) {
    lines.set(article_id, [...(lines.get(article_id) ?? []), line]);
  }
  return lines;
}
