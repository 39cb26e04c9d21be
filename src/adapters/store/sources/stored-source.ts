import type { Kysely, Selectable } from "kysely";
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
  return row === undefined ? null : storedSourceOf(row);
}

type Definitions = Pick<Selectable<Tables["source"]>, "definition" | "last_definition">;

/** The same of a row that is loaded. */
export function storedSourceOf({ definition, last_definition }: Definitions): StoredSource | null {
  const json = definition ?? last_definition;
  if (json === null) return null;
  return {
    definition: JSON.parse(json) as SourceDefinition,
    isConfigured: definition !== null,
  };
}
