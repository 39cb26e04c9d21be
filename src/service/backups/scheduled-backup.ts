import { createWorkerPool } from "../../adapters/workers/worker-pool.ts";
import type { Config } from "../../config/config.ts";
import { err, ok } from "../../core/result.ts";
import type { BackUpDeps } from "../../desk/back-up.ts";
import { removeOutdated } from "./backup-folder.ts";
import type { BackupJobAnswer } from "./backup-worker.ts";

export type ScheduledBackup = Pick<BackUpDeps, "makeBackup" | "removeOutdated"> & {
  /** Cuts off a backup under way; it leaves no file of its name. */
  readonly close: () => Promise<void>;
};

export type ScheduledBackupDeps = {
  readonly current: () => Config;
  readonly deskId: string;
  readonly now: () => number;
};

/** Heap of the thread: rows are read one by one. */
const MEMORY_MB = 256;
/** No backup takes that long; a disk that hangs does. */
const TIMEOUT_MS = 12 * 3_600_000;
const IDLE_MS = 1_000;

/** Backups in a thread of their own: comparing them takes seconds for each gigabyte. */
export function createScheduledBackup(deps: ScheduledBackupDeps): ScheduledBackup {
  const extension = import.meta.url.endsWith(".ts") ? "ts" : "js";
  const entry = new URL(`./backup-worker.${extension}`, import.meta.url);
  const options = { size: 1, memoryMb: MEMORY_MB, idleMs: IDLE_MS };
  const pool = createWorkerPool({ entry, name: "backup", ...options });
  return {
    async makeBackup() {
      const { backup, database } = deps.current();
      if (backup === null) return err("no backups are configured any more");
      const { folder } = backup;
      const job = { database, folder, now: deps.now() };
      const answered = await pool.run(job, { timeoutMs: TIMEOUT_MS });
      if (!answered.ok) throw new Error(`a backup was cut off (${answered.error.kind})`);
      const made = answered.value as BackupJobAnswer;
      if (!made.ok) return made;
      if (made.value === null) throw new Error("a backup was stopped");
      return ok(made.value);
    },
    removeOutdated() {
      const { backup } = deps.current();
      return backup === null ? ok([]) : removeOutdated(backup.folder, deps.deskId, backup.keep);
    },
    close: pool.close,
  };
}
