import { existsSync } from "node:fs";
import type { Log } from "../../adapters/log.ts";
import { databaseAt } from "../../adapters/store/engine/engines.ts";
import type { Config } from "../../config/config.ts";
import { configFile, type Loaded } from "../../config/load-config.ts";
import { NO_PASSWORDS } from "../../config/without-password.ts";
import { err, ok, type Result } from "../../core/result.ts";
import type { DatabaseName } from "../../core/settings/database-name.ts";
import { mayOwn } from "../../core/settings/owning.ts";
import type { Io } from "../io.ts";
import { type CommonOptions, load, loadDetached } from "../load.ts";
import { storeOnce } from "./configuration-owner.ts";
import { configInForce, type LoadedRevision } from "./in-force.ts";
import { editOf, type LocalConfiguration, localOf, ownFileOf } from "./own-file.ts";
import { owningDeps } from "./own-here.ts";
import { readStored } from "./read-stored.ts";
import { unusableRevision } from "./shared-state.ts";

/** The configuration of a command: that of the file; where this node has none, what its nodes share. */
export async function configurationHere(options: CommonOptions, io: Io): Promise<Loaded> {
  const file = configFile({ file: options.config, environment: io.environment });
  if (options.config !== undefined || existsSync(file)) return load(options, io);
  const bare = loadDetached({ file, files: new Map(), siteUrl: undefined }, io);
  if (!bare.ok) return bare;
  const stored = await storedIn(bare.value.database);
  if (!stored.ok) return err([{ file, line: null, key: "", message: stored.error }]);
  return stored.value === null ? load(options, io) : inForce(stored.value, null, io);
}

/**
 * The configuration of a pass: where nodes share one, that which is in force for all. Stores the file of this node, if that counts
 * for all. The file is told of when it does not.
 */
export async function configurationForPass(
  options: CommonOptions,
  io: Io,
  log: Pick<Log, "info" | "error">,
): Promise<Loaded> {
  const loaded = await configurationHere(options, io);
  if (!loaded.ok || !databaseAt(loaded.value.database).isShared) return loaded;
  const { file, database } = loaded.value;
  const local = existsSync(file) ? localOf(loaded.value, io) : null;
  if (local === null) return loaded;
  const before = await storedIn(database);
  if (!before.ok) return loaded; // the pass says why
  const edited = editOf(before.value, file, io);
  const opened = await databaseAt(database).open({ isChecked: true, mustExist: false });
  if (!opened.ok) return loaded;
  const { db, close } = opened.value;
  await storeOnce(ownFileOf(local, io, edited), owningDeps(db, log)).finally(close);
  const after = await storedIn(database);
  if (!after.ok || after.value === null || after.value.hash === local.shared.hash) return loaded;
  return storedInstead(after.value, local, io);
}

/** The configuration of a command that publishes: as that of a pass, but stores nothing. */
export async function configurationToPublish(options: CommonOptions, io: Io): Promise<Loaded> {
  const loaded = await configurationHere(options, io);
  if (!loaded.ok) return loaded;
  const { file, database } = loaded.value;
  const stored = await storedIn(database);
  const local = existsSync(file) ? localOf(loaded.value, io) : null;
  if (!stored.ok || stored.value === null || local === null) return loaded;
  const { claim } = ownFileOf(local, io, editOf(stored.value, file, io));
  const isOurs = stored.value.hash === local.shared.hash || mayOwn(stored.value, claim);
  return isOurs ? loaded : storedInstead(stored.value, local, io);
}

/** Says that the file of this node does not count. */
function storedInstead(stored: LoadedRevision, local: LocalConfiguration, io: Io): Loaded {
  io.stderr.write(
    `${local.config.file} differs from revision ${stored.revision}, which counts: see offprint config show\n`,
  );
  return inForce(stored, local, io);
}

/** What is stored; `null` also where there is no database, or none that nodes share. */
export async function storedIn(name: DatabaseName): Promise<Result<LoadedRevision | null, string>> {
  const database = databaseAt(name);
  return database.isShared && (await database.exists()) ? readStored(name) : ok(null);
}

/** @param local says something else than what is stored; `null` where there is none. */
function inForce(stored: LoadedRevision, local: LocalConfiguration | null, io: Io): Loaded {
  const own = local === null ? null : ownParts(local.config);
  const passwords = local?.passwords ?? NO_PASSWORDS;
  const chosen = configInForce({ stored, local, holder: "", own, passwords }, io);
  if (chosen === null) throw new Error("what is stored is in force");
  return chosen.ok ? ok(chosen.value.config) : err(unusableRevision(stored, chosen.error));
}

const ownParts = ({ server, database }: Config): Pick<Config, "server" | "database"> => ({
  server,
  database,
});
