import type Database from "better-sqlite3";
import type { SqliteDatabase, SqliteStatement } from "kysely";

/** Statements that are kept: all that a store has, with room for lists of each length (batches.ts). */
const MOST = 300;
/**
 * Longest statement that is kept, in characters. Longer ones insert or name many rows: keeping them gains little and
 * holds much memory.
 */
const LONGEST = 8_000;

/**
 * A database whose MOST last used statements are kept prepared, by their text. Kysely prepares each query anew:
 * measured, that was a sixth of the CPU of a poll with one new article; and 100,000 articles ingested by one process
 * took 2.7 GB instead of 0.5, because statements wait for the garbage collector. Call it when the schema is up to date.
 */
export function cachingStatements(database: Database.Database): SqliteDatabase {
  const kept = new Map<string, SqliteStatement>();
  return {
    close: () => {
      kept.clear();
      database.close();
    },
    prepare(text) {
      const statement = kept.get(text) ?? prepare(database, text);
      if (text.length > LONGEST) return statement;
      // A map keeps the order of insertion: its first statement was used the longest ago.
      kept.delete(text);
      kept.set(text, statement);
      if (kept.size > MOST) kept.delete(kept.keys().next().value ?? "");
      return statement;
    },
  };
}

const prepare = (database: Database.Database, text: string): SqliteStatement =>
  database.prepare(text) as unknown as SqliteStatement;
