import { randomUUID } from "node:crypto";
import { closeSync, existsSync, openSync, statSync } from "node:fs";
import Database from "better-sqlite3";
import { Kysely, SqliteIntrospector } from "kysely";
import type { Instance } from "../../../../core/instance.ts";
import { err, ok, type Result } from "../../../../core/result.ts";
import type { Tables } from "../../schema/tables.ts";
import type { OpenDatabase, OpenOptions, StoreError } from "../engine.ts";
import { keepReserve, releaseReserve } from "./disk-reserve.ts";
import { BUSY_TIMEOUT_MS, immediateDriver, TransactionalAdapter } from "./immediate-driver.ts";
import { isIngestHeld } from "./ingest-lock.ts";
import { looksLikeSqlite } from "./looks-like-sqlite.ts";
import { MIGRATION_NAMES } from "./migration-names.ts";
import { SpellingCompiler } from "./spelling.ts";

/** "OFPR": by this `file` and we tell our databases from others. */
const APPLICATION_ID = 0x4f465052;
/** Before this version WAL could be reset under a reader (sqlite.org/releaselog/3_51_3.html). */
const MIN_SQLITE = [3, 51, 3] as const;
/** Articles are long: measured fastest for bodies of 2–10 KB. */
const PAGE_BYTES = 16_384;

/** Opens a database for reading and writing, creates it when there is none, and brings its schema up to date. */
export async function openDatabase(
  file: string,
  options: OpenOptions = {},
): Promise<Result<OpenDatabase, StoreError>> {
  const opened = await openOnce(file, options);
  if (!opened.ok) return releaseReserve(file) ? openOnce(file, options) : opened;
  if (!mustExistBy(options)) keepReserve(file);
  return opened;
}

async function openOnce(
  file: string,
  options: OpenOptions,
): Promise<Result<OpenDatabase, StoreError>> {
  // A new file would hide that the database is gone, and the next start would find the new one.
  if (!existsSync(file) && isIngestHeld(file)) return unusable(`${file} ${GONE}`);
  const opened = connect(file, { readonly: false, mustExist: mustExistBy(options) });
  if (!opened.ok) return opened;
  const database = opened.value;
  const refused = prepare(database, file) ?? (options.isChecked ? null : check(database, file));
  if (refused) {
    database.close();
    return err(refused);
  }
  const migrated = await migrate(wrap(database, file).db, file);
  if (migrated) database.close();
  // Wrapped anew: the statements prepared so far are for the schema before the migrations.
  return migrated ? err(migrated) : ok(wrap(database, file));
}

const mustExistBy = ({ isChecked = false, mustExist = isChecked }: OpenOptions): boolean =>
  mustExist;

const GONE =
  "is gone, and a running service still uses it: put the file back, or stop the service and restore a backup.";

/** Opens an existing, prepared database for reading only: nothing that answers HTTP can write. */
export function openReadOnly(file: string): Result<OpenDatabase, StoreError> {
  const opened = connect(file, { readonly: true, mustExist: true });
  if (!opened.ok) return opened;
  const refused = recognise(opened.value, file) ?? outdated(opened.value, file);
  if (refused === null) return ok(wrap(opened.value, file));
  opened.value.close();
  return err(refused);
}

/** An error when the schema is not the newest: a connection that only reads cannot bring it up to date. */
function outdated(database: Database.Database, file: string): StoreError | null {
  const last = MIGRATION_NAMES.at(-1);
  const isBegun = database.prepare("SELECT 1 FROM sqlite_master WHERE name = 'kysely_migration'");
  const isApplied = "SELECT 1 FROM kysely_migration WHERE name = ?";
  return isBegun.get() === undefined || database.prepare(isApplied).get(last) === undefined
    ? error(
        `${file} was written by an older Offprint. Run "offprint ingest" or start "offprint serve" once: they bring it up to date.`,
      )
    : null;
}

function connect(
  file: string,
  { readonly, mustExist }: { readonly readonly: boolean; readonly mustExist: boolean },
): Result<Database.Database, StoreError> {
  if (existsSync(file) && !looksLikeSqlite(file)) {
    return unusable(
      `${file} is not a SQLite database. Move it away, or set "database" to another path.`,
    );
  }
  try {
    if (!mustExist) makePrivate(file);
    return ok(new Database(file, { readonly, fileMustExist: mustExist, timeout: BUSY_TIMEOUT_MS }));
  } catch (cause) {
    return unusable(
      `${file} cannot be opened (${reason(cause)}). Check that the folder exists and may be written.`,
    );
  }
}

/**
 * Creates a database that only its owner can read, for withdrawn texts stay in it. SQLite gives `-wal` and `-shm` the
 * same mode.
 */
function makePrivate(file: string): void {
  if (!existsSync(file)) closeSync(openSync(file, "a", 0o600));
}

/** Sets and checks what the store relies on: SQLite's version, our application id, WAL, synchronous commits. */
function prepare(database: Database.Database, file: string): StoreError | null {
  try {
    // Inside the `try`: the first statement, whichever it is, throws when a file is no database.
    const version = String(database.prepare("SELECT sqlite_version()").pluck().get());
    if (isOlder(version))
      return error(
        `SQLite ${version} is too old: ${MIN_SQLITE.join(".")} is needed. Run "npm ci", which installs it.`,
      );
    const isNew = database.pragma("schema_version", { simple: true }) === 0;
    if (!isNew && !isOurs(database)) return foreign(file);
    if (isNew) database.pragma(`page_size = ${PAGE_BYTES}`);
    const mode = database.pragma("journal_mode = WAL", { simple: true });
    if (mode !== "wal") return error(`${file} cannot use WAL (${mode}). Is it on a network drive?`);
    if (isNew) database.pragma(`application_id = ${APPLICATION_ID}`);
    setUp(database);
    return null;
  } catch (cause) {
    return isCorrupt(cause)
      ? corrupt(file, reason(cause))
      : error(
          `${file} cannot be written (${reason(cause)}). Check owner, permissions and free space.`,
        );
  }
}

function check(database: Database.Database, file: string): StoreError | null {
  try {
    const sound = database.pragma("quick_check(1)", { simple: true });
    return sound === "ok" ? null : corrupt(file, String(sound));
  } catch (cause) {
    if (isCorrupt(cause)) return corrupt(file, reason(cause));
    throw cause;
  }
}

/** Checks a database for reading, without changing it. The error says in words why it cannot be read. */
function recognise(database: Database.Database, file: string): StoreError | null {
  try {
    return isOurs(database) ? null : foreign(file);
  } catch (cause) {
    return isCorrupt(cause)
      ? corrupt(file, reason(cause))
      : error(`${file} cannot be read (${reason(cause)}). Check owner and permissions.`);
  }
}

const isOurs = (database: Database.Database): boolean =>
  database.pragma("application_id", { simple: true }) === APPLICATION_ID;

/** better-sqlite3 is compiled with NORMAL for WAL: a power cut could undo an acknowledged commit. */
function setUp(database: Database.Database): void {
  database.pragma("synchronous = FULL");
  database.pragma("foreign_keys = ON");
  const synchronous = database.pragma("synchronous", { simple: true });
  if (synchronous !== 2) throw new Error(`synchronous is ${synchronous}, not FULL`);
}

function wrap(database: Database.Database, file: string): OpenDatabase {
  const opened = identityOf(file);
  const db = new Kysely<Tables>({
    dialect: {
      createAdapter: () => new TransactionalAdapter(),
      createDriver: () => immediateDriver(database),
      createIntrospector: (kysely) => new SqliteIntrospector(kysely),
      createQueryCompiler: () => new SpellingCompiler(),
    },
  });
  return {
    db,
    // SQLite's `data_version`.
    dataVersion: () => Number(database.pragma("data_version", { simple: true })),
    place() {
      const now = identityOf(file);
      if (now === null) return "removed";
      return now === opened ? "in-place" : "replaced";
    },
    async close() {
      await db.destroy();
      // Kysely closes the connection only if it was used.
      database.close();
    },
  };
}

/** Device and inode: the identity of a file, whatever its name; `null` for no file. */
function identityOf(file: string): string | null {
  const stat = statSync(file, { throwIfNoEntry: false });
  return stat === undefined ? null : `${stat.dev} ${stat.ino}`;
}

async function migrate(db: Kysely<Tables>, file: string): Promise<StoreError | null> {
  const applied = await appliedMigrations(db);
  const known: ReadonlySet<string> = new Set(MIGRATION_NAMES);
  const foreign = applied.find((name) => !known.has(name));
  if (foreign !== undefined) {
    return error(
      `${file} was written by a newer Offprint (${foreign}). Update Offprint, or restore a backup.`,
    );
  }
  const failure = applied.length < known.size ? await applyMigrations(db) : undefined;
  if (failure !== undefined)
    return error(
      `${file} cannot be brought up to date (${reason(failure)}). Nothing was changed: check free space, or restore a backup.`,
    );
  await nameInstance(db);
  return null;
}

async function appliedMigrations(db: Kysely<Tables>): Promise<readonly string[]> {
  const table = await db
    .selectFrom("sqlite_master" as never)
    .select("name" as never)
    .where("name" as never, "=", "kysely_migration" as never)
    .execute();
  if (table.length === 0) return [];
  const rows = await db
    .selectFrom("kysely_migration" as never)
    .select("name" as never)
    .execute();
  return (rows as { name: string }[]).map(({ name }) => name);
}

/** @returns why they could not all be applied; `undefined` when they were. */
async function applyMigrations(db: Kysely<Tables>): Promise<unknown> {
  const [{ Migrator }, { MIGRATIONS }] = await Promise.all([
    import("kysely/migration"),
    import("./migrations.ts"),
  ]);
  const provider = { getMigrations: async () => MIGRATIONS };
  return (await new Migrator({ db, provider }).migrateToLatest()).error;
}

/** Names the instance once and for ever: ids that we gave out depend on it. */
async function nameInstance(db: Kysely<Tables>): Promise<void> {
  const instance: Instance = { id: randomUUID(), createdAt: Date.now() };
  await db
    .insertInto("setting")
    .values({ name: "instance", value: JSON.stringify(instance) })
    .onConflict((conflict) => conflict.doNothing())
    .execute();
}

function isOlder(version: string): boolean {
  const parts = version.split(".").map(Number);
  const index = MIN_SQLITE.findIndex((part, n) => part !== parts[n]);
  return index >= 0 && (parts[index] ?? 0) < (MIN_SQLITE[index] ?? 0);
}

const reason = (cause: unknown): string => {
  const { code, message } = cause as { code?: string; message?: string };
  return code ?? message ?? String(cause);
};
const isCorrupt = (cause: unknown): boolean => /SQLITE_(CORRUPT|NOTADB)/.test(reason(cause));
const error = (message: string): StoreError => ({ kind: "unusable", message });
const unusable = (message: string): Result<never, StoreError> => err(error(message));
const foreign = (file: string): StoreError =>
  error(`${file} is a database of another program. Set "database" to another path.`);
const corrupt = (file: string, detail: string): StoreError =>
  error(
    `${file} is damaged (${detail.replace(/\s+/g, " ").slice(0, 200)}). Nothing was changed: restore a backup, or move it away to start anew.`,
  );
