import type { Kysely, Transaction } from "kysely";
import { isWriteConflict } from "./engine/write-conflict.ts";
import type { Tables } from "./schema/tables.ts";

/**
 * Runs a transaction that reads, decides, and writes last. It reads a snapshot and takes the write lock with its first
 * write, so that nobody waits while it decides. When somebody else has written since the snapshot, it does everything
 * again under the lock.
 *
 * @param work may run twice: it has no effects but its writes.
 */
export async function decideFirst<T>(
  db: Kysely<Tables>,
  work: (trx: Transaction<Tables>) => Promise<T>,
): Promise<T> {
  try {
    return await db.transaction().setIsolationLevel("serializable").execute(work);
  } catch (cause) {
    if (!isWriteConflict(cause)) throw cause;
    return db.transaction().execute(work);
  }
}
