import { answerJobs } from "../../adapters/workers/answer-jobs.ts";
import type { MadeBackup } from "../../core/backups/backup-log.ts";
import type { Result } from "../../core/result.ts";
import type { DatabaseName } from "../../core/settings/database-name.ts";
import { makeBackup } from "./make-backup.ts";

export type BackupJob = {
  readonly database: DatabaseName;
  readonly folder: string;
  readonly now: number;
};

/** `null` would mean that it was stopped: nobody stops it, its thread is ended. */
export type BackupJobAnswer = Result<MadeBackup | null, string>;

const handle = ({ database, folder, now }: BackupJob): Promise<BackupJobAnswer> =>
  makeBackup(database, {
    folder,
    now,
    isByHand: false,
    onPages: () => {},
    isStopped: () => false,
  });

answerJobs({ handle: (job) => handle(job as BackupJob), prepare: () => null });
