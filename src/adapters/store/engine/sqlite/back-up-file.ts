import { closeSync, mkdirSync, openSync, rmSync, statSync } from "node:fs";
import { join } from "node:path";
import Database from "better-sqlite3";
import { bytesText } from "../../../../core/bytes-text.ts";
import { err, ok, type Result } from "../../../../core/result.ts";
import type { BackedUp, BackUpRequest } from "../engine.ts";
import { reason } from "../store-error.ts";
import { type Digest, digestDifference, digestOf } from "./digest.ts";
import { foreign, isCorrupt } from "./file-errors.ts";
import { freeBytesBeside } from "./free-bytes.ts";
import { instanceIn, isOurDatabase } from "./our-files.ts";
import { moveInto, syncFile } from "./whole-file.ts";

/** Pages of one step: some megabytes, after which the thread is free for a moment. */
const STEP_PAGES = 1000;

/**
 * Copies a snapshot of the database into a new file, and compares both. Others read and write meanwhile: an open reading
 * transaction holds the snapshot, without which each write of another process would begin the copy anew
 * (sqlite.org/c3ref/backup_finish.html). The log cannot be emptied until it ends, so it grows by what is written.
 *
 * Nothing has the final name before it is whole, compared and on the disk. The error is a sentence.
 *
 * @returns `null` when it was stopped.
 */
export async function backUpFile(
  file: string,
  request: BackUpRequest,
): Promise<Result<BackedUp | null, string>> {
  let source: Database.Database | null = null;
  try {
    source = new Database(file, { readonly: true, fileMustExist: true });
    if (!isOurDatabase(source)) return err(foreign(file).message);
    source.exec("BEGIN");
    return await copyInto(source, request);
  } catch (cause) {
    return err(problemOf(file, cause));
  } finally {
    source?.close();
  }
}

async function copyInto(
  source: Database.Database,
  request: BackUpRequest,
): Promise<Result<BackedUp | null, string>> {
  const { folder, nameFor } = request;
  const startedAt = performance.now();
  const name = nameFor(instanceIn(source));
  const unfinished = join(folder, `.${name}.unfinished`);
  try {
    mkdirSync(folder, { recursive: true, mode: 0o700 });
    requireRoom(source, folder);
    // Only its owner reads it, and nobody else may be writing it.
    closeSync(openSync(unfinished, "wx", 0o600));
    const bytes = await copyPages(source, unfinished, request);
    if (bytes === null) return ok(null);
    const digest = digestOf(source);
    compare(unfinished, digest);
    syncFile(unfinished);
    moveInto(unfinished, join(folder, name));
    return ok({ name, bytes, ms: Math.round(performance.now() - startedAt), ...digest });
  } catch (cause) {
    return err(targetProblem(folder, cause));
  } finally {
    for (const end of ["", "-journal", "-wal", "-shm"]) rmSync(unfinished + end, { force: true });
  }
}

/** Throws a sentence. Checked before, so that a disk is not filled for nothing. */
function requireRoom(source: Database.Database, folder: string): void {
  const pages = Number(source.pragma("page_count", { simple: true }));
  const needed = pages * Number(source.pragma("page_size", { simple: true }));
  const free = freeBytesBeside(join(folder, "."));
  if (free < needed) {
    const [needs, has] = [bytesText(needed), bytesText(free)];
    throw Object.assign(new Error(`it needs ${needs}, and ${has} are free`), { code: "ENOSPC" });
  }
}

/** @returns its bytes; `null` when it was stopped. */
async function copyPages(
  source: Database.Database,
  target: string,
  { onPages, isStopped }: BackUpRequest,
): Promise<number | null> {
  try {
    await source.backup(target, {
      progress({ totalPages, remainingPages }) {
        if (isStopped()) throw STOPPED;
        onPages(totalPages - remainingPages, totalPages);
        return STEP_PAGES;
      },
    });
  } catch (cause) {
    if (cause === STOPPED) return null;
    throw cause;
  }
  return statSync(target).size;
}

const STOPPED = new Error("stopped");

/** Throws a sentence when the copy is not what was copied. */
function compare(target: string, expected: Digest): void {
  inOneFile(target);
  const copy = new Database(target, { readonly: true, fileMustExist: true });
  try {
    const sound = copy.pragma("integrity_check(1)", { simple: true });
    const difference = sound === "ok" ? digestDifference(expected, digestOf(copy)) : String(sound);
    if (difference !== null) throw new Error(`the copy is not what was copied: ${difference}`);
  } finally {
    copy.close();
  }
}

/** The copy of a database with a log beside it would want one, too, even to be read. */
function inOneFile(target: string): void {
  const copy = new Database(target, { fileMustExist: true });
  try {
    copy.pragma("journal_mode = DELETE");
  } finally {
    copy.close();
  }
}

function problemOf(file: string, cause: unknown): string {
  return isCorrupt(cause)
    ? `${file} is damaged (${reason(cause)}), so it is not backed up. Restore the last backup: offprint restore FILE`
    : `${file} cannot be read (${reason(cause)}). Check owner and permissions.`;
}

const targetProblem = (folder: string, cause: unknown): string => {
  const why = cause instanceof Error ? cause.message : String(cause);
  return isCorrupt(cause)
    ? `the database is damaged (${why}), so it is not backed up. Restore the last backup: offprint restore FILE`
    : `no backup was made in ${folder} (${why}). Check free space, owner and permissions.`;
};
