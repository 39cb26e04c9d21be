import { once } from "node:events";
import { createWriteStream, existsSync, renameSync, rmSync } from "node:fs";
import { resolve } from "node:path";
import { exportDesk } from "../service/copying/export-desk.ts";
import { type Io, refuse, refuseConfig } from "../service/io.ts";
import type { CommonOptions } from "../service/load.ts";
import { configurationHere } from "../service/sharing/command-configuration.ts";
import { listenForInterruption } from "./interruption.ts";
import { createProgress, type Progress } from "./progress.ts";
import { write } from "./write.ts";

export type ExportOptions = CommonOptions & {
  /** The file; absent: standard output. */
  readonly to?: string;
};

/** Writes everything that the desk knows as JSON Lines (docs/export-format.md), also while a service runs. Gives the exit code. */
export async function runExport(options: ExportOptions, io: Io): Promise<number> {
  const loaded = await configurationHere(options, io);
  if (!loaded.ok) return refuseConfig(loaded, io);
  const to = options.to === undefined ? null : resolve(options.to);
  if (to !== null && existsSync(to)) return refuse(`${to} is there already`, io);
  const out = to === null ? toStream(io) : await toFile(to);
  if (typeof out === "string") return refuse(out, io);
  const interruption = listenForInterruption();
  let progress: Progress | null = null;
  const done = await exportDesk(loaded.value.database, {
    write: out.write,
    onBegin: (total) => {
      progress = createProgress(io.stderr, { total, label: "rows" });
    },
    onRows: (rows) => progress?.advance(rows),
    isStopped: () => interruption.code() !== null,
  });
  (progress as Progress | null)?.end();
  interruption.forget();
  const isWhole = done.ok && done.value.kind === "equal";
  const problem = await out.end(isWhole);
  if (!done.ok) return refuse(done.error, io);
  if (problem !== null) return refuse(problem, io);
  if (!isWhole) return interruption.code() ?? 1;
  if (to !== null) await write(io.stdout, `${to}: ${done.value.rows} rows\n`);
  return 0;
}

/** Where an export goes. `end` gives a sentence where it could not be written. */
type Out = {
  readonly write: (text: string) => Promise<void>;
  readonly end: (isWhole: boolean) => Promise<string | null>;
};

const toStream = ({ stdout }: Io): Out => ({
  write: (text) => write(stdout, text),
  end: async () => null,
});

/** The file has its name when it is whole, and on the disk; only its owner can read it. */
async function toFile(file: string): Promise<Out | string> {
  const unfinished = `${file}.unfinished`;
  const stream = createWriteStream(unfinished, { mode: 0o600, flush: true });
  let problem: string | null = null;
  stream.on("error", (cause) => {
    problem = `${file} cannot be written (${cause.message}). Check folder, permissions and free space`;
  });
  await Promise.race([once(stream, "open"), once(stream, "close")]).catch(() => {});
  if (problem !== null) return problem;
  return {
    async write(text) {
      if (problem !== null) throw new Error(problem);
      await write(stream, text);
    },
    async end(isWhole) {
      if (problem === null) await new Promise<void>((done) => void stream.end(() => done()));
      if (isWhole && problem === null) renameSync(unfinished, file);
      else rmSync(unfinished, { force: true });
      return problem;
    },
  };
}
