import { type RawBuilder, type SqlBool, sql } from "kysely";
import { databaseNow } from "../engine/functions.ts";

/*
 * What every table of leased work has in common: `lease_until` in the database's time, `null` or past while nobody holds
 * the row, and `lease_token`, which grows with each holder.
 */

export const isLeaseFree: RawBuilder<SqlBool> = sql<SqlBool>`(lease_until IS NULL OR lease_until <= ${databaseNow})`;

/**
 * For whoever leases for so long what everybody leases for as long: a lease that ends much later is from before the clock
 * was put back, and its holder, should it live, finds out as it renews it.
 */
export const isLeasable = (forMs: number): RawBuilder<SqlBool> =>
  sql<SqlBool>`(${isLeaseFree} OR lease_until > ${databaseNow} + ${2 * forMs})`;

/** The end of a lease that begins, or is renewed, now. */
export const leaseEnd = (forMs: number): RawBuilder<number> =>
  sql<number>`${databaseNow} + ${forMs}`;

/** A former holder's word does not count. */
export const nextLeaseToken: RawBuilder<number> = sql<number>`lease_token + 1`;
