import type { BackUpRequest } from "../../adapters/store/engine/engine.ts";
import { databaseAt } from "../../adapters/store/engine/engines.ts";
import type { MadeBackup } from "../../core/backups/backup-log.ts";
import { backupName } from "../../core/backups/backup-name.ts";
import { isAbandoned } from "../../core/backups/keeping.ts";
import { err, ok, type Result } from "../../core/result.ts";
import type { DatabaseName } from "../../core/settings/database-name.ts";

export type BackupOrder = Pick<BackUpRequest, "folder" | "onPages" | "isStopped"> & {
  readonly isByHand: boolean;
  readonly now: number;
};

/** Makes a verified backup of a database that is a file. The error is a sentence; `null`: it was stopped. */
export async function makeBackup(
  name: DatabaseName,
  { now: at, isByHand, ...request }: BackupOrder,
): Promise<Result<MadeBackup | null, string>> {
  const { file, label, exists } = databaseAt(name);
  if (file === null) return err(`${label} ${BY_ITS_SERVER}`);
  if (!(await exists())) return err(`there is no database ${label}`);
  const nameFor = (desk: string): string => backupName({ desk, at, isByHand });
  const done = await file.backUp({
    ...request,
    nameFor,
    isAbandoned: (name, deskId) => isAbandoned(name, { deskId, isByHand, now: at }),
  });
  if (!done.ok || done.value === null) return done as Result<null, string>;
  const { rows, bytes, ms, name: made } = done.value;
  const sum = Object.values(rows).reduce((total, each) => total + each, 0);
  return ok({ name: made, at, bytes, ms, rows: sum });
}

const BY_ITS_SERVER =
  "is a PostgreSQL database: back it up with pg_dump, or as its operator does (docs/operating.md, Back up)";
