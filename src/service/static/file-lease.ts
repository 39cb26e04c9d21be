import { hostname } from "node:os";
import type { OpenDatabase } from "../../adapters/store/engine/engine.ts";
import { createLeases } from "../../adapters/store/queues/leases.ts";
import type { StaticTarget } from "../../core/entries/static-files.ts";
import { keepHeld } from "../../core/while-held.ts";

/** The right to write the files of a target. */
export type FileLease = {
  /** Aborted when another process has it. */
  readonly lost: AbortSignal;
  readonly giveBack: () => Promise<void>;
};

/** Within this time another process goes on for one that died. */
const FILES_MS = 10_000;

/** @returns `null` while another process writes there. */
export async function takeFileLease(
  { db }: Pick<OpenDatabase, "db">,
  { label }: Pick<StaticTarget, "label">,
): Promise<FileLease | null> {
  const leases = createLeases(db);
  const holder = `process ${process.pid} on ${hostname()}`;
  const lease = await leases.take(`files in ${label}`, holder, FILES_MS);
  if (lease === null) return null;
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
