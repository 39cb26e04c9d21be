import type { ComparedTable } from "../../adapters/store/copying/compare-tables.ts";
import { toldProblem } from "./told-problem.ts";

/** How the asker of a copy hears of it and stops it. */
export type CopyHearing = {
  /** A part of the work begins. @param rows of all tables. @param done how many of them are done already. */
  readonly onPhase: (phase: CopyPhase, rows: number, done: number) => void;
  /** So many more rows are done. */
  readonly onRows: (rows: number) => void;
  readonly onCopied: (table: string, rows: number) => void;
  readonly onCompared: (table: ComparedTable) => void;
  readonly isStopped: () => boolean;
};

export type CopyPhase = "copying" | "comparing";

/**
 * How a copy, or a comparison, ended. `equal`: every table has the same rows on both sides. `stopped`: its asker wanted it
 * to end.
 */
export type CopyEnd = {
  readonly kind: "equal" | "different" | "stopped";
  /** Of the source that were copied or compared. */
  readonly rows: number;
};

/** Thrown to end what is under way. */
export const STOPPED = toldProblem("stopped");
