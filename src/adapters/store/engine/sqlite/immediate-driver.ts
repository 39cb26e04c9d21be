import { setTimeout as sleep } from "node:timers/promises";
import type Database from "better-sqlite3";
import {
  CompiledQuery,
  type DatabaseConnection,
  type QueryResult,
  SqliteAdapter,
  type SqliteDatabase,
  SqliteDriver,
  type TransactionSettings,
} from "kysely";
import { isBasis } from "../decision-basis.ts";
import { isRepeated, type RepeatedQuery } from "../row-statement.ts";
import { writeConflict } from "../write-conflict.ts";
import { cachingStatements } from "./statement-cache.ts";

/** How long a statement waits for another process's write. */
export const BUSY_TIMEOUT_MS = 5000;
/** Of that in SQLite, which keeps the thread from everything else; then others have their turn for as long. */
const IN_PLACE_MS = 20;

/**
 * SQLite's schema changes are transactional, but Kysely does not use that by default: a process killed during a
 * migration would leave half of it, for ever in the way of the next.
 */
export class TransactionalAdapter extends SqliteAdapter {
  override get supportsTransactionalDdl(): boolean {
    return true;
  }
}

/**
 * Kysely begins deferred: two transactions that read first and write later would fail with
 * SQLITE_BUSY whatever the time-out. IMMEDIATE takes the write lock at the start, and waits for it. Two kinds of transaction
 * begin deferred: those that only read, and serializable ones, whose first write fails with `writeConflict` when somebody
 * else has written since their first read, or is writing.
 */
export function immediateDriver(database: Database.Database): SqliteDriver {
  database.pragma(`busy_timeout = ${IN_PLACE_MS}`);
  const statements = cachingStatements(database);
  const driver = new SqliteDriver({ database: statements });
  const acquire = driver.acquireConnection.bind(driver);
  let connection: DatabaseConnection | null = null;
  driver.acquireConnection = async () => {
    // There is one, and Kysely puts its own around each that it has not seen.
    connection ??= patient(repeating(await acquire(), statements), database);
    return connection;
  };
  driver.beginTransaction = async (connection, settings?: TransactionSettings) => {
    const isDeferred =
      settings?.accessMode === "read only" || settings?.isolationLevel === "serializable";
    await connection.executeQuery(
      CompiledQuery.raw(isDeferred ? "begin deferred" : "begin immediate"),
    );
  };
  // When the disk is full SQLite has rolled back by itself; a second rollback would fail and hide why.
  driver.rollbackTransaction = async (connection) => {
    if (database.inTransaction) await connection.executeQuery(CompiledQuery.raw("rollback"));
  };
  return driver;
}

/** Runs a statement that is repeated for rows once for each, without leaving the thread. The basis of a decision tells nothing here: nobody may have written since. */
function repeating(connection: DatabaseConnection, statements: SqliteDatabase): DatabaseConnection {
  return {
    streamQuery: (...query) => connection.streamQuery(...query),
    executeQuery: async <R>(query: CompiledQuery) => {
      if (isBasis(query)) return { rows: [] };
      return isRepeated(query) ? repeat<R>(statements, query) : connection.executeQuery<R>(query);
    },
  };
}

function repeat<R>(
  statements: SqliteDatabase,
  { sql, parameterLists }: RepeatedQuery,
): QueryResult<R> {
  const statement = statements.prepare(sql);
  const rows: R[] = [];
  for (const parameters of parameterLists) {
    if (statement.reader) rows.push(...(statement.all(parameters) as R[]));
    else statement.run(parameters);
  }
  return { rows };
}

/** Waits for the writer without keeping the thread: a service hears a signal, and timers go on. */
function patient(connection: DatabaseConnection, database: Database.Database): DatabaseConnection {
  const streamQuery: DatabaseConnection["streamQuery"] = (...query) =>
    connection.streamQuery(...query);
  return {
    streamQuery,
    async executeQuery<R>(query: CompiledQuery) {
      const until = performance.now() + BUSY_TIMEOUT_MS;
      for (;;) {
        try {
          return await connection.executeQuery<R>(query);
        } catch (cause) {
          if (!mayWait(cause, database) || performance.now() >= until) throw cause;
          await sleep(IN_PLACE_MS);
        }
      }
    },
  };
}

/** Throws `writeConflict` within a transaction: waiting would not help, for what was read is of before. */
function mayWait(cause: unknown, { inTransaction }: Database.Database): boolean {
  if (isBusy(cause) && inTransaction) throw writeConflict(cause);
  return isBusy(cause);
}

/** Also `SQLITE_BUSY_RECOVERY`: another process reads the log of one that was killed. */
const isBusy = (cause: unknown): boolean =>
  (cause as { code?: string }).code?.startsWith("SQLITE_BUSY") ?? false;
