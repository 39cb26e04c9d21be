import { isCronExpression } from "../adapters/cron.ts";
import { readOpml } from "../adapters/markup/read-opml.ts";
import { describeProblem } from "../config/config.ts";
import { type Loaded, loadConfig } from "../config/load-config.ts";
import type { ReadText } from "../config/read-text.ts";

/** Options that every command takes. */
export type CommonOptions = { readonly config?: string };

/** What a command prints to, and what it is asked by. */
export type Io = {
  readonly stdout: NodeJS.WriteStream;
  readonly stderr: NodeJS.WriteStream;
  readonly stdin: NodeJS.ReadStream;
  readonly environment: Readonly<Record<string, string | undefined>>;
};

export const load = (
  { config }: CommonOptions,
  { environment }: Pick<Io, "environment">,
  readText?: ReadText,
): Loaded =>
  loadConfig({
    file: config,
    ...{ environment, readOpml, isCronExpression },
    ...(readText === undefined ? {} : { readText }),
  });

/** Says what is wrong with the configuration. @returns the exit code. */
export function refuseConfig(loaded: Extract<Loaded, { ok: false }>, { stderr }: Io): number {
  for (const problem of loaded.error) stderr.write(`${describeProblem(problem)}\n`);
  return 1;
}

/** Says in one line why a command cannot go on. @returns the exit code. */
export function refuse(message: string, { stderr }: Io): number {
  stderr.write(`offprint: ${message}\n`);
  return 1;
}
