import type { Kysely } from "kysely";
import type { Tables } from "../schema/tables.ts";
import type { StoreError } from "./engine.ts";
import { error } from "./store-error.ts";

/** The setting of a database into which a desk is being copied: it lacks rows, so nothing else may use it. */
export const COPY_MARK = "copy";

export const unfinishedCopy = (label: string): StoreError =>
  error(
    `${label} is the copy of a desk, and not finished. Run the same "offprint store copy" again: it goes on where it stopped. Or name another database.`,
  );

/** Refuses a database in which a copy was begun and not finished; `null` for any other. */
export async function refuseUnfinished(
  db: Kysely<Tables>,
  label: string,
): Promise<StoreError | null> {
  const mark = db.selectFrom("setting").select("name").where("name", "=", COPY_MARK);
  return (await mark.executeTakeFirst()) === undefined ? null : unfinishedCopy(label);
}
