import { type Kysely, sql, type Transaction } from "kysely";
import { err, ok } from "../../../core/result.ts";
import type { RenameStore, Renaming, StoredName } from "../../../core/sources/renaming.ts";
import { deferForeignKeys, setTextInJson, textOfJson } from "../engine/functions.ts";
import { nextRevision } from "../intake/revisions.ts";
import type { Tables } from "../schema/tables.ts";

/** Every table that names a source in a column `source_id`. */
export const TABLES_OF_SOURCES = [
  "source_file",
  "source_day",
  "weak_name",
  "article",
  "outline",
  "repeated_block",
  "line_sighting",
  "page_job",
  "listing",
] as const satisfies readonly (keyof Tables)[];

export function createRenameStore(db: Kysely<Tables>): RenameStore {
  return {
    rename: (decide) =>
      db.transaction().execute(async (trx) => {
        const renamings = decide(await storedNames(trx), await announcements(trx));
        if (renamings.length === 0) return;
        // Between two updates of this transaction articles name a source that does not exist.
        await sql`${deferForeignKeys}`.execute(trx);
        for (const renaming of renamings) await rename(trx, renaming);
        await nextRevision(trx);
      }),
    announce: (renaming) =>
      db.transaction().execute(async (trx) => {
        const { from, to } = renaming;
        const named = trx.selectFrom("source").select("definition").where("id", "=", to);
        const other = await named.executeTakeFirst();
        if (other !== undefined) return err(other.definition === null ? keptUnder(to) : taken(to));
        const value = { value: to };
        await trx
          .insertInto("setting")
          .values({ name: ANNOUNCED + from, ...value })
          .onConflict((conflict) => conflict.column("name").doUpdateSet(value))
          .execute();
        return ok(null);
      }),
    recall: ({ from }) => forgetAnnouncement(db, from),
  };
}

/** Names of settings that announce how a source will be called. */
const ANNOUNCED = "renaming ";

const taken = (id: string): string => `the source "${id}" is in the configuration already`;

const keptUnder = (id: string): string =>
  `the desk keeps articles of a former source "${id}": choose another id, or take them out first (offprint sources forget)`;

async function announcements(trx: Transaction<Tables>): Promise<readonly Renaming[]> {
  const named = trx.selectFrom("setting").select(["name", "value"]);
  const rows = await named.where("name", "like", `${ANNOUNCED}%`).execute();
  return rows.map(({ name, value }) => ({ from: name.slice(ANNOUNCED.length), to: value }));
}

async function forgetAnnouncement(db: Kysely<Tables>, from: string): Promise<void> {
  await db
    .deleteFrom("setting")
    .where("name", "=", ANNOUNCED + from)
    .execute();
}

/** Without definitions and states, which each start of a program would parse for nothing. */
const storedNames = (trx: Transaction<Tables>): Promise<readonly StoredName[]> =>
  trx.selectFrom("source").select(["id", "address"]).orderBy("position").orderBy("id").execute();

async function rename(trx: Transaction<Tables>, { from, to }: Renaming): Promise<void> {
  await trx
    .updateTable("source")
    .set({
      id: to,
      former_id: from,
      definition: setTextInJson(sql.ref("definition"), "id", to),
      last_definition: setTextInJson(sql.ref("last_definition"), "id", to),
    })
    .where("id", "=", from)
    .execute();
  const payload = sql.ref("payload");
  await trx
    .updateTable("desk_order")
    .set({ payload: setTextInJson(payload, "sourceId", to) })
    .where("state", "=", "waiting")
    .where(textOfJson(payload, "sourceId"), "=", from)
    .execute();
  await forgetAnnouncement(trx, from);
  for (const table of TABLES_OF_SOURCES) {
    await trx.updateTable(table).set({ source_id: to }).where("source_id", "=", from).execute();
  }
}
