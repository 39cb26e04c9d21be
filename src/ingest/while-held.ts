import { type HeldWork, LEASE_MS, type Lease } from "../core/lease.ts";

/** In time for two more attempts before the lease ends. */
const RENEW_MS = LEASE_MS / 3;

export type WhileHeldDeps<Id extends string | number> = {
  readonly leases: HeldWork<Id>;
  /** A lease could not be renewed, or given back. */
  readonly onProblem: (cause: unknown) => void;
};

/** Works under a lease that is renewed meanwhile. When the work fails it is over by its lease's end. */
export async function whileHeld<T, Id extends string | number>(
  lease: Lease<Id>,
  { leases, onProblem }: WhileHeldDeps<Id>,
  work: () => Promise<T>,
): Promise<T> {
  const renewing = setInterval(() => {
    leases.renew(lease, LEASE_MS).catch(onProblem);
  }, RENEW_MS);
  // What is cut off by the end of the service is never answered.
  renewing.unref();
  try {
    return await work();
  } finally {
    clearInterval(renewing);
  }
}

/** The same for work that may be tried again at once: when it fails its lease is given back. */
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
