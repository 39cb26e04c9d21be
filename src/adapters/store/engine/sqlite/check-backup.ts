import Database from "better-sqlite3";
import { err, ok, type Result } from "../../../../core/result.ts";
import { COPY_MARK, unfinishedCopy } from "../copy-mark.ts";
import { refuseNewer } from "../migrate.ts";
import { MIGRATION_NAMES } from "../migration-names.ts";
import { reason } from "../store-error.ts";
import { looksLikeSqlite } from "./looks-like-sqlite.ts";
import { isOurDatabase } from "./our-files.ts";

/** Opens a backup that can be restored: whole, ours, and of no newer version. The error is a sentence. */
export function checkBackup(file: string): Result<Database.Database, string> {
  if (!looksLikeSqlite(file)) return err(`${file} is no SQLite database`);
  const backup = new Database(file, { readonly: true, fileMustExist: true });
  const refused = refusal(backup, file);
  if (refused === null) return ok(backup);
  backup.close();
  return err(refused);
}

function refusal(backup: Database.Database, file: string): string | null {
  try {
    if (!isOurDatabase(backup)) return `${file} is no database of Offprint`;
    const sound = backup.pragma("integrity_check(1)", { simple: true });
    if (sound !== "ok") return damaged(file, String(sound));
    const names = (table: string): readonly string[] =>
      backup.prepare(`SELECT name FROM ${table}`).pluck().all() as string[];
    const newer = refuseNewer(names("kysely_migration"), { names: MIGRATION_NAMES }, file);
    if (newer !== null) return newer.message;
    return names("setting").includes(COPY_MARK) ? unfinishedCopy(file).message : null;
  } catch (cause) {
    return damaged(file, reason(cause));
  }
}

const damaged = (file: string, why: string): string =>
  `${file} is damaged (${why.replace(/\s+/g, " ").slice(0, 200)}). Take an older backup. The database is as it was.`;
