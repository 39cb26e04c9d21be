import { resolve } from "node:path";
import { importDesk } from "../service/copying/import-desk.ts";
import { type Io, refuse, refuseConfig } from "../service/io.ts";
import type { CommonOptions } from "../service/load.ts";
import { configurationHere } from "../service/sharing/command-configuration.ts";
import { createCopyPrinter } from "./copy-printer.ts";
import { listenForInterruption } from "./interruption.ts";
import { write } from "./write.ts";

export type ImportOptions = CommonOptions & {
  /** What `offprint export` wrote. */
  readonly file: string;
  /** Takes away what an import left that was not finished. */
  readonly restart: boolean;
  readonly json: boolean;
};

/** Writes an export into the empty database of the configuration, and compares both. Gives the exit code. */
export async function runImport(options: ImportOptions, io: Io): Promise<number> {
  const loaded = await configurationHere(options, io);
  if (!loaded.ok) return refuseConfig(loaded, io);
  const { database: to } = loaded.value;
  const interruption = listenForInterruption();
  const printer = createCopyPrinter({ json: options.json, io, interruption });
  try {
    const request = { file: resolve(options.file), to, isAnew: options.restart };
    const done = await importDesk(request, printer);
    printer.end();
    if (!done.ok) return refuse(done.error, io);
    const { kind, rows } = done.value;
    if (kind === "stopped") {
      refuse("stopped: import again with --restart", io);
      return interruption.code() ?? 1;
    }
    if (kind === "different") return refuse(DIFFERENT, io);
    const text = `${rows} rows are imported, and equal to those of the file. ${ONCE}\n`;
    await write(io.stdout, options.json ? `${JSON.stringify({ step: "end", rows })}\n` : text);
    return 0;
  } finally {
    printer.end();
    interruption.forget();
  }
}

const DIFFERENT =
  "what was imported differs from the file, and stays marked as unfinished. Import again with --restart; if it differs again, report it";
const ONCE =
  "Do not run the desk that was exported any more: both would give different articles one place";
