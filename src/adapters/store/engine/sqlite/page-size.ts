import { statSync } from "node:fs";
import { dirname, resolve } from "node:path";
import type Database from "better-sqlite3";
import { type FreeBytes, freeBytesBeside } from "./free-bytes.ts";

/**
 * Bytes. A new article touches some dozens of pages, most by a few bytes of an index: with 16 KB, which databases of
 * before have, it wrote 3.4 times as many bytes, while the database was 5 % smaller.
 */
export const PAGE_BYTES = 4096;

/** Bytes of a database that are rewritten at a start: some 20 s on a slow disk. A larger one keeps its pages. */
const MOST_BYTES = 1024 ** 3;
/** Times the size of the database: SQLite makes a copy, and a journal to go back if the process is killed. */
const FREE_NEEDED = 2.5;

/** Whether the database has pages of another size, may be rewritten at a start, and there is room for it. */
export function isToBeRepaged(
  database: Database.Database,
  file: string,
  freeBytes: FreeBytes = freeBytesBeside,
): boolean {
  if (database.pragma("page_size", { simple: true }) === PAGE_BYTES) return false;
  const { size } = statSync(file);
  return size <= MOST_BYTES && freeBytes(file) >= FREE_NEEDED * size;
}

/**
 * Rewrites the database with our page size, and without unused pages. In place: others that wait for the database go on
 * with the same file. A process that is killed meanwhile leaves a journal by which the next one goes back. Does nothing
 * while anybody else has the database open; then the next start tries again. Leaves the journal mode to the next opening.
 */
export function repage(database: Database.Database, file: string): void {
  try {
    database.pragma("locking_mode = EXCLUSIVE");
    // The size of pages cannot change in WAL mode, which only ends when nobody else is there.
    database.pragma("journal_mode = DELETE");
    database.pragma(`page_size = ${PAGE_BYTES}`);
    withTemporaryFilesIn(dirname(resolve(file)), () => database.exec("VACUUM"));
  } catch (cause) {
    if (!/SQLITE_(BUSY|FULL|IOERR)/.test(String((cause as { code?: string }).code))) throw cause;
  }
}

/** The copy is made in a temporary file: where those usually lie there may be less room than beside the database. */
function withTemporaryFilesIn(folder: string, work: () => void): void {
  const before = process.env[FOLDER_OF_TEMPORARY_FILES];
  process.env[FOLDER_OF_TEMPORARY_FILES] = folder;
  try {
    work();
  } finally {
    if (before === undefined) delete process.env[FOLDER_OF_TEMPORARY_FILES];
    else process.env[FOLDER_OF_TEMPORARY_FILES] = before;
  }
}

/** SQLite reads it whenever it makes one (sqlite.org/tempfiles.html). */
const FOLDER_OF_TEMPORARY_FILES = "SQLITE_TMPDIR";
