const CODE = "WRITE_CONFLICT";

/** The error of a transaction whose snapshot somebody else has overtaken: what it read may no longer be true. */
export const writeConflict = (cause: unknown): Error =>
  Object.assign(new Error("somebody else has written since", { cause }), { code: CODE });

export const isWriteConflict = (error: unknown): boolean =>
  (error as { code?: unknown } | null)?.code === CODE;
