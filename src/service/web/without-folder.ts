import { basename, dirname } from "node:path";
import { databaseAt } from "../../adapters/store/engine/engines.ts";
import { type Config, type ConfigProblem, describeProblem } from "../../config/config.ts";
import type { BackupNote } from "../../core/backups/backup-log.ts";
import type { FilesNote, FilesProblem } from "../../core/entries/files-problem.ts";
import type { DatabaseName } from "../../core/settings/database-name.ts";
import { withoutFolders } from "../../core/urls/public-address.ts";

/** A text about the database, without its name or folder. */
export const nameless = (text: string | null, database: DatabaseName): string | null =>
  text === null
    ? null
    : withoutFolder(text.replaceAll(databaseAt(database).label, "the database"), database.name);

/** Removes the folder of the file from a text: everybody may read /status. A folder's name may have blanks. */
function withoutFolder<Text extends string | null>(text: Text, file: string): string | Text {
  return text === null ? text : withoutFolders(text.replaceAll(`${dirname(file)}/`, ""));
}

export const noteWithoutFolder = (note: FilesNote, config: Config): FilesNote => ({
  ...note,
  problem: filesWithoutFolder(note.problem, config),
});

export function backupWithoutFolder(note: BackupNote, { backup, database }: Config): BackupNote {
  const { problem } = note;
  if (problem === null) return note;
  const why = withoutFolder(
    withoutFolder(problem.why, backup?.folder ?? database.name),
    database.name,
  );
  return { ...note, problem: { ...problem, why } };
}

/** Addresses of pages are no folders. */
export function filesWithoutFolder<Told extends { readonly problem: FilesProblem }>(
  told: Told | null,
  { database }: Config,
): Told | null {
  if (told === null || told.problem.kind !== "place") return told;
  const why = withoutFolder(told.problem.why, database.name);
  return { ...told, problem: { ...told.problem, why } };
}

export const problemWithoutFolder = (problem: ConfigProblem): string =>
  withoutFolder(describeProblem({ ...problem, file: basename(problem.file) }), problem.file);
