import { resolve } from "node:path";
import { bytesText } from "../core/bytes-text.ts";
import { type RestoredBackup, restoreBackup } from "../service/backups/restore-backup.ts";
import { type Io, refuse, refuseConfig } from "../service/io.ts";
import type { CommonOptions } from "../service/load.ts";
import { configurationHere } from "../service/sharing/command-configuration.ts";
import { confirm } from "./ask.ts";
import { listenForInterruption } from "./interruption.ts";
import { pageProgress } from "./page-progress.ts";
import { write } from "./write.ts";

export type RestoreOptions = CommonOptions & {
  /** The backup; relative to the working directory. */
  readonly file: string;
  /** Nobody is asked for confirmation. */
  readonly yes: boolean;
  readonly json: boolean;
};

/** Puts a backup in the place of the database of the configuration, which stays under another name. Gives the exit code. */
export async function runRestore(options: RestoreOptions, io: Io): Promise<number> {
  const loaded = await configurationHere(options, io);
  if (!loaded.ok) return refuseConfig(loaded, io);
  const { database } = loaded.value;
  const from = resolve(options.file);
  const agreed = await confirm(`${from} takes the place of ${PRESENT}`, options, io);
  if (!agreed.ok) return refuse(agreed.error, io);
  const interruption = listenForInterruption();
  const progress = pageProgress(io.stderr);
  try {
    const isStopped = (): boolean => interruption.code() !== null;
    const request = { from, now: Date.now(), onPages: progress.onPages, isStopped };
    const done = await restoreBackup(database, request);
    progress.end();
    if (!done.ok) return refuse(done.error, io);
    if (done.value === null) {
      refuse("stopped: the database is as it was", io);
      return interruption.code() ?? 1;
    }
    await write(io.stdout, lineOf(done.value, from, options));
    return 0;
  } finally {
    progress.end();
    interruption.forget();
  }
}

const PRESENT = "the database of the configuration, which is kept under another name";

function lineOf(
  { aside, bytes, rows }: RestoredBackup,
  from: string,
  { json }: RestoreOptions,
): string {
  if (json) return `${JSON.stringify({ restored: from, rows, bytes, former: aside })}\n`;
  const former = aside === null ? "" : `The former database is ${aside}. `;
  return `${from} is restored: ${rows} rows, ${bytesText(bytes)}, verified. ${former}Start the service again\n`;
}
