import type { Kysely } from "kysely";
import type {
  BackupLog,
  BackupProblem,
  BackupSchedule,
  MadeBackup,
} from "../../../core/backups/backup-log.ts";
import { BACKUP_NOTES } from "../engine/backup-notes.ts";
import type { Tables } from "../schema/tables.ts";

export function createBackupLog(db: Kysely<Tables>): BackupLog {
  return {
    load: () => load(db),
    made: (backup, isScheduled) =>
      db.transaction().execute(async (trx) => {
        await save(trx, BACKUP_NOTES.made, backup);
        if (isScheduled) await forget(trx, BACKUP_NOTES.problem);
      }),
    failed: (why, at) =>
      db.transaction().execute(async (trx) => {
        const since = (await load(trx)).problem?.since ?? at;
        const problem: BackupProblem = { why, since, at };
        await save(trx, BACKUP_NOTES.problem, problem);
      }),
    async schedule(schedule) {
      if (schedule !== null) return save(db, BACKUP_NOTES.schedule, schedule);
      await forget(db, BACKUP_NOTES.schedule);
      await forget(db, BACKUP_NOTES.problem);
    },
  };
}

async function load(db: Kysely<Tables>): ReturnType<BackupLog["load"]> {
  const names = Object.values(BACKUP_NOTES);
  const rows = await db
    .selectFrom("setting")
    .select(["name", "value"])
    .where("name", "in", names)
    .execute();
  const noted = new Map(rows.map(({ name, value }) => [name, JSON.parse(value) as unknown]));
  return {
    made: (noted.get(BACKUP_NOTES.made) ?? null) as MadeBackup | null,
    problem: (noted.get(BACKUP_NOTES.problem) ?? null) as BackupProblem | null,
    schedule: (noted.get(BACKUP_NOTES.schedule) ?? null) as BackupSchedule | null,
  };
}

async function save(db: Kysely<Tables>, name: string, note: object): Promise<void> {
  const value = JSON.stringify(note);
  await db
    .insertInto("setting")
    .values({ name, value })
    .onConflict((conflict) => conflict.column("name").doUpdateSet({ value }))
    .execute();
}

async function forget(db: Kysely<Tables>, name: string): Promise<void> {
  await db.deleteFrom("setting").where("name", "=", name).execute();
}
