import { readdirSync, rmSync } from "node:fs";
import { join } from "node:path";
import { type KeepScheme, outdatedBackups } from "../../core/backups/keeping.ts";
import { err, ok, type Result } from "../../core/result.ts";

/** Removes the backups that the scheme keeps no longer. @returns their names; the error is a sentence. */
export function removeOutdated(
  folder: string,
  deskId: string,
  keep: KeepScheme,
): Result<readonly string[], string> {
  try {
    const outdated = outdatedBackups(filesIn(folder), deskId, keep);
    for (const name of outdated) rmSync(join(folder, name));
    return ok(outdated);
  } catch (cause) {
    const { code = String(cause) } = cause as NodeJS.ErrnoException;
    return err(
      `older backups in ${folder} cannot be removed (${code}). Check owner and permissions.`,
    );
  }
}

/** Without folders and links. */
const filesIn = (folder: string): readonly string[] =>
  readdirSync(folder, { withFileTypes: true }).flatMap((entry) =>
    entry.isFile() ? [entry.name] : [],
  );
