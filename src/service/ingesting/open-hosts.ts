import type { Log } from "../../adapters/log.ts";
import type { OpenDatabase } from "../../adapters/store/engine/engine.ts";
import { createHostStore } from "../../adapters/store/sources/hosts.ts";
import type { IngestStore } from "../../core/intake/ingest-store.ts";
import { createHostHolds, type HostHolds } from "../../ingest/host-holds.ts";
import { ALL_OURS, createHostTurns, type HostTurns } from "../../ingest/host-turns.ts";
import { sparing } from "../sparing.ts";

export type OpenHostsDeps = {
  readonly db: OpenDatabase["db"];
  /** See lease-columns.ts. */
  readonly holder: number | null;
  readonly store: IngestStore;
  readonly log: Log;
};

/** What hosts asked of everyone, and whose turn it is to ask them. */
export async function openHosts({ db, holder, store, log }: OpenHostsDeps): Promise<{
  readonly holds: HostHolds;
  readonly turns: HostTurns;
}> {
  const hosts = createHostStore(db, holder);
  const holds = createHostHolds({ store, hosts });
  for (const hold of await hosts.holds(Date.now())) holds.learn(hold);
  if (holder === null) return { holds, turns: ALL_OURS };
  const onProblem = sparing((err) => log.error({ err }, "hosts could not be kept or given back"));
  const deps = { store: hosts, onHold: holds.learn, onProblem, now: () => performance.now() };
  return { holds, turns: createHostTurns(deps) };
}
