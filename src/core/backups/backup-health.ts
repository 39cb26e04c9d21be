import type { BackupNote } from "./backup-log.ts";

/** How late a backup may be: it takes a while, and is tried again once after it failed. */
const GRACE_MS = 2 * 3_600_000;

/** Whether the last verified backup is older than the schedule allows: of a daily one, than 26 hours. */
export function isBackupLate({ made, schedule }: BackupNote, now: number): boolean {
  if (schedule === null) return false;
  return now - (made?.at ?? schedule.since) > schedule.everyMs + GRACE_MS;
}
