import type { StoreError } from "../engine.ts";
import { error, reason } from "../store-error.ts";

export const isCorrupt = (cause: unknown): boolean => /SQLITE_(CORRUPT|NOTADB)/.test(reason(cause));
export const foreign = (file: string): StoreError =>
  error(`${file} is a database of another program. Set "database" to another path.`);
export const problemOf = (file: string, cause: unknown): StoreError =>
  isCorrupt(cause)
    ? corrupt(file, reason(cause))
    : error(`${file} cannot be used (${reason(cause)}). Check owner, permissions and free space.`);
/** Errors of the file or its disk, with what is behind the first word: SQLITE_IOERR_WRITE. */
const OF_FILE = /^SQLITE_(CORRUPT|NOTADB|FULL|IOERR|READONLY|CANTOPEN|BUSY|LOCKED)/;

export const obstacleOfFile = (cause: unknown): string | null =>
  OF_FILE.test(reason(cause)) ? problemOf("The database", cause).message : null;

export const corrupt = (file: string, detail: string): StoreError =>
  error(
    `${file} is damaged (${detail.replace(/\s+/g, " ").slice(0, 200)}). Nothing was changed: restore a backup (offprint restore FILE), or move it away to start anew.`,
  );
