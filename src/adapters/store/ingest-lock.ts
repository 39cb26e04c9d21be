import { readFileSync, writeFileSync } from "node:fs";
import Database from "better-sqlite3";
import { err, ok, type Result } from "../../core/result.ts";

export type IngestLock = { readonly release: () => void };

export type LockOptions = {
  /** Such as "process 12 on desk": what others are told. */
  readonly holder: string;
  /** How long to wait for a holder that is about to end. This blocks the thread. */
  readonly waitMs: number;
};

/**
 * Sees to it that one process ingests into a database: an exclusive transaction on a small database
 * file beside it. The operating system ends the lock with its process, `kill -9` included, and it
 * holds between containers that share the volume; a process id in a file would do neither.
 *
 * @returns an error naming the holder when another process has it.
 */
export function lockIngest(
  databaseFile: string,
  { holder, waitMs }: LockOptions,
): Result<IngestLock, string> {
  const file = `${databaseFile}-ingest-lock`;
  const nameFile = `${file}-holder`;
  const lock = new Database(file, { timeout: waitMs });
  try {
    lock.pragma("journal_mode = DELETE");
    lock.exec("BEGIN EXCLUSIVE");
  } catch (cause) {
    lock.close();
    if (!/SQLITE_BUSY/.test((cause as { code?: string }).code ?? "")) throw cause;
    return err(holderIn(nameFile));
  }
  // Only now, and elsewhere: the name must be the holder's, and what is locked cannot be read.
  writeFileSync(nameFile, holder);
  return ok({ release: () => lock.close() });
}

function holderIn(nameFile: string): string {
  try {
    return readFileSync(nameFile, "utf8").slice(0, 200) || "another process";
  } catch {
    return "another process";
  }
}
