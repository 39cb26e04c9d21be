import { createBackupLog } from "../../adapters/store/queues/backup-log.ts";
import { createOrderBook } from "../../adapters/store/queues/order-book.ts";
import type { BackUpDeps } from "../../desk/back-up.ts";
import { type BackupScheduleDeps, scheduleBackups } from "./schedule-backups.ts";
import { createScheduledBackup } from "./scheduled-backup.ts";

export type Backups = {
  /** For the orders that make backups. */
  readonly making: BackUpDeps;
  /** Begins to order them by the schedule. */
  readonly start: () => void;
  readonly close: () => Promise<void>;
};

export type BackupsDeps = Pick<BackupScheduleDeps, "current" | "log"> & {
  readonly db: Parameters<typeof createBackupLog>[0];
  readonly deskId: string;
};

/** The backups of a process that ingests. */
export function openBackups({ db, deskId, current, log }: BackupsDeps): Backups {
  const backups = createBackupLog(db);
  const now = Date.now;
  const { close, ...making } = createScheduledBackup({ current, deskId, now });
  let stop = async (): Promise<void> => {};
  return {
    making: { ...making, backups, now },
    start() {
      stop = scheduleBackups({ current, backups, orders: createOrderBook(db), log, now });
    },
    async close() {
      await Promise.all([stop(), close()]);
    },
  };
}
