import type { BackupLog, MadeBackup } from "../core/backups/backup-log.ts";
import { err, ok, type Result } from "../core/result.ts";
import type { CarryOut } from "./carry-out.ts";

export type BackUpDeps = {
  /** Makes a verified backup, as configured. The error is a sentence. Rejects when it was cut off. */
  readonly makeBackup: () => Promise<Result<MadeBackup, string>>;
  /** Removes the backups that the scheme keeps no longer. @returns their names; the error is a sentence. */
  readonly removeOutdated: () => Result<readonly string[], string>;
  readonly backups: Pick<BackupLog, "made" | "failed">;
  readonly now: () => number;
};

/** Makes the backup of the schedule. It is noted also when it failed, for those who watch. */
export const backUp =
  ({ makeBackup, removeOutdated, backups, now }: BackUpDeps): CarryOut<"back-up"> =>
  async () => {
    const failed = async (why: string): Promise<Result<never, string>> => {
      await backups.failed(why, now());
      return err(why);
    };
    const made = await makeBackup();
    if (!made.ok) return failed(made.error);
    await backups.made(made.value, true);
    const removed = removeOutdated();
    return removed.ok ? ok({ ...made.value, removed: removed.value }) : failed(removed.error);
  };

/** Notes a backup that a command made. */
export const noteBackup =
  ({ backups }: Pick<BackUpDeps, "backups">): CarryOut<"note-backup"> =>
  async ({ backup }) => {
    await backups.made(backup, false);
    return ok(null);
  };
