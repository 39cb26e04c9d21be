import { type RawBuilder, sql } from "kysely";

/**
 * The database's clock, in milliseconds: all processes that share a database must agree on when a lease ends, whatever
 * their own clocks show.
 */
export const databaseNow: RawBuilder<number> = sql`CAST(unixepoch('subsec') * 1000 AS INTEGER)`;
