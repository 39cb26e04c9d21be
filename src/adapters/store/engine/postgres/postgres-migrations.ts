import { type Kysely, sql } from "kysely";
import type { Migration } from "kysely/migration";
import type { SharedMigration } from "../migration-names.ts";
import { ARTICLE_TABLES } from "./article-tables.ts";
import { DESK_TABLES } from "./desk-tables.ts";
import { LOGGED_WRITES, RECENT_WRITE_TABLES } from "./recent-writes.ts";
import {
  CONFIGURATION_TABLES,
  HOST_TABLE,
  PAST_POLL_TABLES,
  PAUSE_COLUMN,
} from "./shared-tables.ts";

/** Values with which a database begins. */
const FIRST_ROWS = [
  "INSERT INTO counter VALUES ('revision', 0), ('write', 0)",
  "INSERT INTO setting VALUES ('text-rules', '2')",
] as const;

const NODES = ["source", "page_job", "file_look"].map(
  (table) => `ALTER TABLE ${table} ADD COLUMN lease_holder bigint`,
);

/** Forward only; the first makes all tables. Each has its counterpart of the same name on SQLite. */
export const POSTGRES_MIGRATIONS: Readonly<Record<string, Migration>> = {
  "0030-differences": {
    up: (db) => runEach(db, [...ARTICLE_TABLES, ...DESK_TABLES, ...FIRST_ROWS]),
  },
  "0031-configuration": { up: (db) => runEach(db, CONFIGURATION_TABLES) },
  "0032-nodes": { up: (db) => runEach(db, NODES) },
  "0033-hosts": { up: (db) => runEach(db, [HOST_TABLE]) },
  "0034-recent-writes": { up: (db) => runEach(db, RECENT_WRITE_TABLES) },
  "0035-past-polls": { up: (db) => runEach(db, PAST_POLL_TABLES) },
  "0036-logged-writes": { up: (db) => runEach(db, LOGGED_WRITES) },
  "0037-pauses": { up: (db) => runEach(db, [PAUSE_COLUMN]) },
} satisfies Record<SharedMigration, Migration>;

/** For the transaction of the migration: it may read and write all tables. */
const WITHOUT_LIMITS = ["SET LOCAL statement_timeout = 0", "SET LOCAL lock_timeout = 0"] as const;

async function runEach(db: Kysely<unknown>, statements: readonly string[]): Promise<void> {
  for (const statement of [...WITHOUT_LIMITS, ...statements]) await sql.raw(statement).execute(db);
}
