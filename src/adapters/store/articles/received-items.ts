import { gunzipSync } from "node:zlib";
import type { Kysely } from "kysely";
import { inBatches } from "../batches.ts";
import type { Tables } from "../schema/tables.ts";

/** What was received, as JSON, by article id. */
export async function loadRaws(
  db: Kysely<Tables>,
  articleIds: readonly string[],
): Promise<ReadonlyMap<string, string>> {
  const rows = await inBatches(articleIds, (batch) =>
    db
      .selectFrom("item_raw")
      .select(["article_id", "body"])
      .where("article_id", "in", batch)
      .execute(),
  );
  return new Map(rows.map(({ article_id, body }) => [article_id, unpackReceived(body)]));
}

/** @returns what was received, as JSON. */
export const unpackReceived = (packed: Uint8Array): string => gunzipSync(packed).toString("utf8");

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
      .orderBy("article_id")
      .orderBy("line")
      .execute(),
  );
  const lines = new Map<string, string[]>();
  for (const { article_id, line } of rows) {
    lines.set(article_id, [...(lines.get(article_id) ?? []), line]);
  }
  return lines;
}
