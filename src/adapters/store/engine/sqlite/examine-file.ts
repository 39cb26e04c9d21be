import { statSync } from "node:fs";
import Database from "better-sqlite3";
import type { FileExamination } from "../engine.ts";
import { refuseNewer } from "../migrate.ts";
import { MIGRATION_NAMES } from "../migration-names.ts";
import { corrupt, foreign, problemOf } from "./file-errors.ts";
import { looksLikeSqlite } from "./looks-like-sqlite.ts";
import { isOurDatabase } from "./our-files.ts";

/** A larger one is not read from end to end: that takes some seconds for each gigabyte. */
const MOST_BYTES = 1_000_000_000;

/** Looks at a database without changing it. */
export function examineFile(file: string): FileExamination {
  const bytes = statSync(file).size;
  const isRead = bytes <= MOST_BYTES;
  const found = { bytes, isRead, isOlder: false };
  if (!looksLikeSqlite(file)) return { ...found, problem: `${file} is no SQLite database` };
  let database: Database.Database | null = null;
  try {
    database = new Database(file, { readonly: true, fileMustExist: true });
    if (!isOurDatabase(database)) return { ...found, problem: foreign(file).message };
    const sound = isRead ? database.pragma("quick_check(1)", { simple: true }) : "ok";
    if (sound !== "ok") return { ...found, problem: corrupt(file, String(sound)).message };
    const select = database.prepare("SELECT name FROM kysely_migration").pluck();
    const applied = select.all() as string[];
    const newer = refuseNewer(applied, { names: MIGRATION_NAMES }, file);
    return {
      ...found,
      isOlder: applied.length < MIGRATION_NAMES.length,
      problem: newer?.message ?? null,
    };
  } catch (cause) {
    return { ...found, problem: problemOf(file, cause).message };
  } finally {
    database?.close();
  }
}
