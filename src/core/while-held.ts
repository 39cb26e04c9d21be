import { type HeldWork, LEASE_MS, type Lease } from "./lease.ts";

export type RenewingOptions<Id extends string | number> = {
  readonly leases: Pick<HeldWork<Id>, "renew">;
  /** Renewed after each third of this time: when one attempt fails, another follows before the lease ends. */
  readonly forMs: number;
  /** Called when another has the lease; it is not renewed any more. */
  readonly onLost?: () => void;
  /** Called when the lease could not be renewed; it is tried again. */
  readonly onProblem: (cause: unknown) => void;
};

/** Keeps a lease. @returns how to stop renewing it; the lease then ends by itself, unless it is given back. */
export function keepHeld<Id extends string | number>(
  lease: Lease<Id>,
  { leases, forMs, onLost, onProblem }: RenewingOptions<Id>,
): () => void {
  const renew = async (): Promise<void> => {
    if (await leases.renew(lease, forMs)) return;
    clearInterval(renewing);
    onLost?.();
  };
  const renewing = setInterval(() => void renew().catch(onProblem), forMs / 3);
  // Must not keep the process alive: work that a shutdown cuts off never settles.
  renewing.unref();
  return () => clearInterval(renewing);
}

export type WhileHeldDeps<Id extends string | number> = {
  readonly leases: HeldWork<Id>;
  /** Called when a lease could not be renewed or given back. */
  readonly onProblem: (cause: unknown) => void;
};

/** Runs work under a lease, which it renews. When the work fails, the lease ends by itself. */
export async function whileHeld<T, Id extends string | number>(
  lease: Lease<Id>,
  deps: WhileHeldDeps<Id>,
  work: () => Promise<T>,
): Promise<T> {
  const stop = keepHeld(lease, { ...deps, forMs: LEASE_MS });
  try {
    return await work();
  } finally {
    stop();
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
