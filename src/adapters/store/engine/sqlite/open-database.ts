import { closeSync, existsSync, openSync, statSync } from "node:fs";
import Database from "better-sqlite3";
import { Kysely, SqliteIntrospector } from "kysely";
import { err, ok, type Result } from "../../../../core/result.ts";
import type { Tables } from "../../schema/tables.ts";
import { COPY_MARK, unfinishedCopy } from "../copy-mark.ts";
import type { OpenDatabase, OpenOptions, StoreError } from "../engine.ts";
import { migrate, refuseOtherSchema, type SchemaHistory } from "../migrate.ts";
import { MIGRATION_NAMES } from "../migration-names.ts";
import { error, reason, unusable } from "../store-error.ts";
import { keepReserve, releaseReserve } from "./disk-reserve.ts";
import { corrupt, foreign, isCorrupt } from "./file-errors.ts";
import { BUSY_TIMEOUT_MS, immediateDriver, TransactionalAdapter } from "./immediate-driver.ts";
import { isIngestHeld } from "./ingest-lock.ts";
import { looksLikeSqlite } from "./looks-like-sqlite.ts";
import { APPLICATION_ID, isOurDatabase } from "./our-files.ts";
import { isToBeRepaged, PAGE_BYTES, repage } from "./page-size.ts";
import { rowidNumbering } from "./rowid-numbering.ts";
import { SpellingCompiler } from "./spelling.ts";

/** Before this version WAL could be reset under a reader (sqlite.org/releaselog/3_51_3.html). */
const MIN_SQLITE = [3, 51, 3] as const;
/**
 * Pages of the log at which it is copied into the database: 16 MB. Pages that several transactions write are then copied
 * once.
 */
const CHECKPOINT_PAGES = 4000;

/**
 * Opens a database for reading and writing, creates it when there is none, and brings its schema up to date. Where it
 * may create one, it also brings the size of its pages up to date (page-size.ts): that is where a program begins.
 */
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
  const { mayBeUnfinished = false } = options;
  const migrated = await migrate(wrap(database, file).db, HISTORY, {
    label: file,
    mayBeUnfinished,
  });
  if (migrated) {
    database.close();
    return err(migrated);
  }
  if (mustExistBy(options) || !isToBeRepaged(database, file)) {
    // Wrapped anew: the statements prepared so far are for the schema before the migrations.
    return ok(wrap(database, file));
  }
  repage(database, file);
  database.close();
  return openOnce(file, { isChecked: true, mustExist: true, mayBeUnfinished });
}

const HISTORY: SchemaHistory = {
  names: MIGRATION_NAMES,
  async isBegun(db) {
    const table = await db
      .selectFrom("sqlite_master" as never)
      .select("name" as never)
      .where("name" as never, "=", "kysely_migration" as never)
      .execute();
    return table.length > 0;
  },
  load: async () => (await import("./migrations.ts")).MIGRATIONS,
  refusal: (cause, file) =>
    error(
      `${file} cannot be brought up to date (${reason(cause)}). Nothing was changed: check free space, or restore a backup.`,
    ),
};

const mustExistBy = ({ isChecked = false, mustExist = isChecked }: OpenOptions): boolean =>
  mustExist;

const GONE =
  "is gone, and a running service still uses it: put the file back, or stop the service and restore a backup.";

/** Opens an existing, prepared database for reading only: nothing that answers HTTP can write. */
export function openReadOnly(
  file: string,
  options: Pick<OpenOptions, "mayBeUnfinished"> = {},
): Result<OpenDatabase, StoreError> {
  const opened = connect(file, { readonly: true, mustExist: true });
  if (!opened.ok) return opened;
  const refused = recognise(opened.value, file) ?? unready(opened.value, file, options);
  if (refused === null) return ok(wrap(opened.value, file));
  opened.value.close();
  return err(refused);
}

/** Why a database cannot be read as it is: the schema, or that it is a copy that was not finished. */
function unready(
  database: Database.Database,
  file: string,
  { mayBeUnfinished = false }: Pick<OpenOptions, "mayBeUnfinished">,
): StoreError | null {
  const isBegun = database.prepare("SELECT 1 FROM sqlite_master WHERE name = 'kysely_migration'");
  const applied = isBegun.get() === undefined ? [] : allNames(database, "kysely_migration");
  const refused = refuseOtherSchema(applied, HISTORY, file);
  if (refused !== null || mayBeUnfinished) return refused;
  return allNames(database, "setting").includes(COPY_MARK) ? unfinishedCopy(file) : null;
}

const allNames = (database: Database.Database, table: string): readonly string[] =>
  database.prepare(`SELECT name FROM ${table}`).pluck().all() as string[];

function connect(
  file: string,
  { readonly, mustExist }: { readonly readonly: boolean; readonly mustExist: boolean },
): Result<Database.Database, StoreError> {
  try {
    if (!mustExist) makePrivate(file);
    const options = { readonly, fileMustExist: mustExist, timeout: BUSY_TIMEOUT_MS };
    const database = new Database(file, options);
    // One that begins as a database does is damaged: that is told by those who use it.
    if (!isNoDatabase(database) || looksLikeSqlite(file)) return ok(database);
    database.close();
    return unusable(
      `${file} is not a SQLite database. Move it away, or set "database" to another path.`,
    );
  } catch (cause) {
    return unusable(
      `${file} cannot be opened (${reason(cause)}). Check that the folder exists and may be written.`,
    );
  }
}

/**
 * Whether a file is something else, as SQLite judges it. To read its beginning ourselves would cost this process all locks that it has
 * on the file: any close of it ends them (fcntl(2)), and another program could take the log away from under us.
 */
function isNoDatabase(database: Database.Database): boolean {
  try {
    database.pragma("schema_version");
    return false;
  } catch (cause) {
    // Whatever else is wrong is told by those who use it.
    return /SQLITE_NOTADB/.test(reason(cause));
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
    if (!isNew && !isOurDatabase(database)) return foreign(file);
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
    return isOurDatabase(database) ? null : foreign(file);
  } catch (cause) {
    return isCorrupt(cause)
      ? corrupt(file, reason(cause))
      : error(`${file} cannot be read (${reason(cause)}). Check owner and permissions.`);
  }
}

/** better-sqlite3 is compiled with NORMAL for WAL: a power cut could undo an acknowledged commit. */
function setUp(database: Database.Database): void {
  database.pragma("synchronous = FULL");
  database.pragma("foreign_keys = ON");
  database.pragma(`wal_autocheckpoint = ${CHECKPOINT_PAGES}`);
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
    dataVersion: async () => Number(database.pragma("data_version", { simple: true })),
    async place() {
      const now = identityOf(file);
      if (now === null) return "removed";
      return now === opened ? "in-place" : "replaced";
    },
    isAway: () => false,
    hint: () => {},
    async close() {
      await db.destroy();
      // Kysely closes the connection only if it was used.
      database.close();
    },
    numbering: rowidNumbering(db),
  };
}

/** Device and inode: the identity of a file, whatever its name; `null` for no file. */
function identityOf(file: string): string | null {
  const stat = statSync(file, { throwIfNoEntry: false });
  return stat === undefined ? null : `${stat.dev} ${stat.ino}`;
}

function isOlder(version: string): boolean {
  const parts = version.split(".").map(Number);
  const index = MIN_SQLITE.findIndex((part, n) => part !== parts[n]);
  return index >= 0 && (parts[index] ?? 0) < (MIN_SQLITE[index] ?? 0);
}
