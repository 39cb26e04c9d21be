import type { OpenDatabase } from "../../adapters/store/engine/engine.ts";
import { createFilesLog } from "../../adapters/store/publishing/files-log.ts";
import { createPublishStore } from "../../adapters/store/publishing/publish-store.ts";
import { createLeases } from "../../adapters/store/queues/leases.ts";
import type { StaticTarget, TargetProblem } from "../../core/entries/static-files.ts";
import type { Lease } from "../../core/lease.ts";
import { ok, type Result } from "../../core/result.ts";
import { holderOn } from "../../core/settings/owning.ts";
import { keepHeld } from "../../core/while-held.ts";

/** The right to write the files of a target. */
export type FileLease = {
  /** Aborted when another process has it. */
  readonly lost: AbortSignal;
  readonly giveBack: () => Promise<void>;
};

/** Within this time another process goes on for one that died. */
const FILES_MS = 10_000;

/**
 * Takes the right to write to a target, and notes that this node does.
 *
 * @returns `null` while another process writes there.
 */
export async function claimTarget(
  { db }: Pick<OpenDatabase, "db">,
  target: Pick<StaticTarget, "label" | "identify">,
  node: string,
): Promise<Result<FileLease | null, TargetProblem>> {
  const { id: desk } = await createPublishStore(db).instance();
  const log = createFilesLog(db);
  const place = { node, target: target.label };
  const known = await log.find(place);
  const identity = await target.identify({ desk, isKnown: known !== null });
  if (!identity.ok) return identity;
  const name = `files in ${identity.value}`;
  const lease = await createLeases(db).take(name, holderOn(node, process.pid), FILES_MS);
  if (lease === null) return ok(null);
  const held = holding({ db }, { lease, label: target.label });
  try {
    await log.note({ ...place, at: Date.now(), problem: known?.problem ?? null });
  } catch (cause) {
    await held.giveBack();
    throw cause;
  }
  return ok(held);
}

function holding(
  { db }: Pick<OpenDatabase, "db">,
  { lease, label }: { readonly lease: Lease; readonly label: string },
): FileLease {
  const leases = createLeases(db);
  const losing = new AbortController();
  const stopRenewing = keepHeld(lease, {
    leases,
    forMs: FILES_MS,
    onLost: () => losing.abort(new Error(takenBy(label))),
    onProblem: () => {}, // the next turn meets the same storage, and reports it
  });
  return {
    lost: losing.signal,
    async giveBack() {
      stopRenewing();
      await leases.release(lease).catch(() => {}); // it ends by itself
    },
  };
}

/** A sentence. */
export const takenBy = (label: string): string =>
  `another process writes the files in ${label} now`;
