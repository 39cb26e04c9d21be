import type { Transaction } from "kysely";
import type { SourceDefinition } from "../../../core/settings/definitions.ts";
import type { KnownSource } from "../../../core/sources/configuring.ts";
import type { Tables } from "../schema/tables.ts";
import { keptState, STATE_COLUMNS } from "./source-rows.ts";

/** All sources that were ever configured, as decisions see them. */
export async function loadKnownSources(trx: Transaction<Tables>): Promise<readonly KnownSource[]> {
  const rows = await trx
    .selectFrom("source")
    .select(["id", "address", "definition", "last_definition", "forgotten_at", ...STATE_COLUMNS])
    .orderBy("position")
    .orderBy("id")
    .execute();
  return rows.map(({ id, address, definition, last_definition, forgotten_at, ...columns }) => {
    const last = JSON.parse(definition ?? last_definition ?? "null") as SourceDefinition | null;
    return {
      id,
      address,
      definition: definition === null ? null : last,
      last,
      forgottenAt: forgotten_at,
      state: keptState(columns),
    };
  });
}
