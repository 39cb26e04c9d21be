import { hostname } from "node:os";
import type { FileExamination, NamedDatabase } from "../../adapters/store/engine/engine.ts";
import { databaseAt } from "../../adapters/store/engine/engines.ts";
import { createBackupLog } from "../../adapters/store/queues/backup-log.ts";
import type { Config } from "../../config/config.ts";
import { bytesText } from "../../core/bytes-text.ts";
import { backupProblem } from "../../publish/pages/backup-status.ts";
import { type DoctorFinding, findingsOf } from "./doctor-finding.ts";

const PATIENCE_MS = 5_000;

const { ok, warn, fail } = findingsOf("database");

/** Whether it can be used, by whom it is, and how old its backup is. */
export async function examineDatabase(config: Config): Promise<readonly DoctorFinding[]> {
  const database = databaseAt(config.database);
  if (!(await database.exists())) {
    return [
      warn(`there is no ${database.label} yet: "offprint serve" or "offprint ingest" makes it`),
    ];
  }
  const looked = database.file === null ? null : await database.file.examine();
  const found = looked === null ? [] : [fileFinding(looked, database)];
  if (found.some(({ state }) => state === "fail")) return found;
  return [...found, ...(await openFindings(database, looked))];
}

function fileFinding(
  { problem, bytes, isOlder, isRead }: FileExamination,
  { label }: NamedDatabase,
): DoctorFinding {
  if (problem !== null) return fail(problem);
  const size = `${label}, ${bytesText(bytes)}`;
  if (isOlder) {
    return warn(
      `${size}, is of an older Offprint: back it up (offprint backup), the next start brings it up to date`,
    );
  }
  return ok(isRead ? `${size}, is sound` : `${size}: "offprint backup" reads all of it`);
}

async function openFindings(
  database: NamedDatabase,
  looked: FileExamination | null,
): Promise<readonly DoctorFinding[]> {
  if (looked?.isOlder) return [];
  const opened = await database.openReadOnly({ patienceMs: PATIENCE_MS });
  if (!opened.ok) return [fail(opened.error.message)];
  try {
    const reached =
      looked === null ? [ok(`${database.label} answers`)] : [await lockFinding(database)];
    return [...reached, ...(await backupFindings(opened.value.db))];
  } finally {
    await opened.value.close();
  }
}

async function lockFinding(database: NamedDatabase): Promise<DoctorFinding> {
  const name = `process ${process.pid} on ${hostname()}`;
  const place = await database.enterIngest({ name, kind: "pass" });
  if (!place.ok) return ok(`${place.error.name} takes in articles for it`);
  await place.value.release();
  return warn('no service takes in articles for it: start one with "offprint serve"');
}

async function backupFindings(
  db: Parameters<typeof createBackupLog>[0],
): Promise<readonly DoctorFinding[]> {
  const backups = findingsOf("backup");
  const note = await createBackupLog(db).load();
  const problem = backupProblem(note, Date.now());
  if (problem !== null) return [backups.fail(problem)];
  const last = note.made === null ? null : new Date(note.made.at).toISOString();
  if (last === null) {
    return [backups.warn('none was ever made: "offprint backup", or backup: in the configuration')];
  }
  return [
    note.schedule === null
      ? backups.warn(
          `the last is of ${last}, and there is no schedule: set backup: in the configuration`,
        )
      : backups.ok(`the last is of ${last}, verified`),
  ];
}
