import { isBackupLate } from "../../core/backups/backup-health.ts";
import type { BackupNote } from "../../core/backups/backup-log.ts";
import { durationText } from "../../core/duration-text.ts";
import type { BackupStatus } from "./page-model.ts";

/** `null` where no backup was ever made, and none is due. Everybody may read it: it names no folder. */
export function backupStatus(note: BackupNote, now: number): BackupStatus | null {
  const { made, problem, schedule } = note;
  if (made === null && schedule === null) return null;
  return {
    lastAt: made?.at ?? null,
    bytes: made?.bytes ?? null,
    rows: made?.rows ?? null,
    isVerified: made !== null,
    nextAt: schedule?.dueAt ?? null,
    isLate: isBackupLate(note, now),
    problem: problem?.why ?? null,
  };
}

/** `null` when backups are in order, or nobody asked for any. */
export function backupProblem(note: BackupNote, now: number): string | null {
  const { made, problem, schedule } = note;
  if (schedule === null) return null;
  const last = made === null ? "There is no backup." : `The last backup is of ${iso(made.at)}.`;
  if (problem !== null) {
    return `Backups fail since ${iso(problem.since)}: ${problem.why.replace(/\.$/, "")}. ${last} It is tried again within an hour.`;
  }
  if (!isBackupLate(note, now)) return null;
  const age = durationText(now - (made?.at ?? schedule.since));
  return `No backup was made for ${age}. ${last} See the log of the ingest side, or make one: offprint backup.`;
}

const iso = (at: number): string => new Date(at).toISOString();
