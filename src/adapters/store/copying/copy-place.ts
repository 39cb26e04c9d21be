import type { Kysely } from "kysely";
import { COPY_MARK } from "../engine/copy-mark.ts";
import type { Tables } from "../schema/tables.ts";
import type { TableName } from "./copied-tables.ts";
import type { RowKey } from "./table-rows.ts";

/** How far a copy has come. It is stored with the rows, in one transaction, as the mark of a copy that is not finished. */
export type CopyPlace = {
  /** The table under way. */
  readonly table: TableName;
  /** `rows`: they are written; `links`: they are all there, and their links are written; `emptying`:
   * what was copied is taken away, to begin anew. */
  readonly step: "rows" | "links" | "emptying";
  /** The last key that was written; `null` at the beginning. */
  readonly after: RowKey | null;
  /** How many rows were written, in all tables. */
  readonly rows: number;
};

/** `null` where no copy was begun, or one was finished. */
export async function loadPlace(db: Kysely<Tables>): Promise<CopyPlace | null> {
  const mark = db.selectFrom("setting").select("value").where("name", "=", COPY_MARK);
  const value = (await mark.executeTakeFirst())?.value;
  return value === undefined ? null : (JSON.parse(value) as CopyPlace);
}

export async function savePlace(db: Kysely<Tables>, place: CopyPlace): Promise<void> {
  const value = JSON.stringify(place);
  await db
    .insertInto("setting")
    .values({ name: COPY_MARK, value })
    .onConflict((conflict) => conflict.column("name").doUpdateSet({ value }))
    .execute();
}

/** Ends the copy: the database may be used. */
export async function clearPlace(db: Kysely<Tables>): Promise<void> {
  await db.deleteFrom("setting").where("name", "=", COPY_MARK).execute();
}
