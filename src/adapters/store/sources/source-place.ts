import { type Kysely, sql } from "kysely";
import { placeOf } from "../../../core/stories/elect-lead.ts";
import type { Tables } from "../schema/tables.ts";

/** Columns of a query that joins `source`: 1 or 0, whatever an engine makes of a condition. */
export const isConfigured = sql<number>`source.definition IS NOT NULL`.as("is_configured");
export const isSourceForgotten = sql<number>`source.forgotten_at IS NOT NULL`.as("is_forgotten");

export async function placeOfSource(db: Kysely<Tables>, sourceId: string): Promise<number> {
  const row = await db
    .selectFrom("source")
    .select(["position", isConfigured])
    .where("id", "=", sourceId)
    .executeTakeFirst();
  return row ? placeOf(row.position, row.is_configured === 1) : 0;
}
