import type { Kysely, Transaction } from "kysely";
import { isWriteConflict } from "./engine/write-conflict.ts";
import type { Tables } from "./schema/tables.ts";

/**
 * How often a decision is tried without the lock. The publisher commits some times a second while articles come in: in a
 * service that takes in 40 new sources a try of 20 ms is overtaken every second time. Another try compares and compresses
 * nothing and takes half as long; one under the lock keeps it for two and a half times as long as writing alone.
 */
const ATTEMPTS = 4;

/**
 * Runs a transaction that reads, decides, and writes last. It reads a snapshot and takes the write lock with its first
 * write, so that nobody waits while it decides. When somebody else has written since the snapshot (on PostgreSQL: what was read,
 * engine/decision-basis.ts), it does everything again, at last under the lock.
 *
 * @param work may run several times: it has no effects but its writes.
 */
export async function decideFirst<T>(
  db: Kysely<Tables>,
  work: (trx: Transaction<Tables>) => Promise<T>,
): Promise<T> {
  for (let attempt = 1; attempt <= ATTEMPTS; attempt += 1) {
    try {
      return await db.transaction().setIsolationLevel("serializable").execute(work);
    } catch (cause) {
      if (!isWriteConflict(cause)) throw cause;
    }
  }
  return db.transaction().execute(work);
}
