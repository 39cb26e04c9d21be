import {
  chownSync,
  copyFileSync,
  existsSync,
  linkSync,
  realpathSync,
  renameSync,
  rmSync,
  statSync,
} from "node:fs";
import { dirname } from "node:path";
import Database from "better-sqlite3";
import { err, ok, type Result } from "../../../../core/result.ts";
import type { Restored, RestoreRequest } from "../engine.ts";
import { reason } from "../store-error.ts";
import { checkBackup } from "./check-backup.ts";
import { isCorrupt } from "./file-errors.ts";
import { copyVerified, filesOfCopy } from "./verified-copy.ts";
import { syncFile, syncNames } from "./whole-file.ts";

/**
 * Puts the copy of a backup in the place of a database, which stays under another name. Whoever calls holds the place of
 * those that ingest. Until one renaming, which happens or does not, the database is the former one, as a whole; from then
 * on it is the restored one. The error is a sentence.
 *
 * @returns `null` when it was stopped.
 */
export async function restoreFile(
  file: string,
  request: RestoreRequest,
): Promise<Result<Restored | null, string>> {
  const restoring = `${file}-restoring`;
  try {
    if (!existsSync(request.from)) return err(`there is no file ${request.from}`);
    if (existsSync(file) && realpathSync(file) === realpathSync(request.from)) {
      return err(`${request.from} is the database itself`);
    }
    remove(restoring); // of a restore that was killed
    const checked = checkBackup(request.from);
    if (!checked.ok) return checked;
    const backup = checked.value;
    const copied = await copyVerified(backup, restoring, request).finally(() => backup.close());
    if (copied === null) return ok(null);
    giveToOwner(file, restoring);
    const aside = existsSync(file) ? request.aside : null;
    const refused = aside === null ? null : setAside(file, aside);
    if (refused !== null) return err(refused);
    renameSync(restoring, file);
    syncNames(file);
    return ok({ aside, bytes: copied.bytes, rows: copied.rows });
  } catch (cause) {
    return err(`${request.from} is not restored (${reason(cause)}). The database is as it was.`);
  } finally {
    remove(restoring);
  }
}

function remove(copy: string): void {
  for (const each of filesOfCopy(copy)) rmSync(each, { force: true });
}

/** A copy that root made is of the user whose database it becomes, else of the one whose folder it is in. */
function giveToOwner(file: string, copy: string): void {
  const { uid, gid } = statSync(existsSync(file) ? file : dirname(file));
  if (statSync(copy).uid !== uid) chownSync(copy, uid, gid);
}

/** Gives the database a second name, as one file. @returns why it cannot be; a sentence. */
function setAside(file: string, aside: string): string | null {
  const isWhole = inOneFileAlone(file);
  if (typeof isWhole === "string") return isWhole;
  // The log of a damaged database cannot be written into it, and must not become that of the restored one.
  if (!isWhole) {
    for (const end of ["-wal", "-shm", "-journal"]) moveIfThere(file + end, aside + end);
  }
  try {
    linkSync(file, aside);
  } catch {
    copyFileSync(file, aside); // file systems without links
    syncFile(aside);
  }
  syncNames(file);
  return null;
}

/**
 * Writes the log of a database into it, which only works where nobody else has it open.
 *
 * @returns whether it has no log any more; `false`: it is damaged. A sentence: somebody uses it.
 */
function inOneFileAlone(file: string): boolean | string {
  let database: Database.Database | null = null;
  try {
    database = new Database(file, { fileMustExist: true, timeout: 1000 });
    database.pragma("locking_mode = EXCLUSIVE");
    const mode = database.pragma("journal_mode = DELETE", { simple: true });
    return mode === "delete" || inUse(file);
  } catch (cause) {
    if (isCorrupt(cause)) return false;
    if (/SQLITE_BUSY/.test(reason(cause))) return inUse(file);
    throw cause;
  } finally {
    database?.close();
  }
}

const inUse = (file: string): string =>
  `another process uses ${file}. Stop every service on it first: a database in use is not replaced.`;

function moveIfThere(from: string, to: string): void {
  if (existsSync(from)) renameSync(from, to);
}
