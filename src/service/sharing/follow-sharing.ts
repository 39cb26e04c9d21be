import { setTimeout as sleep } from "node:timers/promises";
import type { Log } from "../../adapters/log.ts";
import { createConfigurationStore } from "../../adapters/store/configuration/configuration-store.ts";
import { databaseAt } from "../../adapters/store/engine/engines.ts";
import { type Config, describeProblem } from "../../config/config.ts";
import { startLoop } from "../../core/loop.ts";
import { holderOn } from "../../core/settings/owning.ts";
import type { ConfigurationStore } from "../../core/settings/shared-configuration.ts";
import { type FollowOptions, followConfig } from "../follow-config.ts";
import type { Io } from "../io.ts";
import { nodeName } from "../node-name.ts";
import { sparing } from "../sparing.ts";
import { configInForce, isOurs, type LoadedRevision } from "./in-force.ts";
import { type LocalConfiguration, localOf, type OwnFile, ownFileOf } from "./own-file.ts";
import { ignoredFile, type SharedState, unusableRevision } from "./shared-state.ts";
import type { FirstSharing } from "./start-sharing.ts";

export type FollowSharingOptions = FollowOptions & {
  readonly sharing: FirstSharing;
  /** Hands the file of this node to the process that may store it. */
  readonly onOwn: (own: OwnFile) => void;
  /** Absent: that of the database. */
  readonly openStore?: (config: Config) => Promise<FollowedStore>;
};

export type FollowedStore = {
  readonly store: Pick<ConfigurationStore, "current" | "load">;
  readonly close: () => Promise<void>;
};

/** Time between looks at the store: one small query. */
const LOOK_MS = 1_500;

const GRACE_MS = 1_000;

type SharingState = {
  readonly io: Pick<Io, "environment">;
  readonly log: Log;
  readonly shared: SharedState;
  readonly holder: string;
  readonly own: FirstSharing["own"];
  readonly apply: (config: Config) => void;
  stored: LoadedRevision | null;
  local: LocalConfiguration | null;
  passwords: FirstSharing["passwords"];
  /** The last configuration that was handed on. */
  current: string;
  /** Of what `current` was chosen. */
  chosenOf: unknown;
  isToldOfDiffering: boolean;
};

/** Hands on what the configuration in force becomes: by edits of this node's file, or by those of its owner. @returns how to stop it. */
export async function followSharing(follow: FollowSharingOptions): Promise<() => Promise<void>> {
  const { io, log, file, first, sharing } = follow;
  if (file.shared === null) throw new Error("nothing is shared");
  const state: SharingState = {
    io,
    log,
    shared: file.shared,
    holder: holderOn(nodeName(io), process.pid),
    own: sharing.own,
    apply: follow.apply,
    stored: sharing.stored,
    local: sharing.local,
    passwords: sharing.passwords,
    current: JSON.stringify(first.config),
    chosenOf: null,
    isToldOfDiffering: false,
  };
  const { store, close } = await (follow.openStore ?? openStore)(first.config);
  const onProblem = sparing((err) =>
    log.error({ err }, "the stored configuration could not be read: the last one stays in force"),
  );
  const loop = startLoop({
    async turn() {
      await look(state, store);
      return LOOK_MS;
    },
    onProblem,
    retryMs: LOOK_MS,
  });
  const letGo = followFile(follow, state, loop.wake);
  return async () => {
    letGo();
    // The server may be away.
    const ended = loop.stop().then(close);
    await Promise.race([ended, sleep(GRACE_MS, undefined, { ref: false })]);
  };
}

async function openStore({ database }: Config): Promise<FollowedStore> {
  const opened = await databaseAt(database).openReadOnly({ mayBeAway: true });
  if (!opened.ok) throw new Error(opened.error.message);
  return { store: createConfigurationStore(opened.value.db), close: opened.value.close };
}

/** @returns how to stop it. */
function followFile(
  follow: FollowSharingOptions,
  state: SharingState,
  wake: () => void,
): () => void {
  const { sharing, hangUp, io, onOwn } = follow;
  const reread = (): void => {
    state.chosenOf = null;
    wake();
  };
  if (sharing.file === null) {
    hangUp.onHangUp(reread);
    return () => hangUp.onHangUp(() => {});
  }
  return followConfig({
    ...follow,
    first: sharing.file,
    apply(config) {
      // Else it changed again: it is looked at again.
      state.local = localOf(config, io) ?? state.local;
      state.passwords = state.local?.passwords ?? state.passwords;
      if (state.local !== null) onOwn(ownFileOf(state.local, io, null));
      reread();
    },
  });
}

async function look(
  state: SharingState,
  store: Pick<ConfigurationStore, "current" | "load">,
): Promise<void> {
  const now = await store.current();
  if (now === null || now.revision !== state.stored?.revision) state.stored = await store.load();
  else state.stored = { ...state.stored, owner: now.owner };
  state.shared.stored = state.stored;
  choose(state);
  noteDiffering(state);
}

function choose(state: SharingState): void {
  const { stored, local, io, log, shared } = state;
  const of = JSON.stringify([stored?.revision, isOurs(state), local?.shared.hash]);
  if (of === state.chosenOf) return;
  state.chosenOf = of;
  const chosen = configInForce(state, io);
  if (chosen === null) return;
  if (!chosen.ok) {
    shared.problems = unusableRevision(stored, chosen.error);
    const problems = shared.problems.map(describeProblem);
    log.error(
      { problems },
      "the stored configuration cannot be used here: the old one stays in force",
    );
    return;
  }
  const { config, files } = chosen.value;
  shared.problems = [];
  shared.files = files;
  const next = JSON.stringify(config);
  if (next === state.current) return;
  state.current = next;
  state.apply(config);
}

function noteDiffering(state: SharingState): void {
  const { shared, local, log, stored } = state;
  if (local === null || isOurs(state)) {
    shared.differing = null;
    state.isToldOfDiffering = false;
    return;
  }
  shared.differing ??= { file: local.config.file, since: Date.now() };
  const file = ignoredFile(shared, Date.now());
  if (file === null || state.isToldOfDiffering) return;
  state.isToldOfDiffering = true;
  log.warn({ file, revision: stored?.revision, owner: stored?.owner.holder }, DIFFERS);
}

const DIFFERS =
  "this file differs from the configuration in force, and does not count. Bring both to one text, remove it, or let it count from now on: offprint config own";
