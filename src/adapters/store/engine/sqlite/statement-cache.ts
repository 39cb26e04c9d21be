import type Database from "better-sqlite3";
import type { SqliteDatabase, SqliteStatement } from "kysely";

/** As many different statements as a store has, with room for lists of each length (batches.ts). */
const MOST = 300;
/** A longer one inserts or names many rows: little is gained by keeping it, and much memory is held. */
const LONGEST = 8_000;

/**
 * The database, whose statements are kept prepared by their text, the last used MOST: Kysely prepares anew for each
 * query. Measured, that was a sixth of the CPU of a poll with one new article, and in 100,000 articles ingested by one
 * process 2.7 GB instead of 0.5, for statements wait for the garbage collector. To be made when the schema is up to date.
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
      // A map keeps the order of insertion: the first is the one that was used the longest ago.
      kept.delete(text);
      kept.set(text, statement);
      if (kept.size > MOST) kept.delete(kept.keys().next().value ?? "");
      return statement;
    },
  };
}

const prepare = (database: Database.Database, text: string): SqliteStatement =>
  database.prepare(text) as unknown as SqliteStatement;
