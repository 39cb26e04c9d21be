import type { Config } from "../config/config.ts";
import type { SourceReport } from "../core/intake/source-report.ts";

/** What the serving process says to its ingest child. */
export type ToIngest = { readonly kind: "config"; readonly config: Config };

/** What was taken in at the start. */
export type FirstPass = {
  readonly reports: readonly SourceReport[];
  /** Why it could not go on, or `null`. */
  readonly problem: string | null;
};

/** What the ingest child says to the process that serves. */
export type FromIngest =
  /** Another process ingests into this database. */
  | { readonly kind: "refused"; readonly message: string }
  /** What hinders it may pass: it is tried again. */
  | { readonly kind: "cannot-begin"; readonly message: string }
  | { readonly kind: "first-pass"; readonly pass: FirstPass }
  /** `problem` is a sentence, `null` when storage works again. */
  | { readonly kind: "storage"; readonly problem: string | null };
