import { hostname } from "node:os";
import { setTimeout as sleep } from "node:timers/promises";
import type { NamedDatabase, OpenDatabase } from "../../adapters/store/engine/engine.ts";
import { createLeases } from "../../adapters/store/queues/leases.ts";
import { PUBLISHER } from "../../core/entries/publication.ts";
import type { Lease, Leases } from "../../core/lease.ts";
import { err, ok, type Result } from "../../core/result.ts";
import { keepHeld } from "../../core/while-held.ts";
import { toldProblem } from "./told-problem.ts";

/** The only place to ingest, and the publisher's lease of a database. */
export type HeldDatabase = {
  /** Throws when another process publishes from it now. */
  readonly requireHeld: () => void;
  readonly release: () => Promise<void>;
};

/** As long as publishers hold it: one that asked for less would take theirs for one from before a clock was set back (lease-columns.ts). */
const LEASE_MS = 10_000;
/** A publisher that was killed holds its lease for so long. */
const PATIENCE_MS = LEASE_MS + 2000;
const RETRY_MS = 250;

/**
 * Keeps others from taking in articles for an open database, and from publishing. The error is a sentence.
 *
 * @param patienceMs how long it waits for the lease of a publisher, which may have died.
 */
export async function holdDatabase(
  database: NamedDatabase,
  { db }: Pick<OpenDatabase, "db">,
  patienceMs = PATIENCE_MS,
): Promise<Result<HeldDatabase, string>> {
  const name = `process ${process.pid} on ${hostname()}`;
  const place = await database.enterIngest({ name, kind: "copy" });
  if (!place.ok) {
    return err(`${place.error.name} takes in articles for ${database.label}. ${STOP_FIRST}`);
  }
  const leases = createLeases(db);
  const lease = await takeLease(leases, name, patienceMs);
  if (lease === null) {
    await place.value.release();
    return err(`another process publishes from ${database.label}. ${STOP_FIRST}`);
  }
  return ok(held(database, { leases, lease, leave: place.value.release }));
}

const STOP_FIRST = "Stop it first: a desk that is in use cannot be copied.";

async function takeLease(leases: Leases, name: string, patienceMs: number): Promise<Lease | null> {
  for (const until = Date.now() + patienceMs; ; await sleep(RETRY_MS)) {
    const lease = await leases.take(PUBLISHER, name, LEASE_MS);
    if (lease !== null || Date.now() >= until) return lease;
  }
}

type Holding = {
  readonly leases: Leases;
  readonly lease: Lease;
  readonly leave: () => Promise<void>;
};

function held({ label }: NamedDatabase, { leases, lease, leave }: Holding): HeldDatabase {
  let isLost = false;
  const stopRenewing = keepHeld(lease, {
    leases,
    forMs: LEASE_MS,
    onLost: () => {
      isLost = true;
    },
    onProblem: () => {}, // copying meets the same storage, and reports it
  });
  return {
    requireHeld() {
      if (isLost) throw toldProblem(`another process publishes from ${label} now. ${STOP_FIRST}`);
    },
    async release() {
      stopRenewing();
      await leases.release(lease).catch(() => {}); // it ends by itself
      await leave();
    },
  };
}
