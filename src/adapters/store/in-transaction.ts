import type { Kysely, Transaction } from "kysely";
import type { Tables } from "./schema/tables.ts";

/** Runs work in the transaction that is under way, else in one of its own. */
export const inTransaction = <T>(
  db: Kysely<Tables>,
  work: (trx: Transaction<Tables>) => Promise<T>,
): Promise<T> =>
  db.isTransaction ? work(db as Transaction<Tables>) : db.transaction().execute(work);
