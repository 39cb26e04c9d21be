import { existsSync } from "node:fs";
import { createConfigurationStore } from "../../adapters/store/configuration/configuration-store.ts";
import { databaseAt } from "../../adapters/store/engine/engines.ts";
import type { Config, ConfigProblem } from "../../config/config.ts";
import { configFile } from "../../config/load-config.ts";
import { err, ok, type Result } from "../../core/result.ts";
import type { Io } from "../io.ts";
import type { CommonOptions } from "../load.ts";
import { openForWriting } from "../open-existing.ts";
import { programVersion } from "../program-version.ts";
import { configurationHere, storedIn } from "./command-configuration.ts";
import type { LoadedRevision } from "./in-force.ts";
import { localOf, ownFileOf } from "./own-file.ts";

/** What `config show` tells. */
export type ConfigurationView = {
  readonly file: string;
  /** Whether this node has that file. */
  readonly isThere: boolean;
  /** `null` where only the file counts. */
  readonly stored: LoadedRevision | null;
  /** Files of the configuration that are not as they are stored: "" is the configuration itself. */
  readonly differing: readonly string[];
};

/** Which configuration counts on this node, and what its own file says otherwise. */
export async function viewConfiguration(
  options: CommonOptions,
  io: Io,
): Promise<Result<ConfigurationView, readonly ConfigProblem[]>> {
  const file = configFile({ file: options.config, environment: io.environment });
  const isThere = existsSync(file);
  const loaded = await configurationHere(options, io);
  if (!loaded.ok) return loaded;
  const stored = await storedIn(loaded.value.database);
  if (!stored.ok) return err([{ file, line: null, key: "", message: stored.error }]);
  const local = isThere && stored.value !== null ? localOf(loaded.value, io) : null;
  const differing =
    local === null || stored.value === null
      ? []
      : differingFiles(local.shared.files, stored.value.files);
  return ok({ file, isThere, stored: stored.value, differing });
}

function differingFiles(
  ours: LoadedRevision["files"],
  theirs: LoadedRevision["files"],
): readonly string[] {
  const isEqual = (path: string): boolean =>
    Buffer.compare(ours.get(path) ?? Buffer.of(), theirs.get(path) ?? Buffer.of()) === 0 &&
    ours.has(path) === theirs.has(path);
  return [...new Set([...ours.keys(), ...theirs.keys()])].filter((path) => !isEqual(path));
}

/** Lets the file of this node count for all from now on: its operator decided so. @returns the revision; the error is a sentence. */
export async function ownConfiguration(config: Config, io: Io): Promise<Result<number, string>> {
  const local = localOf(config, io);
  if (local === null) return err(`${config.file} changed just now: try again`);
  if (!databaseAt(config.database).isShared) return err(ALWAYS_COUNTS);
  const opened = await openForWriting(config.database);
  if (!opened.ok) return opened;
  const { db, close } = opened.value;
  try {
    const store = createConfigurationStore(db);
    const { node, holder } = ownFileOf(local, io, null).claim;
    await store.seize(holder, local.shared, { node, program: programVersion() });
    return ok((await store.current())?.revision ?? 0);
  } finally {
    await close();
  }
}

const ALWAYS_COUNTS =
  "in a SQLite database nothing is shared: the file that a process reads always counts";
