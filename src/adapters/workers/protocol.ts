/** A message of the pool to a worker: one job at a time. */
export type JobMessage = { readonly id: number; readonly job: unknown };

/**
 * A message of a worker to the pool. `ready` comes once the worker has loaded, and again when it has loaded more for
 * the job at hand, whose time then begins anew. `started` comes before the worker touches a job, so that a job that it
 * never began can be given to another.
 */
export type WorkerMessage =
  | { readonly kind: "ready" }
  | { readonly kind: "started"; readonly id: number }
  | { readonly kind: "done"; readonly id: number; readonly value: unknown }
  | { readonly kind: "failed"; readonly id: number; readonly message: string };
