import Database from "better-sqlite3";
import { err, ok, type Result } from "../../core/result.ts";

export type IngestLock = { readonly release: () => void };

/**
 * Sees to it that one process ingests into a database: an exclusive transaction on a small database
 * file beside it. The operating system ends the lock with its process, `kill -9` included, and it
 * holds between containers that share the volume; a process id in a file would do neither.
 *
 * @returns an error naming the holder when another process has it.
 */
export function lockIngest(databaseFile: string, holder: string): Result<IngestLock, string> {
  const file = `${databaseFile}-ingest-lock`;
  const lock = new Database(file, { timeout: 0 });
  try {
    lock.pragma("journal_mode = DELETE");
    lock.exec("CREATE TABLE IF NOT EXISTS holder (name TEXT)");
    lock.exec("DELETE FROM holder");
    lock.prepare("INSERT INTO holder VALUES (?)").run(holder);
    // RESERVED, not EXCLUSIVE: others cannot lock, but can still read who holds it.
    lock.exec("BEGIN IMMEDIATE");
    return ok({ release: () => lock.close() });
  } catch (cause) {
    const other = holderOf(lock);
    lock.close();
    if (!/SQLITE_BUSY/.test((cause as { code?: string }).code ?? "")) throw cause;
    return err(other);
  }
}

function holderOf(lock: Database.Database): string {
  try {
    return String(lock.prepare("SELECT name FROM holder").pluck().get() ?? "another process");
  } catch {
    return "another process";
  }
}
