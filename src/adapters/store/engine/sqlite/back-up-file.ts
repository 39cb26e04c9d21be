import { existsSync, mkdirSync, readdirSync, rmSync } from "node:fs";
import { join } from "node:path";
import Database from "better-sqlite3";
import { err, ok, type Result } from "../../../../core/result.ts";
import type { BackedUp, BackUpRequest } from "../engine.ts";
import { reason } from "../store-error.ts";
import { foreign, isCorrupt } from "./file-errors.ts";
import { instanceIn, isOurDatabase } from "./our-files.ts";
import { copyVerified, filesOfCopy } from "./verified-copy.ts";
import { moveInto } from "./whole-file.ts";

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
    return err(sourceProblem(file, cause));
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
  const deskId = instanceIn(source);
  const name = nameFor(deskId);
  const place = join(folder, name);
  try {
    mkdirSync(folder, { recursive: true, mode: 0o700 });
  } catch (cause) {
    return err(targetProblem(folder, cause));
  }
  if (existsSync(place)) return err(`${place} is there already`);
  const unfinished = join(folder, unfinishedName(name));
  try {
    removeAbandoned(request, deskId);
    const copied = await copyVerified(source, unfinished, request);
    if (copied === null) return ok(null);
    moveInto(unfinished, place);
    return ok({ name, ms: Math.round(performance.now() - startedAt), ...copied });
  } catch (cause) {
    return err(targetProblem(folder, cause));
  } finally {
    for (const each of filesOfCopy(unfinished)) rmSync(each, { force: true });
  }
}

const unfinishedName = (name: string): string => `.${name}.unfinished`;
const UNFINISHED = /^\.(.+)\.unfinished(?:-journal|-wal|-shm)?$/;

/** What backups left that were killed. */
function removeAbandoned({ folder, isAbandoned }: BackUpRequest, deskId: string): void {
  for (const entry of readdirSync(folder, { withFileTypes: true })) {
    const [, name] = UNFINISHED.exec(entry.name) ?? [];
    if (name === undefined || !entry.isFile() || !isAbandoned(name, deskId)) continue;
    rmSync(join(folder, entry.name), { force: true });
  }
}

const sourceProblem = (file: string, cause: unknown): string =>
  isCorrupt(cause)
    ? damaged(file, cause)
    : `${file} cannot be read (${reason(cause)}). Check owner and permissions.`;

const targetProblem = (folder: string, cause: unknown): string =>
  isCorrupt(cause)
    ? damaged("the database", cause)
    : `no backup was made in ${folder} (${reason(cause)}). Check free space, owner and permissions.`;

const damaged = (file: string, cause: unknown): string =>
  `${file} is damaged (${reason(cause)}), so it is not backed up. Restore the last backup: offprint restore FILE`;
