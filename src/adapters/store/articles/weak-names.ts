import type { Transaction } from "kysely";
import type { WeakNames } from "../../../core/articles/identity/identity.ts";
import type { Tables } from "../schema/tables.ts";

/** See core/articles/identity/identity.ts. */
export async function loadWeakNames(
  trx: Transaction<Tables>,
  sourceId: string,
): Promise<WeakNames> {
  const rows = await trx
    .selectFrom("weak_name")
    .select(["kind", "name"])
    .where("source_id", "=", sourceId)
    .execute();
  const namesOf = (wanted: string): readonly string[] =>
    rows.flatMap(({ kind, name }) => (kind === wanted ? name : []));
  return { guids: namesOf("guid"), addresses: namesOf("address") };
}

export async function saveWeakNames(
  trx: Transaction<Tables>,
  sourceId: string,
  { guids, addresses }: WeakNames,
): Promise<void> {
  const rows = [
    ...guids.map((name) => ({ source_id: sourceId, kind: "guid" as const, name })),
    ...addresses.map((name) => ({ source_id: sourceId, kind: "address" as const, name })),
  ];
  if (rows.length > 0) await trx.insertInto("weak_name").values(rows).execute();
}
