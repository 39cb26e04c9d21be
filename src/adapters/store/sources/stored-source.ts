import type { Kysely } from "kysely";
import type { SourceDefinition } from "../../../core/settings/definitions.ts";
import type { StoredSource } from "../../../core/sources/source-state.ts";
import type { Tables } from "../schema/tables.ts";

/** `null` for a source that left before its last definition was kept. */
export async function loadStoredSource(
  db: Kysely<Tables>,
  sourceId: string,
): Promise<StoredSource | null> {
  const row = await db
    .selectFrom("source")
    .select(["definition", "last_definition"])
    .where("id", "=", sourceId)
    .executeTakeFirst();
  const json = row?.definition ?? row?.last_definition ?? null;
  if (json === null) return null;
  const definition = JSON.parse(json) as SourceDefinition;
  return { definition, isConfigured: (row?.definition ?? null) !== null };
}
