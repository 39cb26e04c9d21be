import { existsSync } from "node:fs";
import { setTimeout as sleep } from "node:timers/promises";
import type { Log } from "../../adapters/log.ts";
import { createConfigurationStore } from "../../adapters/store/configuration/configuration-store.ts";
import type { OpenDatabase } from "../../adapters/store/engine/engine.ts";
import { databaseAt } from "../../adapters/store/engine/engines.ts";
import { createLeases } from "../../adapters/store/queues/leases.ts";
import type { DatabaseName } from "../../core/settings/database-name.ts";
import type { SourceDefinition } from "../../core/settings/definitions.ts";
import { programVersion } from "../program-version.ts";
import { type Owning, type OwningDeps, startOwning } from "./configuration-owner.ts";
import { type OwnFile, readOwn } from "./own-file.ts";

/** Where the server does not answer, the lease runs out. */
const GRACE_MS = 1_000;

/** The part of an ingest role in the sharing of the configuration. */
export type OwnHere = {
  readonly follow: (own: OwnFile) => void;
  /** Whether this node polls a source: a drop folder is only where it lies. Its owner reports that it is nowhere. */
  readonly isHere: (source: SourceDefinition) => boolean;
  /** Whether the configuration file of this node counts for all. */
  readonly isOwner: () => boolean;
  readonly close: () => Promise<void>;
};

export const owningDeps = (db: OpenDatabase["db"], log: OwningDeps["log"]): OwningDeps => ({
  store: createConfigurationStore(db),
  leases: createLeases(db),
  read: readOwn,
  program: programVersion(),
  log,
});

/** @param own `null` where this node has no file that can be used (yet). */
export async function ownHere(
  database: DatabaseName,
  own: OwnFile | null,
  log: Log,
): Promise<OwnHere> {
  const opened = await databaseAt(database).open({ isChecked: true });
  if (!opened.ok) throw new Error(opened.error.message);
  const { db, close } = opened.value;
  const deps = owningDeps(db, log);
  let owning: Owning | null = own === null ? null : startOwning(own, deps);
  const closing = async (): Promise<void> => {
    await owning?.close();
    await close();
  };
  return {
    follow(next) {
      if (owning === null) owning = startOwning(next, deps);
      else owning.follow(next);
    },
    isHere: (source) =>
      source.kind !== "folder" || (owning?.isOwner() ?? false) || existsSync(source.folder),
    isOwner: () => owning?.isOwner() ?? false,
    async close() {
      await Promise.race([closing(), sleep(GRACE_MS, undefined, { ref: false })]);
    },
  };
}
