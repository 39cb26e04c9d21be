import { describeProblem } from "../config/config.ts";
import type { Loaded } from "../config/load-config.ts";

/** The streams and the environment of the program. */
export type Io = {
  readonly stdout: NodeJS.WriteStream;
  readonly stderr: NodeJS.WriteStream;
  readonly stdin: NodeJS.ReadStream;
  readonly environment: Readonly<Record<string, string | undefined>>;
};

/** Prints what is wrong with the configuration. @returns the exit code. */
export function refuseConfig(loaded: Extract<Loaded, { ok: false }>, { stderr }: Io): number {
  for (const problem of loaded.error) stderr.write(`${describeProblem(problem)}\n`);
  return 1;
}

/** Prints in one line why a command cannot go on. @returns the exit code. */
export function refuse(message: string, { stderr }: Io): number {
  stderr.write(`offprint: ${message}\n`);
  return 1;
}
