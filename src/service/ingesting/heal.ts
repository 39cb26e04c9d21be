import type { Log } from "../../adapters/log.ts";
import type { IngesterKind, OpenDatabase } from "../../adapters/store/engine/engine.ts";
import { createLeases } from "../../adapters/store/queues/leases.ts";
import { createHealStore, type HealTurn } from "../../adapters/store/stories/heal-store.ts";
import type { StoredContext } from "../../core/articles/stored-context.ts";
import { LEASE_MS } from "../../core/lease.ts";
import type { FallbackEntryId } from "../../core/stories/cluster-graph.ts";
import { decideHealing } from "../../core/stories/healing.ts";
import { keepHeld } from "../../core/while-held.ts";
import type { WriteGate } from "./write-gate.ts";

/**
 * A turn looks at 100 articles: some tens of milliseconds of a service, after each pass. A command begins cold, where it
 * takes several times that, and scripts run many in a row.
 */
const HEALING: Readonly<Record<IngesterKind, Pick<HealTurn, "limit" | "everyMs">>> = {
  service: { limit: 100, everyMs: 0 },
  pass: { limit: 100, everyMs: 300_000 },
};

export type Healing = {
  readonly db: OpenDatabase["db"];
  /** See lease-columns.ts. */
  readonly holder: number | null;
  readonly kind: IngesterKind;
  readonly gate: WriteGate;
  readonly log: Log;
  readonly fallbackEntryId: FallbackEntryId;
};

/** Compares some stored articles again. Does nothing while another process does. */
export async function heal(healing: Healing): Promise<void> {
  const { gate, log } = healing;
  const joined = await gate.unlessShut(() => healAlone(healing));
  if (joined > 0) log.info({ clusters: joined }, "clusters of one text were joined");
}

/** Two turns at once would look at the same articles. */
async function healAlone(healing: Healing): Promise<number> {
  const { db, holder, log } = healing;
  if (holder === null) return healSome(healing);
  const leases = createLeases(db);
  const lease = await leases.take("healing", String(holder), LEASE_MS);
  if (lease === null) return 0;
  const onProblem = (err: unknown): void =>
    log.error({ err }, "the lease of healing is not renewed");
  const stop = keepHeld(lease, { leases, forMs: LEASE_MS, onProblem });
  try {
    return await healSome(healing);
  } finally {
    stop();
    await leases.release(lease);
  }
}

function healSome({ db, kind, fallbackEntryId }: Healing): Promise<number> {
  const decide = (known: StoredContext, ids: readonly string[]) =>
    decideHealing(known, ids, fallbackEntryId);
  return createHealStore(db).heal({ ...HEALING[kind], now: Date.now() }, decide);
}
