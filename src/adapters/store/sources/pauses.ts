import type { Kysely, Transaction } from "kysely";
import { err, ok } from "../../../core/result.ts";
import type { SourceDefinition } from "../../../core/settings/definitions.ts";
import type { PauseStore } from "../../../core/sources/pausing.ts";
import { restOn, UNREAD_BY_DECISIONS } from "../engine/decision-basis.ts";
import { inTransaction } from "../in-transaction.ts";
import type { Tables } from "../schema/tables.ts";

export const createPauseStore = (db: Kysely<Tables>): PauseStore => ({
  async ordered(sourceId) {
    const row = db.selectFrom("source").select("paused").where("id", "=", sourceId);
    const paused = (await row.executeTakeFirst())?.paused ?? null;
    return paused === null ? null : paused === 1;
  },
  set: (sourceId, paused) =>
    inTransaction(db, async (trx) => {
      await restOn(trx, () => UNREAD_BY_DECISIONS);
      const row = await trx
        .selectFrom("source")
        .select("definition")
        .where("id", "=", sourceId)
        .executeTakeFirst();
      const definition = JSON.parse(row?.definition ?? "null") as SourceDefinition | null;
      if (definition === null) return err(`there is no source "${sourceId}"`);
      const isAgainstFile = definition.paused !== paused;
      await trx
        .updateTable("source")
        .set({ paused: isAgainstFile ? Number(paused) : null })
        .where("id", "=", sourceId)
        .execute();
      return ok({ source: sourceId, paused, isAgainstFile });
    }),
});

/** Ends the pauses, or their absence, that the configuration now says itself. */
export async function forgetAgreedPauses(
  trx: Transaction<Tables>,
  sources: readonly Pick<SourceDefinition, "id" | "paused">[],
): Promise<void> {
  const ordered = trx.selectFrom("source").select(["id", "paused"]).where("paused", "is not", null);
  const configured = new Map(sources.map(({ id, paused }) => [id, Number(paused)]));
  for (const { id, paused } of await ordered.execute()) {
    if (configured.get(id) !== paused) continue;
    await trx.updateTable("source").set({ paused: null }).where("id", "=", id).execute();
  }
}

/** The definition as orders left it. */
export const asOrdered = (definition: SourceDefinition, paused: number | null): SourceDefinition =>
  paused === null ? definition : { ...definition, paused: paused === 1 };
