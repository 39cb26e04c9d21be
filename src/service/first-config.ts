import { existsSync } from "node:fs";
import type { Config, ConfigProblem } from "../config/config.ts";
import { type LastGood, lastGoodPath, readLastGood } from "../config/last-good.ts";
import { configFile } from "../config/load-config.ts";
import { err, ok, type Result } from "../core/result.ts";
import type { Io } from "./io.ts";
import { load } from "./load.ts";
import { makeConfiguration } from "./make-configuration.ts";
import type { ServeOptions } from "./roles/role.ts";

export type FirstConfig = {
  readonly config: Config;
  /** What is wrong with the file when its last good copy is in use; else empty. */
  readonly problems: readonly ConfigProblem[];
};

/**
 * The configuration of this node's file. After a reboot nobody may be there to mend a broken file: readers
 * are served by its last good copy, unless `--strict` forbids it.
 */
export function firstConfig(
  options: ServeOptions,
  io: Pick<Io, "environment" | "stdout">,
  lastGood: Pick<LastGood, "read">,
): Result<FirstConfig, readonly ConfigProblem[]> {
  const file = configFile({ file: options.config, environment: io.environment });
  const hasCopy = existsSync(lastGoodPath(file));
  // A missing file that was named on the command line is a mistyped name: none is made.
  if (options.config === undefined && !hasCopy && !existsSync(file)) {
    const made = makeConfiguration(file, { isEmpty: false });
    if (!made.ok) return err([{ file, line: null, key: "", message: made.error }]);
    io.stdout.write(`Made ${file} to begin with\n`);
  }
  const loaded = load(options, io, lastGood.read);
  if (loaded.ok) return ok({ config: loaded.value, problems: [] });
  if (options.strict || !hasCopy) return loaded;
  const kept = load(options, io, readLastGood);
  return kept.ok ? ok({ config: kept.value, problems: loaded.error }) : loaded;
}
