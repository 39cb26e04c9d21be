import { type RawBuilder, type SqlBool, sql } from "kysely";
import { databaseNow } from "../engine/functions.ts";

/*
 * Columns of every table of leased work (`source`, `page_job`, `file_look`, `desk_order`):
 *   due_at       not before this instant, by the clock of the process that decided it
 *   lease_until  in the database's time; `null` while nobody holds the row; past when a holder did not end its turn
 *   lease_token  grows whenever the row changes hands: what a former holder writes is refused
 *   attempts     turns since the last success that failed or whose lease ran out
 *   last_error   why the last turn failed; `null` when it did not
 *   lease_holder the process that took the lease last, by its number (IngestPlace); not of orders. `null` where only one
 *                process can hold any
 * `lease`, for the roles of processes, has only lease_until and lease_token of these.
 */

const columnOf = (table?: string): RawBuilder<number | null> =>
  sql.ref(table === undefined ? "lease_until" : `${table}.lease_until`);

/** @param table needed in queries that join several tables with leases. */
export const isLeaseFree = (table?: string): RawBuilder<SqlBool> =>
  sql<SqlBool>`(${columnOf(table)} IS NULL OR ${columnOf(table)} <= ${databaseNow})`;

/**
 * Free, or leased for more than twice `forMs`. All processes lease one kind of work for the same time, so a lease that
 * ends much later is from before the clock was set back. Its holder, if it lives, learns of the loss when it renews.
 */
export const isLeasable = (forMs: number, table?: string): RawBuilder<SqlBool> =>
  sql<SqlBool>`(${isLeaseFree(table)} OR ${columnOf(table)} > ${databaseNow} + ${2 * forMs})`;

/** The end of a lease that begins, or is renewed, now. */
export const leaseEnd = (forMs: number): RawBuilder<number> =>
  sql<number>`${databaseNow} + ${forMs}`;

export const nextLeaseToken: RawBuilder<number> = sql<number>`lease_token + 1`;

/** The values that a claim sets. A lease that is still there has run out, and counts as a failed turn. */
export const claimedFor = (forMs: number) => ({
  lease_token: nextLeaseToken,
  lease_until: leaseEnd(forMs),
  attempts: sql<number>`CASE WHEN lease_until IS NULL THEN attempts ELSE attempts + 1 END`,
});

/** The same in a table with `lease_holder`. */
export const claimedBy = (holder: number | null, forMs: number) => ({
  ...claimedFor(forMs),
  lease_holder: holder,
});

/** The values that end a lease, after a turn or when it is given back. */
export const LET_GO = { lease_token: nextLeaseToken, lease_until: null };

/**
 * The token of a row that is made anew, perhaps for work of which a former row was deleted while somebody held it: no former
 * token was as large, for each grew by one from the instant at which its own row was made.
 */
export const firstLeaseToken = databaseNow;
