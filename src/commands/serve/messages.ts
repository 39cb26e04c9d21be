import type { Config } from "../../config/config.ts";
import type { SourceReport } from "../../core/polling/source-report.ts";

/** What the serving process says to its ingest child. */
export type ToIngest =
  | { readonly kind: "config"; readonly config: Config }
  /** How many people read our feeds, as far as their readers say. */
  | { readonly kind: "audience"; readonly subscribers: number }
  /** Answered by `edited` with the same id. */
  | { readonly kind: "edit"; readonly id: number; readonly edit: ArticleEdit };

/** What an editor wants done with one article. */
export type ArticleEdit =
  | {
      readonly kind: "keep-lines";
      readonly articleId: string;
      /** As they were removed. */
      readonly lines: readonly string[];
    }
  | { readonly kind: "forget-kept-lines"; readonly articleId: string };

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
  /** `problem` is a sentence, `null` when it was done. */
  | { readonly kind: "edited"; readonly id: number; readonly problem: string | null }
  | { readonly kind: "storage"; readonly problem: string | null };
