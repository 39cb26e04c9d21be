import { Kysely, PostgresIntrospector, sql } from "kysely";
import { Pool } from "pg";
import { err, ok, type Result } from "../../../../core/result.ts";
import type { DatabaseName } from "../../../../core/settings/database-name.ts";
import type { Tables } from "../../schema/tables.ts";
import { refuseUnfinished } from "../copy-mark.ts";
import type { OpenDatabase, OpenOptions, ReadingOptions, StoreError } from "../engine.ts";
import { appliedMigrations, migrate, refuseOtherSchema, type SchemaHistory } from "../migrate.ts";
import { SHARED_MIGRATIONS } from "../migration-names.ts";
import { error } from "../store-error.ts";
import { addressForPeople } from "./address.ts";
import { BoundedClient } from "./bounded-client.ts";
import { CONNECT_MS, PATIENCE_MS, settingsFor, TIME_LIMITS } from "./connection-settings.ts";
import { identityNumbering } from "./identity-numbering.ts";
import { NamelessClient } from "./nameless-client.ts";
import { createAdapter, type DriverOptions, oneWriterDriver, WRITES } from "./one-writer-driver.ts";
import { PostgresSpelling } from "./postgres-spelling.ts";
import { createHints } from "./publication-hints.ts";
import { isAway, refusalOf } from "./server-errors.ts";

/** Connections that a thread has at most: its loops, and polls that write, which wait for each other anyway. */
const MOST_CONNECTIONS = 4;
/** The oldest that its makers care for. */
const OLDEST = { number: 140_000, name: "14" };

const HISTORY: SchemaHistory = {
  names: SHARED_MIGRATIONS,
  // The list of migrations is made before they are: a process that was killed between the two leaves it empty.
  isBegun: async (db) => {
    const { rows } = await sql<{ isMade: number }>`
      SELECT to_regclass('kysely_migration') IS NOT NULL AS "isMade"`.execute(db);
    if (rows[0]?.isMade !== 1) return false;
    return (await sql`SELECT 1 FROM kysely_migration LIMIT 1`.execute(db)).rows.length > 0;
  },
  load: async () => (await import("./postgres-migrations.ts")).POSTGRES_MIGRATIONS,
  refusal: refusalOf,
};

/** Opens a database for reading and writing, and brings its schema up to date. The database itself must exist. */
export const openPostgres = (
  database: DatabaseName,
  { isChecked = false, mustExist = isChecked, mayBeUnfinished = false }: OpenOptions = {},
): Promise<Result<OpenDatabase, StoreError>> =>
  openIfFit({ database, isReadOnly: false }, async (schema, label) => {
    const unfit = await unfitness(schema, label);
    if (unfit !== null) return unfit;
    if (mustExist && !(await HISTORY.isBegun(schema))) {
      return error(`${label} has no tables of Offprint. Restore a backup, or start anew.`);
    }
    return migrate(schema, HISTORY, { label, mayBeUnfinished });
  });

/** Opens an existing, prepared database for reading only: the server refuses whatever would write. */
export const readPostgres = (
  database: DatabaseName,
  options: ReadingOptions = {},
): Promise<Result<OpenDatabase, StoreError>> =>
  openIfFit({ database, isReadOnly: true, ...options }, async (schema, label) => {
    const applied = await appliedMigrations(schema, HISTORY);
    const refused = refuseOtherSchema(applied, HISTORY, label);
    return refused === null && !options.mayBeUnfinished ? refuseUnfinished(schema, label) : refused;
  });

/** Whether the tables are there. Also where that cannot be asked: opening the database then says why. */
export async function isThere(database: DatabaseName): Promise<boolean> {
  let isBegun = true;
  const asked = await openIfFit({ database, isReadOnly: true }, async (schema) => {
    isBegun = await HISTORY.isBegun(schema);
    return null;
  });
  if (asked.ok) await asked.value.close();
  return isBegun;
}

type Opening = ReadingOptions & { readonly database: DatabaseName; readonly isReadOnly: boolean };

type FitnessCheck = (schema: Kysely<Tables>, label: string) => Promise<StoreError | null>;

/** @param check runs on a connection of its own, without the turns of writers. @returns also why it fails. */
async function openIfFit(
  opening: Opening,
  check: FitnessCheck,
): Promise<Result<OpenDatabase, StoreError>> {
  const refused = await checked(opening, check);
  if (refused === null || (refused.kind === "away" && opening.mayBeAway)) {
    return ok(wrapped(createPool(opening)));
  }
  return err(refused);
}

/** On the server itself: a migration takes a lock of its session, and has no limit of time. */
async function checked(
  { database: { name, directName }, patienceMs }: Opening,
  check: FitnessCheck,
): Promise<StoreError | null> {
  const label = addressForPeople(name);
  const limits = patienceMs === undefined ? {} : patient(patienceMs);
  const settings = { ...settingsFor(directName ?? name), ...TIME_LIMITS, ...limits };
  const pool = withoutNoise(new Pool({ ...settings, pipeline: true, max: 1 }));
  try {
    return await check(databaseOn(pool, { isInTurns: false }), label);
  } catch (cause) {
    return refusalOf(cause, label);
  } finally {
    await pool.end();
  }
}

type Server = { readonly version: number; readonly shown: string; readonly encoding: string };

/** Why this server or database cannot be used at all. */
async function unfitness(db: Kysely<Tables>, label: string): Promise<StoreError | null> {
  const { rows } = await sql<Server>`
    SELECT CAST(current_setting('server_version_num') AS integer) AS version,
      current_setting('server_version') AS shown,
      current_setting('server_encoding') AS encoding`.execute(db);
  const [server] = rows;
  if (server === undefined) return error(`${label} does not say which version it is`);
  if (server.version < OLDEST.number) {
    return error(
      `${label} runs PostgreSQL ${server.shown}: ${OLDEST.name} or later is needed. Update the server.`,
    );
  }
  return server.encoding === "UTF8"
    ? null
    : error(
        `${label} has the encoding ${server.encoding}: UTF8 is needed. Create it anew: createdb --encoding=UTF8 --template=template0 NAME`,
      );
}

/** A pooler refuses settings of sessions: those of the database's user then count (docs/operating.md). */
function createPool({ database, isReadOnly, patienceMs }: Opening): Pool {
  const { name, directName } = database;
  const ofSession = { ...TIME_LIMITS, ...(isReadOnly ? READ_ONLY : {}) };
  return withoutNoise(
    new Pool({
      ...settingsFor(name),
      query_timeout: PATIENCE_MS,
      connectionTimeoutMillis: undefined,
      ...(patienceMs === undefined ? {} : patient(patienceMs)),
      ...(directName === null ? ofSession : {}),
      Client: directName === null ? BoundedClient : NamelessClient,
      pipeline: true,
      max: MOST_CONNECTIONS,
    }),
  );
}

/** Gives a server up after this time, with the connection; and a connection that others do not let go. */
const patient = (ms: number) => ({
  query_timeout: ms,
  connectionTimeoutMillis: Math.min(ms, CONNECT_MS),
});

/** A connection that is lost is replaced with the next query, which says so if it cannot be. */
function withoutNoise(pool: Pool): Pool {
  pool.on("error", () => {});
  pool.on("connect", (client) => client.on("error", () => {}));
  return pool;
}

const READ_ONLY = { options: "-c default_transaction_read_only=on" };

const databaseOn = (pool: Pool, options: DriverOptions): Kysely<Tables> =>
  new Kysely<Tables>({
    dialect: {
      createAdapter,
      createDriver: () => oneWriterDriver(pool, options),
      createIntrospector: (kysely) => new PostgresIntrospector(kysely),
      createQueryCompiler: () => new PostgresSpelling(),
    },
  });

function wrapped(pool: Pool): OpenDatabase {
  const db = databaseOn(pool, { isInTurns: true });
  return {
    db,
    // Changes also with a write of its own, which costs whoever looks one look more.
    dataVersion: async () => {
      const { rows } = await pool.query<{ value: number }>(WRITES);
      return rows[0]?.value ?? 0;
    },
    place: () =>
      pool.query(WRITES).then(
        () => "in-place",
        () => "unreachable",
      ),
    isAway,
    hint: createHints(pool),
    // Kysely ends the pool only if it was used.
    close: async () => {
      await db.destroy();
      if (!pool.ending) await pool.end();
    },
    numbering: identityNumbering(db),
  };
}
