import type { Config } from "../../config/config.ts";

/** A message from a service to the process that writes its files. */
export type ToStatic = { readonly config: Config; readonly to: string };

/** A message from the process that writes files to its service. */
export type FromStatic =
  /** The target cannot be used: it holds what others put there. */
  | { readonly kind: "refused"; readonly message: string }
  /** Another process writes there. */
  | { readonly kind: "standing-by" }
  /** Files could not be written; it is tried again. */
  | { readonly kind: "failed"; readonly message: string }
  /** Files can be written again. */
  | { readonly kind: "recovered" }
  /** All files are as they should be, for the first time since the start or a failure. */
  | { readonly kind: "up-to-date"; readonly written: number; readonly removed: number };
