/** What the pool says to a worker: one job at a time. */
export type JobMessage = { readonly id: number; readonly job: unknown };

/**
 * What a worker says to the pool. `ready` once it has loaded, and again when it loaded
 * more for the job at hand, whose time begins anew; `started` before it touches a job,
 * so that a job it never came to can be given to another.
 */
export type WorkerMessage =
  | { readonly kind: "ready" }
  | { readonly kind: "started"; readonly id: number }
  | { readonly kind: "done"; readonly id: number; readonly value: unknown }
  | { readonly kind: "failed"; readonly id: number; readonly message: string };
