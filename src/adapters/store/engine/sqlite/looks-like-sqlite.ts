import { closeSync, openSync, readSync } from "node:fs";

/**
 * Whether a file is a SQLite database (https://sqlite.org/fileformat.html §1.3), or empty and can become one. Not for a file that this
 * process uses as a database: closing it here would end its locks (fcntl(2)).
 */
export function looksLikeSqlite(file: string): boolean {
  const header = Buffer.alloc(16);
  try {
    const descriptor = openSync(file, "r");
    const length = readSync(descriptor, header, 0, 16, 0);
    closeSync(descriptor);
    return length === 0 || header.toString("latin1") === "SQLite format 3\0";
  } catch {
    return true; // unreadable: opening says why
  }
}
