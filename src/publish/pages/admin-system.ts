import type { JournalEntry } from "../../core/orders/journal.ts";
import type { StatusReport } from "./page-model.ts";

/** The machinery of the desk, and what people had it do. */
export type SystemReport = {
  /** Of the program. */
  readonly version: string;
  readonly databaseBytes: number;
  readonly report: Pick<StatusReport, "nodes" | "configuration" | "backup">;
  /** The latest first. */
  readonly journal: readonly JournalEntry[];
};
