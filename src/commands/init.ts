import { configFile } from "../config/load-config.ts";
import { type Io, refuse } from "../service/io.ts";
import type { CommonOptions } from "../service/load.ts";
import { makeConfiguration } from "../service/make-configuration.ts";

export type InitOptions = CommonOptions & {
  /** Without the samples. */
  readonly empty: boolean;
  readonly json: boolean;
};

/** Makes the configuration that a desk begins with. Gives the exit code: 1 when there is one already. */
export function init({ config, empty, json }: InitOptions, io: Io): number {
  const file = configFile({ file: config, environment: io.environment });
  const made = makeConfiguration(file, { isEmpty: empty });
  if (!made.ok) return refuse(made.error, io);
  const next = `Made ${file}. "offprint serve" starts the desk; edit the file while it runs.`;
  io.stdout.write(`${json ? JSON.stringify({ file }) : next}\n`);
  return 0;
}
