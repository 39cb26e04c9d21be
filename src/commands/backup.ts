import { dirname, join, resolve } from "node:path";
import { bytesText } from "../core/bytes-text.ts";
import { durationText } from "../core/duration-text.ts";
import { makeBackup } from "../service/backups/make-backup.ts";
import { type Io, refuse, refuseConfig } from "../service/io.ts";
import type { CommonOptions } from "../service/load.ts";
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
  const { file, database } = loaded.value;
  const folder = options.to === undefined ? join(dirname(file), "backups") : resolve(options.to);
  const interruption = listenForInterruption();
  const progress = pageProgress(io.stderr);
  try {
    const request = { folder, isByHand: true, now: Date.now(), onPages: progress.onPages };
    const isStopped = (): boolean => interruption.code() !== null;
    const made = await makeBackup(database, { ...request, isStopped });
    progress.end();
    if (!made.ok) return refuse(made.error, io);
    if (made.value === null) return stopped(interruption, io);
    await write(io.stdout, lineOf({ ...made.value, file: join(folder, made.value.name) }, options));
    return 0;
  } finally {
    progress.end();
    interruption.forget();
  }
}

function stopped(interruption: Interruption, io: Io): number {
  refuse("stopped: there is no backup", io);
  return interruption.code() ?? 1;
}

type MadeBackup = {
  readonly file: string;
  readonly bytes: number;
  readonly ms: number;
  readonly rows: Readonly<Record<string, number>>;
};

function lineOf({ file, bytes, ms, rows }: MadeBackup, { json }: BackupOptions): string {
  const count = Object.values(rows).reduce((sum, each) => sum + each, 0);
  if (json) return `${JSON.stringify({ file, bytes, rows: count, verified: true, ms })}\n`;
  return `${file}: ${count} rows, ${bytesText(bytes)}, verified, in ${durationText(ms)}\n`;
}
