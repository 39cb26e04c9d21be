import type { FailedTurn, HeldWork, Lease } from "../lease.ts";

/** A file that is to be looked at: its type is not known (core/media/file-looks.ts). */
export type DueFile = {
  readonly url: string;
  /** A source that has it in an article. */
  readonly sourceId: string;
};

/** The right to look at a file. */
export type FileClaim = {
  /** Of the file, by its address. */
  readonly lease: Lease;
  /** Looks that failed. */
  readonly attempts: number;
};

/** Files of articles whose type is asked of their servers, each once, whichever articles have it. */
export interface FileLooks extends HeldWork {
  /** What is due and held by nobody, of each source in turn. */
  due(now: number, limit: number): Promise<readonly DueFile[]>;
  /** When the next look is due; `null` when none waits. */
  nextAt(): Promise<number | null>;
  /** Holds a file; `null` when no look at it waits any more, or somebody else has it. */
  claim(url: string, forMs: number): Promise<FileClaim | null>;
  /**
   * What a look told, `null` for nothing, is kept; what is published with the file changes, and no date of it does.
   * Nothing happens when the file is held no more.
   */
  told(lease: Lease, type: string | null, now: number): Promise<void>;
  /** Nothing happens when the file is held no more. */
  fail(claim: FileClaim, failure: FailedTurn): Promise<void>;
}
