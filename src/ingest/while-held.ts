import { type HeldWork, LEASE_MS, type Lease } from "../core/lease.ts";

/** Leaves time for two more attempts before the lease ends. */
const RENEW_MS = LEASE_MS / 3;

export type WhileHeldDeps<Id extends string | number> = {
  readonly leases: HeldWork<Id>;
  /** Called when a lease could not be renewed or given back. */
  readonly onProblem: (cause: unknown) => void;
};

/** Runs work under a lease, which it renews. When the work fails, the lease ends by itself. */
export async function whileHeld<T, Id extends string | number>(
  lease: Lease<Id>,
  { leases, onProblem }: WhileHeldDeps<Id>,
  work: () => Promise<T>,
): Promise<T> {
  const renewing = setInterval(() => {
    leases.renew(lease, LEASE_MS).catch(onProblem);
  }, RENEW_MS);
  // Must not keep the process alive: work that a shutdown cuts off never settles.
  renewing.unref();
  try {
    return await work();
  } finally {
    clearInterval(renewing);
  }
}

/** Like `whileHeld`, but gives the lease back when the work fails: it may be tried again at once. */
export function whileHeldOrFailed<T, Id extends string | number>(
  lease: Lease<Id>,
  deps: WhileHeldDeps<Id>,
  work: () => Promise<T>,
): Promise<T> {
  return whileHeld(lease, deps, () =>
    work().catch(async (cause: unknown) => {
      await deps.leases.giveBack(lease).catch(deps.onProblem);
      throw cause;
    }),
  );
}
