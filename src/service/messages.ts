import type { Config } from "../config/config.ts";
import type { SourceReport } from "../core/intake/source-report.ts";
import type { OwnFile } from "./sharing/own-file.ts";

/** A message from the serving process to its ingest child. */
export type ToIngest = {
  readonly kind: "config";
  readonly config: Config;
  /** What the child may store for other nodes; `null` where there is nothing to share. */
  readonly own: OwnFile | null;
};

/** The result of the first pass after the start. */
export type FirstPass = {
  readonly reports: readonly SourceReport[];
  /** Why the pass could not go on, or `null`. */
  readonly problem: string | null;
};

/** A message from the ingest child to the serving process. */
export type FromIngest =
  /** Another process ingests into this database. */
  | { readonly kind: "refused"; readonly message: string }
  /** The child cannot begin for a reason that may pass: it is started again. */
  | { readonly kind: "cannot-begin"; readonly message: string }
  | { readonly kind: "first-pass"; readonly pass: FirstPass }
  /** `problem` is a sentence, `null` when storage works again. */
  | { readonly kind: "storage"; readonly problem: string | null };
