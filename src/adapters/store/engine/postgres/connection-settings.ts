import { type ClientConfig, types } from "pg";

/** Milliseconds until a server that does not answer is given up, or until a connection of the pool is free. */
export const CONNECT_MS = 15_000;
/** Longest statement in milliseconds: far more than any takes, but not for ever. */
const STATEMENT_MS = 60_000;
/** How long a statement waits for a lock, in milliseconds: writers take turns (one-writer-driver.ts), each a fraction of a second. */
const LOCK_MS = 30_000;
/** A transaction that does nothing for so long, in milliseconds, is of a process that hangs, and others wait for it. */
const IDLE_IN_TRANSACTION_MS = 60_000;

/** A connection that carries nothing is asked for life after this time, in milliseconds. Without it Linux waits for two hours. */
const KEEP_ALIVE_MS = 30_000;

/**
 * `prefer`, `require` and `verify-ca` of other programs ask for less than the client does: it checks the certificate and the name of
 * the host in each of them, and says so in eight lines.
 */
const checkingAll = (address: string): string =>
  address.includes("uselibpqcompat=true")
    ? address
    : address.replace(/([?&]sslmode=)(?:prefer|require|verify-ca)(?=&|$)/, "$1verify-full");

/** How this program talks to a server. */
export const settingsFor = (address: string) =>
  ({
    connectionString: checkingAll(address),
    application_name: "offprint",
    connectionTimeoutMillis: CONNECT_MS,
    keepAlive: true,
    keepAliveInitialDelayMillis: KEEP_ALIVE_MS,
    types: { getTypeParser: parserOf as typeof types.getTypeParser },
  }) satisfies ClientConfig;

/**
 * Milliseconds after which a server that does not answer is given up, and the connection with it: longer than its own limits
 * let any statement take.
 */
export const PATIENCE_MS = STATEMENT_MS + LOCK_MS;

/** Settings of a session. A migration, which may take longer, lifts them for itself. */
export const TIME_LIMITS: ClientConfig = {
  statement_timeout: STATEMENT_MS,
  lock_timeout: LOCK_MS,
  idle_in_transaction_session_timeout: IDLE_IN_TRANSACTION_MS,
};

/** Type numbers of PostgreSQL (pg_type.dat). */
const OIDS = { bool: 16, int8: 20, numeric: 1700 } as const;

/** As SQLite returns them: numbers, and 1 or 0 for conditions. */
function parserOf(oid: number, format?: "text" | "binary"): unknown {
  if (oid === OIDS.int8 || oid === OIDS.numeric) return exactNumber;
  if (oid === OIDS.bool) return (value: string) => (value === "t" ? 1 : 0);
  return types.getTypeParser(oid, format as "text");
}

/** Throws for a number that JavaScript cannot hold exactly: all of ours are instants, counts and 32-bit hashes. */
function exactNumber(value: string): number {
  const number = Number(value);
  if (Number.isInteger(number) && !Number.isSafeInteger(number)) {
    throw new RangeError(`${value} in the database is too large`);
  }
  return number;
}
