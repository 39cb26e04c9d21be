import { accessSync, constants, existsSync, statSync } from "node:fs";
import { dirname } from "node:path";
import { databaseAt } from "../../adapters/store/engine/engines.ts";
import type { Config } from "../../config/config.ts";
import { type DoctorFinding, findingsOf } from "./doctor-finding.ts";

const { ok, warn, fail } = findingsOf("permissions");

/** Whether this user may read and write what a service of this configuration must. */
export async function examineFolders(config: Config): Promise<readonly DoctorFinding[]> {
  const { database, backup, sources } = config;
  const isFile = databaseAt(database).file !== null;
  const folders = sources.flatMap((source) => (source.kind === "folder" ? [source.folder] : []));
  const found = [
    ...(isFile ? writable(dirname(database.name)) : []),
    ...(isFile && existsSync(database.name)
      ? [...writable(database.name), ...open(database.name)]
      : []),
    ...(isFile && backup !== null ? writable(nearest(backup.folder)) : []),
    ...folders.flatMap(readable),
  ];
  return found.length > 0 ? found : [ok("all that is needed can be read and written")];
}

const writable = (path: string): readonly DoctorFinding[] =>
  may(path, constants.R_OK | constants.W_OK)
    ? []
    : [
        fail(
          `${path} cannot be written by this user: change its owner, or run as the service does`,
        ),
      ];

function readable(folder: string): readonly DoctorFinding[] {
  if (!existsSync(folder))
    return [fail(`the drop folder ${folder} is not there: make it, or mount its disk`)];
  return may(folder, constants.R_OK | constants.X_OK)
    ? []
    : [fail(`the drop folder ${folder} cannot be read by this user: change its permissions`)];
}

/** Withdrawn and held texts are in it. */
function open(file: string): readonly DoctorFinding[] {
  const others = statSync(file).mode & 0o077;
  return others === 0 ? [] : [warn(`${file} can be read by other users: chmod 600 ${file}`)];
}

function may(path: string, mode: number): boolean {
  try {
    accessSync(path, mode);
    return true;
  } catch {
    return false; // whatever the reason, a service could not either
  }
}

/** The folder, or the one in which it will be made. */
const nearest = (folder: string): string =>
  existsSync(folder) || dirname(folder) === folder ? folder : nearest(dirname(folder));
