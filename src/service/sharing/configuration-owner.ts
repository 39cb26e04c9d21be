import type { Log } from "../../adapters/log.ts";
import type { Lease, Leases } from "../../core/lease.ts";
import { startLoop } from "../../core/loop.ts";
import { claimBeside, mayOwn } from "../../core/settings/owning.ts";
import {
  CONFIGURATION_OWNER,
  type ConfigurationStore,
  type SharedConfiguration,
  type StoredConfiguration,
} from "../../core/settings/shared-configuration.ts";
import { keepHeld } from "../../core/while-held.ts";
import { sparing } from "../sparing.ts";
import type { OwnFile } from "./own-file.ts";

/** Owns the stored configuration where it may, and stores the file of this node then. */
export type Owning = {
  /** The file of this node, as it is now. */
  readonly follow: (own: OwnFile) => void;
  readonly isOwner: () => boolean;
  /** Gives the lease back. */
  readonly close: () => Promise<void>;
};

export type OwningDeps = {
  readonly store: Pick<ConfigurationStore, "current" | "write">;
  readonly leases: Pick<Leases, "take" | "renew" | "release">;
  /** `null` when the files are no longer those of `own`. */
  readonly read: (own: OwnFile) => SharedConfiguration | null;
  /** The version of the program. */
  readonly program: string;
  readonly log: Pick<Log, "info" | "error">;
};

const LOOK_MS = 2_000;
const OWNER_LEASE_MS = 10_000;

type OwningState = {
  readonly deps: OwningDeps;
  own: OwnFile;
  /** The store at the last look. */
  seen: StoredConfiguration | null;
  held: { readonly lease: Lease; readonly stopRenewing: () => void } | null;
  /** What was stored last under this lease. */
  written: OwnFile | null;
};

export function startOwning(own: OwnFile, deps: OwningDeps): Owning {
  const state: OwningState = { deps, own, seen: null, held: null, written: null };
  const onProblem = sparing((err) =>
    deps.log.error({ err }, "the configuration could not be stored: it is tried again"),
  );
  const loop = startLoop({
    async turn() {
      await settle(state);
      return LOOK_MS;
    },
    onProblem,
    retryMs: LOOK_MS,
  });
  return {
    follow(next) {
      // An edit of an edit that is not stored yet is one, too.
      const editOf = next.claim.editOf ?? state.own.claim.editOf;
      state.own = { ...next, claim: { ...next.claim, editOf } };
      loop.wake();
    },
    isOwner: () => state.held !== null,
    async close() {
      await loop.stop();
      await giveBack(state);
    },
  };
}

/** Stores the file of this node once, if it may: for a command, which has no time to own anything. */
export async function storeOnce(own: OwnFile, deps: OwningDeps): Promise<void> {
  const state: OwningState = { deps, own, seen: null, held: null, written: null };
  try {
    await settle(state);
  } finally {
    await giveBack(state);
  }
}

async function settle(state: OwningState): Promise<void> {
  const { store, log } = state.deps;
  if (state.held === null && !(await take(state))) return;
  const { own, held } = state;
  if (held === null || state.written === own) return;
  const shared = state.deps.read(own);
  // Edited again meanwhile: it is checked first.
  if (shared === null) return;
  const { node } = own.claim;
  await store.write(held.lease, shared, { node, program: state.deps.program });
  // Stored, it is no edit any more: who makes another file count later is not overruled by it.
  const stored = { ...own, claim: { ...own.claim, editOf: null } };
  // Edited once more while it was written: that edit is stored with the next turn.
  state.own =
    state.own === own ? stored : { ...state.own, claim: { ...state.own.claim, editOf: null } };
  state.written = stored;
  const revision = (await store.current())?.revision;
  log.info({ file: own.place.file, revision }, "the configuration of this node counts for all");
}

/** @returns whether this process is the owner now. */
async function take(state: OwningState): Promise<boolean> {
  const { store, leases } = state.deps;
  const now = await store.current();
  const claim = claimBeside(state.own.claim, state.seen, now);
  if (claim !== state.own.claim) state.own = { ...state.own, claim };
  state.seen = now;
  if (!mayOwn(now, claim)) return false;
  const lease = await leases.take(CONFIGURATION_OWNER, claim.holder, OWNER_LEASE_MS);
  if (lease === null) return false;
  // Another may have stored something, and ended, since the look.
  if ((await store.current())?.revision !== now?.revision) {
    await leases.release(lease);
    return false;
  }
  const stopRenewing = keepHeld(lease, {
    leases,
    forMs: OWNER_LEASE_MS,
    onLost: () => letGo(state),
    onProblem: () => {}, // the store refuses writes without the lease
  });
  state.held = { lease, stopRenewing };
  return true;
}

async function giveBack(state: OwningState): Promise<void> {
  const lease = state.held?.lease;
  if (lease === undefined) return;
  letGo(state);
  await state.deps.leases.release(lease);
}

function letGo(state: OwningState): void {
  state.held?.stopRenewing();
  state.held = null;
  state.written = null;
}
