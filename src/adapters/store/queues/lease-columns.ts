import { type RawBuilder, type SqlBool, sql } from "kysely";
import { databaseNow } from "../engine/functions.ts";

/*
 * What every table of leased work has in common (`source`, `page_job`, `file_look`, `desk_order`):
 *   due_at       not before this instant, by the clock of whoever decided it
 *   lease_until  in the database's time; `null` while nobody holds the row, past when its holder did not end its turn
 *   lease_token  grows whenever the row changes hands: a former holder's word does not count
 *   attempts     turns in vain since the last that succeeded: they failed, or their lease ran out
 *   last_error   why the last of them failed; `null` when it did not
 * `lease`, the roles of processes, has the two in the middle.
 */

const columnOf = (table?: string): RawBuilder<number | null> =>
  sql.ref(table === undefined ? "lease_until" : `${table}.lease_until`);

/** @param table for queries that join several with a lease. */
export const isLeaseFree = (table?: string): RawBuilder<SqlBool> =>
  sql<SqlBool>`(${columnOf(table)} IS NULL OR ${columnOf(table)} <= ${databaseNow})`;

/**
 * For whoever leases for so long what everybody leases for as long: a lease that ends much later is from before the clock
 * was put back, and its holder, should it live, finds out as it renews it.
 */
export const isLeasable = (forMs: number, table?: string): RawBuilder<SqlBool> =>
  sql<SqlBool>`(${isLeaseFree(table)} OR ${columnOf(table)} > ${databaseNow} + ${2 * forMs})`;

/** The end of a lease that begins, or is renewed, now. */
export const leaseEnd = (forMs: number): RawBuilder<number> =>
  sql<number>`${databaseNow} + ${forMs}`;

export const nextLeaseToken: RawBuilder<number> = sql<number>`lease_token + 1`;

/** What a claim sets. A lease that is still there has run out in its holder's hands: a turn in vain. */
export const claimedFor = (forMs: number) => ({
  lease_token: nextLeaseToken,
  lease_until: leaseEnd(forMs),
  attempts: sql<number>`CASE WHEN lease_until IS NULL THEN attempts ELSE attempts + 1 END`,
});

/** What the end of a turn sets, and what giving it back does. */
export const LET_GO = { lease_token: nextLeaseToken, lease_until: null };
