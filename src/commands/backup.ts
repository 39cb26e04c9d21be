import { dirname, join, resolve } from "node:path";
import type { Config } from "../config/config.ts";
import type { MadeBackup } from "../core/backups/backup-log.ts";
import { bytesText } from "../core/bytes-text.ts";
import { durationText } from "../core/duration-text.ts";
import { makeBackup } from "../service/backups/make-backup.ts";
import { databaseRefusal } from "../service/database-refusal.ts";
import { type Io, refuse, refuseConfig } from "../service/io.ts";
import type { CommonOptions } from "../service/load.ts";
import { openDesk } from "../service/open-desk.ts";
import { configurationHere } from "../service/sharing/command-configuration.ts";
import { type Interruption, listenForInterruption } from "./interruption.ts";
import { pageProgress } from "./page-progress.ts";
import { write } from "./write.ts";

export type BackupOptions = CommonOptions & {
  /** The folder; absent: as configured. */
  readonly to?: string;
  readonly json: boolean;
};

/** Makes a verified copy of the database, also while a service runs. Gives the exit code. */
export async function backup(options: BackupOptions, io: Io): Promise<number> {
  const loaded = await configurationHere(options, io);
  if (!loaded.ok) return refuseConfig(loaded, io);
  const { file, database, backup: scheduled } = loaded.value;
  const configured = scheduled?.folder ?? join(dirname(file), "backups");
  const folder = options.to === undefined ? configured : resolve(options.to);
  const interruption = listenForInterruption();
  const progress = pageProgress(io.stderr);
  try {
    const request = { folder, isByHand: true, now: Date.now(), onPages: progress.onPages };
    const isStopped = (): boolean => interruption.code() !== null;
    const made = await makeBackup(database, { ...request, isStopped });
    progress.end();
    if (!made.ok) return refuse(made.error, io);
    if (made.value === null) return stopped(interruption, io);
    await noteIn(loaded.value, made.value, io);
    await write(io.stdout, lineOf(made.value, folder, options));
    return 0;
  } finally {
    progress.end();
    interruption.forget();
  }
}

/**
 * Lets status and journal know. A database of an older version is left as it is; one that cannot be written now has its backup
 * all the same.
 */
async function noteIn(config: Config, backup: MadeBackup, io: Io): Promise<void> {
  const opened = await openDesk(config, "read", io);
  if (!opened.ok) return;
  const { order, close } = opened.value;
  try {
    const noted = await order({ kind: "note-backup", backup });
    if (!noted.ok) tellUnnoted(noted.error, io);
  } catch (cause) {
    const refusal = databaseRefusal(config.database, cause);
    if (refusal === null) throw cause;
    tellUnnoted(refusal, io);
  } finally {
    await close();
  }
}

const tellUnnoted = (why: string, { stderr }: Io): void =>
  void stderr.write(`The backup is made, but status does not know of it: ${why}\n`);

function stopped(interruption: Interruption, io: Io): number {
  refuse("stopped: there is no backup", io);
  return interruption.code() ?? 1;
}

function lineOf(
  { name, bytes, ms, rows }: MadeBackup,
  folder: string,
  { json }: BackupOptions,
): string {
  const file = join(folder, name);
  if (json) return `${JSON.stringify({ file, bytes, rows, verified: true, ms })}\n`;
  return `${file}: ${rows} rows, ${bytesText(bytes)}, verified, in ${durationText(ms)}\n`;
}
