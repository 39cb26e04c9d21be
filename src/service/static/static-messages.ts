import type { Config } from "../../config/config.ts";
import type { FilesProblem } from "../../core/entries/files-problem.ts";

/** A message from a service to the process that writes its files. */
export type ToStatic = {
  readonly config: Config;
  readonly to: string;
  /** The name of this node. */
  readonly node: string;
};

/** A message from the process that writes files to its service. */
export type FromStatic =
  /** The target must not be used: it holds what others put there, or its name is wrong. */
  | { readonly kind: "refused"; readonly message: string }
  /** Another process writes there. */
  | { readonly kind: "standing-by" }
  /** Files could not be written, or not all; it is tried again. `cause` says more of it. */
  | { readonly kind: "failed"; readonly problem: FilesProblem; readonly cause: string | null }
  /** Nothing stands against it any more. */
  | { readonly kind: "recovered" }
  /** All files are as they should be, for the first time since the start or a failure. */
  | { readonly kind: "up-to-date"; readonly written: number; readonly removed: number };
