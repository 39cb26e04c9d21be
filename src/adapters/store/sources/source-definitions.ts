import type { Kysely } from "kysely";
import { NO_EXCEPTIONS } from "../../../core/cleaning/exceptions.ts";
import type { SourceDefinition } from "../../../core/settings/definitions.ts";
import type { Tables } from "../schema/tables.ts";

/** See RevisionStore.definitions. */
export async function loadDefinitions(
  db: Kysely<Tables>,
): Promise<ReadonlyMap<string, SourceDefinition | null>> {
  const rows = await db
    .selectFrom("source")
    .select(["id", "last_definition"])
    .orderBy("position")
    .orderBy("id")
    .execute();
  return new Map(rows.map((row) => [row.id, definitionOf(row.last_definition)]));
}

function definitionOf(json: string | null): SourceDefinition | null {
  const definition = JSON.parse(json ?? "null") as SourceDefinition | null;
  // Definitions from before have no exceptions.
  return definition && { ...definition, cleanup: definition.cleanup ?? NO_EXCEPTIONS };
}
