import type { Config } from "../../config/config.ts";
import type { SourceReport } from "../../core/source-report.ts";

/** What the serving process says to its ingest child. */
export type ToIngest =
  | { readonly kind: "config"; readonly config: Config }
  /** How many people read our feeds, as far as their readers say. */
  | { readonly kind: "audience"; readonly subscribers: number };

/** What was taken in at the start. */
export type FirstPass = {
  readonly reports: readonly SourceReport[];
  /** Why it could not go on, or `null`. */
  readonly problem: string | null;
};

/** What the ingest child says to the process that serves. */
export type FromIngest =
  | { readonly kind: "refused"; readonly message: string }
  | { readonly kind: "first-pass"; readonly pass: FirstPass }
  | { readonly kind: "storage"; readonly problem: string | null };
