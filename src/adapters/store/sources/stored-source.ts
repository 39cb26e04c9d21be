import type { Kysely, Selectable } from "kysely";
import type { SourceDefinition } from "../../../core/settings/definitions.ts";
import type { SourceDay } from "../../../core/sources/polling/poll-history.ts";
import type { StoredSource } from "../../../core/sources/source-state.ts";
import type { Tables } from "../schema/tables.ts";

/** `null` for a source that left before its last definition was kept. */
export async function loadStoredSource(
  db: Kysely<Tables>,
  sourceId: string,
): Promise<StoredSource | null> {
  const row = await db
    .selectFrom("source")
    .select(STORED_COLUMNS)
    .where("id", "=", sourceId)
    .executeTakeFirst();
  return row === undefined ? null : storedSourceOf(row);
}

export const STORED_COLUMNS = [
  "definition",
  "last_definition",
  "recent_polls",
  "today",
] as const satisfies readonly (keyof Tables["source"])[];

type StoredColumns = Pick<Selectable<Tables["source"]>, (typeof STORED_COLUMNS)[number]>;

/** The same of a row that is loaded. */
export function storedSourceOf({
  definition,
  last_definition,
  recent_polls,
  today,
}: StoredColumns): StoredSource | null {
  const json = definition ?? last_definition;
  if (json === null) return null;
  return {
    definition: JSON.parse(json) as SourceDefinition,
    isConfigured: definition !== null,
    history: { recent: recent_polls, today: JSON.parse(today ?? "null") as SourceDay | null },
  };
}
