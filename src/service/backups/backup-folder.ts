import { existsSync, readdirSync, rmSync } from "node:fs";
import { join } from "node:path";
import { isBackupOf, readBackupName } from "../../core/backups/backup-name.ts";
import { type KeepScheme, outdatedBackups } from "../../core/backups/keeping.ts";
import { err, ok, type Result } from "../../core/result.ts";

/** Removes the backups that the scheme keeps no longer. @returns their names; the error is a sentence. */
export const removeOutdated = (
  folder: string,
  deskId: string,
  keep: KeepScheme,
): Result<readonly string[], string> =>
  removeFrom(folder, (names) => outdatedBackups(names, deskId, keep));

/**
 * Removes what backups of the schedule left that were cut off. Only the process that has the schedule may: nobody else makes
 * any. The error is a sentence.
 */
export const removeUnfinished = (
  folder: string,
  deskId: string,
): Result<readonly string[], string> =>
  removeFrom(folder, (names) =>
    names.filter((name) => {
      const [, of = ""] = UNFINISHED.exec(name) ?? [];
      const read = readBackupName(of);
      return read !== null && !read.isByHand && isBackupOf(read, deskId);
    }),
  );

const UNFINISHED = /^\.(.+\.db)\.unfinished(?:-journal|-wal|-shm)?$/;

function removeFrom(
  folder: string,
  choose: (names: readonly string[]) => readonly string[],
): Result<readonly string[], string> {
  try {
    const chosen = choose(filesIn(folder));
    for (const name of chosen) rmSync(join(folder, name));
    return ok(chosen);
  } catch (cause) {
    const { code = String(cause) } = cause as NodeJS.ErrnoException;
    return err(
      `older backups in ${folder} cannot be removed (${code}). Check owner and permissions.`,
    );
  }
}

/** Without folders and links. */
const filesIn = (folder: string): readonly string[] =>
  existsSync(folder)
    ? readdirSync(folder, { withFileTypes: true }).flatMap((entry) =>
        entry.isFile() ? [entry.name] : [],
      )
    : [];
