export type WorkerError =
  /** The job took longer than it was given; its worker was ended. */
  | { readonly kind: "timeout"; readonly timeoutMs: number }
  /** The job threw, or its worker died: out of memory, or of a bug. */
  | { readonly kind: "crashed"; readonly message: string };
