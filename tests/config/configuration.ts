import { mkdirSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { isCronExpression } from "../../src/adapters/cron.ts";
import { readOpml } from "../../src/adapters/markup/read-opml.ts";
import type { Config } from "../../src/config/config.ts";
import { describeProblem } from "../../src/config/config.ts";
import type { Environment } from "../../src/config/environment.ts";
import { type Loaded, loadConfig } from "../../src/config/load-config.ts";
import { temporaryFolder } from "../support/temporary-folder.ts";

export type Written = {
  readonly folder: string;
  readonly file: string;
  readonly load: (environment?: Environment) => Loaded;
};

/** A configuration in a folder of its own, with the other files that it names. */
export function writeConfig(yaml: string, others: Readonly<Record<string, string>> = {}): Written {
  const folder = temporaryFolder();
  const file = join(folder, "offprint.yaml");
  for (const [name, text] of Object.entries({ ...others, "offprint.yaml": yaml })) {
    mkdirSync(dirname(join(folder, name)), { recursive: true });
    writeFileSync(join(folder, name), text);
  }
  const load = (environment: Environment = {}): Loaded =>
    loadConfig({ file, environment, readOpml, isCronExpression });
  return { folder, file, load };
}

/** The configuration, which must be valid. */
export function valid(loaded: Loaded): Config {
  if (loaded.ok) return loaded.value;
  throw new Error(loaded.error.map(describeProblem).join("\n"));
}

/** What is wrong, as it is printed, without the folder. */
export function problemsOf({ folder, load }: Written, environment?: Environment): string[] {
  const loaded = load(environment);
  if (loaded.ok) throw new Error("it is valid");
  return loaded.error.map((problem) => describeProblem(problem).replaceAll(`${folder}/`, ""));
}
