import { databaseNameOf } from "../config/database-address.ts";
import { err, ok, type Result } from "../core/result.ts";
import { type DatabaseName, databaseNamed } from "../core/settings/database-name.ts";
import { compareDesks } from "../service/copying/compare-desks.ts";
import { copyDesk } from "../service/copying/copy-desk.ts";
import type { CopyEnd } from "../service/copying/copy-hearing.ts";
import { type Io, refuse } from "../service/io.ts";
import { createCopyPrinter } from "./copy-printer.ts";
import { type Interruption, listenForInterruption } from "./interruption.ts";
import { write } from "./write.ts";

export type StoreCopyOptions = {
  /** Databases as a configuration names them; paths are relative to the working directory. */
  readonly from: string;
  readonly to: string;
  /** Only compare them. */
  readonly verify: boolean;
  /** Begin a copy anew that was not finished. */
  readonly restart: boolean;
  readonly json: boolean;
};

/**
 * Copies a desk from one database to another and compares both, or only compares them. On SIGINT and SIGTERM it ends
 * between two transactions, and can be run again. Gives the exit code: 1 also when the two differ.
 */
export async function storeCopy(options: StoreCopyOptions, io: Io): Promise<number> {
  const from = databaseOf("--from", options.from);
  const to = databaseOf("--to", options.to);
  if (!from.ok) return refuse(from.error, io);
  if (!to.ok) return refuse(to.error, io);
  const interruption = listenForInterruption();
  const printer = createCopyPrinter({ json: options.json, io, interruption });
  const startedAt = Date.now();
  try {
    const done = options.verify
      ? await compareDesks(from.value, to.value, printer)
      : await copyDesk({ from: from.value, to: to.value, isAnew: options.restart }, printer);
    printer.end();
    if (!done.ok) return refuse(done.error, io);
    await write(io.stdout, endText(done.value, options, Date.now() - startedAt));
    return codeOf(done.value, { options, io, interruption });
  } finally {
    printer.end();
    interruption.forget();
  }
}

function databaseOf(option: string, value: string): Result<DatabaseName, string> {
  const name = databaseNameOf(value, process.cwd());
  return name.ok ? ok(databaseNamed(name.value)) : err(`${option}: ${name.error}`);
}

type CopyContext = {
  readonly options: StoreCopyOptions;
  readonly io: Io;
  readonly interruption: Interruption;
};

function codeOf({ kind }: CopyEnd, { options, io, interruption }: CopyContext): number {
  if (kind === "equal") return 0;
  if (kind === "different") {
    const then = options.verify ? "" : `, and stays marked as unfinished. ${AGAIN}`;
    return refuse(`the copy differs from its source${then}`, io);
  }
  io.stderr.write(`Stopped: ${options.verify ? "nothing was changed" : STOPPED_COPY}.\n`);
  return interruption.code() ?? 1;
}

const AGAIN = "Copy again with --restart; if it differs again, report it with these lines";
const STOPPED_COPY = "the same command goes on where it stopped";

function endText({ kind, rows }: CopyEnd, { json, verify }: StoreCopyOptions, ms: number): string {
  if (json) return jsonLine({ step: "end", result: kind, rows, ms });
  if (kind !== "equal") return "";
  const equal = `${rows} rows are equal in both, by number and SHA-256 of each table\n`;
  return verify ? equal : equal + NEXT;
}

/** Two desks of one name would give different articles the same place. */
const NEXT =
  "The copy is a desk of its own: name it in DATABASE_URL or the configuration, and do not run the former one any more\n";

const jsonLine = (value: object): string => `${JSON.stringify(value)}\n`;
