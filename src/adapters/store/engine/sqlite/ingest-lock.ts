import { existsSync, readFileSync, writeFileSync } from "node:fs";
import Database from "better-sqlite3";
import { err, ok, type Result } from "../../../../core/result.ts";
import type { HolderKind, IngestPlace, LockHolder } from "../engine.ts";

/**
 * Lets only one process ingest into a database: an exclusive transaction on a small database file beside it. The
 * operating system ends the lock with its process, `kill -9` included, and the lock holds between containers that share
 * the volume; a file with a process id would do neither. Does not wait.
 *
 * @returns an error naming the holder when another process has the lock.
 */
export function lockIngest(
  databaseFile: string,
  holder: LockHolder,
): Result<IngestPlace, LockHolder> {
  const file = fileFor(databaseFile);
  const lock = tryLock(file);
  if (lock === null) return err(holderIn(`${file}-holder`));
  // Written after the lock is taken, so that the name is the holder's; in a file of its own, because a locked one
  // cannot be read.
  noteHolder(`${file}-holder`, `${holder.name}${MARKS[holder.kind]}`);
  return ok({
    holder: null,
    living: async () => [],
    release: async () => void lock.close(),
    isHeld: async () => true,
  });
}

/** On a full disk the name is not written; the lock holds all the same. */
function noteHolder(nameFile: string, text: string): void {
  try {
    writeFileSync(nameFile, text, { mode: 0o600 });
  } catch (cause) {
    if ((cause as NodeJS.ErrnoException).code !== "ENOSPC") throw cause;
  }
}

/** Whether no process ingests into a database at this moment. */
export function isIngestFree(databaseFile: string): boolean {
  const lock = tryLock(fileFor(databaseFile));
  lock?.close();
  return lock !== null;
}

/** Whether a process ingests into a database; false where there is no database or no lock file. */
export const isIngestHeld = (databaseFile: string): boolean =>
  existsSync(fileFor(databaseFile)) && !isIngestFree(databaseFile);

const fileFor = (databaseFile: string): string => `${databaseFile}-ingest-lock`;

/** `null` when another process has the lock. */
function tryLock(file: string): Database.Database | null {
  const lock = new Database(file, { timeout: 0 });
  try {
    // Nothing is ever committed: a journal would be written for nothing.
    lock.pragma("journal_mode = MEMORY");
    lock.exec("BEGIN EXCLUSIVE");
    return lock;
  } catch (cause) {
    lock.close();
    if (!/SQLITE_BUSY/.test((cause as { code?: string }).code ?? "")) throw cause;
    return null;
  }
}

const MARKS: Readonly<Record<HolderKind, string>> = {
  service: "",
  pass: " (one pass)",
  copy: " (a copy)",
};

/** Reads the holder's name. Right after a change of holders it may be that of the former one. */
function holderIn(nameFile: string): LockHolder {
  const text = readName(nameFile);
  const kind = (["pass", "copy"] as const).find((each) => text.endsWith(MARKS[each])) ?? "service";
  return { name: text.slice(0, text.length - MARKS[kind].length) || "another process", kind };
}

function readName(nameFile: string): string {
  try {
    return readFileSync(nameFile, "utf8").slice(0, 200);
  } catch {
    return "";
  }
}
