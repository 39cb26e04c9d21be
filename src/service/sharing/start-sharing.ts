import { setTimeout as sleep } from "node:timers/promises";
import type { Log } from "../../adapters/log.ts";
import type { Config, ConfigProblem } from "../../config/config.ts";
import { NO_PASSWORDS, type Passwords } from "../../config/without-password.ts";
import { err, ok, type Result } from "../../core/result.ts";
import type { DatabaseName } from "../../core/settings/database-name.ts";
import { holderOn } from "../../core/settings/owning.ts";
import type { FirstConfig } from "../first-config.ts";
import type { Io } from "../io.ts";
import { nodeName } from "../node-name.ts";
import type { Role } from "../roles/role.ts";
import { type ConfigInForce, configInForce, type LoadedRevision } from "./in-force.ts";
import {
  editOf,
  type LocalConfiguration,
  lastGoodPasswords,
  localOf,
  type OwnFile,
  ownFileOf,
} from "./own-file.ts";
import { readStored } from "./read-stored.ts";
import { unusableRevision } from "./shared-state.ts";

/** With what a node begins to share its configuration. */
export type FirstSharing = {
  readonly stored: LoadedRevision | null;
  /** The file of this node; `null` where it has none. */
  readonly file: FirstConfig | null;
  /** `null` also where the file cannot be used now. */
  readonly local: LocalConfiguration | null;
  readonly ownFile: OwnFile | null;
  /** `null` where the environment and the stored text say it. */
  readonly own: Pick<Config, "server" | "database"> | null;
  /** Those that the file of this node knows, or knew when it was last good. */
  readonly passwords: Passwords;
  readonly files: ConfigInForce["files"];
  /** Why this node cannot use what is stored, and uses its own file. */
  readonly problems: readonly ConfigProblem[];
};

export type SharedStart = FirstConfig & { readonly sharing: FirstSharing };

/** The start of a node that has a configuration file. */
export async function startWithFile(first: FirstConfig, io: Io): Promise<SharedStart> {
  // That the database cannot be used is said when it is prepared.
  const read = await readStored(first.config.database);
  return startBeside(read.ok ? read.value : null, first, io);
}

/** The same beside what is stored; `null`: nothing is. */
export function startBeside(
  stored: LoadedRevision | null,
  first: FirstConfig,
  io: Pick<Io, "environment">,
): SharedStart {
  const { config, problems } = first;
  const local = problems.length === 0 ? localOf(config, io) : null;
  const own = { server: config.server, database: config.database };
  const passwords = local?.passwords ?? lastGoodPasswords(config);
  const chosen = configInForce({ stored, local, own, passwords, holder: holderHere(io) }, io);
  const isUsable = chosen?.ok ?? false;
  const edited = editOf(stored, config.file, io);
  return {
    config: chosen?.ok ? chosen.value.config : config,
    problems,
    sharing: {
      stored,
      file: first,
      local,
      own,
      passwords,
      ownFile: local === null ? null : ownFileOf(local, io, edited),
      files: chosen?.ok ? chosen.value.files : new Map(),
      problems:
        isUsable || chosen === null || chosen.ok ? [] : unusableRevision(stored, chosen.error),
    },
  };
}

export type Fileless = {
  /** As the environment names it. */
  readonly database: DatabaseName;
  /** Where a file would be. */
  readonly file: string;
  readonly role: Role;
  readonly log: Pick<Log, "warn">;
};

const RETRY_MS = 1_000;

/**
 * The start of a node without a file: it follows what another stored, and waits until one did. `null`: there is nothing to follow,
 * and this node, which does everything, may make a configuration.
 */
export async function startWithoutFile(
  { database, file, role, log }: Fileless,
  io: Io,
): Promise<Result<SharedStart, readonly ConfigProblem[]> | null> {
  const tell = createTelling(log, file);
  for (;;) {
    const read = await readStored(database);
    if (read.ok && read.value !== null) return startFollowing(read.value, io);
    const why = read.ok ? NOTHING_STORED : read.error;
    if (role === "all") return read.ok ? null : err([{ file, line: null, key: "", message: why }]);
    tell(why);
    await sleep(RETRY_MS);
  }
}

/** Tells each reason once. */
function createTelling(log: Fileless["log"], file: string): (why: string) => void {
  let told = "";
  return (why) => {
    if (why !== told) log.warn({ file, why }, "there is no configuration yet: waiting for it");
    told = why;
  };
}

const NOTHING_STORED =
  "no node has stored one. Start one that has a configuration file: offprint serve --role ingest";

/** The start of a node without a file beside what is stored. */
export function startFollowing(
  stored: LoadedRevision,
  io: Pick<Io, "environment">,
): Result<SharedStart, readonly ConfigProblem[]> {
  const none = { local: null, own: null, passwords: NO_PASSWORDS };
  const choice = { ...none, stored, holder: holderHere(io) };
  const chosen = configInForce(choice, io);
  if (chosen === null) throw new Error("what is stored is in force");
  if (!chosen.ok) return err(unusableRevision(stored, chosen.error));
  const { config, files } = chosen.value;
  const sharing = { ...none, stored, files, file: null, ownFile: null, problems: [] };
  return ok({ config, problems: [], sharing });
}

const holderHere = (io: Pick<Io, "environment">): string => holderOn(nodeName(io), process.pid);
