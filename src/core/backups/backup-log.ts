/** A backup that was made and verified. */
export type MadeBackup = {
  /** Of the file in its folder. */
  readonly name: string;
  readonly at: number;
  readonly bytes: number;
  /** In all tables. */
  readonly rows: number;
  readonly ms: number;
};

/** Why the backups of the schedule fail. */
export type BackupProblem = {
  /** A sentence. */
  readonly why: string;
  readonly since: number;
  /** When the last one failed. */
  readonly at: number;
};

export type BackupSchedule = {
  /** The cron expression for which the rest is. */
  readonly expression: string;
  /** Between two backups. */
  readonly everyMs: number;
  readonly dueAt: number;
  /** When the first one was due. */
  readonly since: number;
  /** When the last one was ordered; `null` before the first. */
  readonly orderedAt: number | null;
};

/** What is known of backups. */
export type BackupNote = {
  /** The last that was made; `null` before the first. */
  readonly made: MadeBackup | null;
  readonly problem: BackupProblem | null;
  /** `null` while there is none. */
  readonly schedule: BackupSchedule | null;
};

/** Stored in the database, so that every process that watches knows. */
export interface BackupLog {
  load(): Promise<BackupNote>;
  /** @param isScheduled it then ends the problem. */
  made(backup: MadeBackup, isScheduled: boolean): Promise<void>;
  failed(why: string, at: number): Promise<void>;
  schedule(schedule: BackupSchedule | null): Promise<void>;
}
