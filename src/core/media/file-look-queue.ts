import type { FailedTurn, HeldWork, Lease } from "../lease.ts";

/** A file that is to be looked at: its type is not known (core/media/file-looks.ts). */
export type DueFile = {
  readonly url: string;
  /** A source that has it in an article. */
  readonly sourceId: string;
};

/** The right to look at a file. */
export type FileClaim = {
  /** Its id is the address of the file. */
  readonly lease: Lease;
  /** Looks that failed. */
  readonly attempts: number;
};

/** Files of articles whose servers are asked for the type, each file once, however many articles have it. */
export interface FileLooks extends HeldWork {
  /** Files that are due and free, one of each source in turn. */
  due(now: number, limit: number): Promise<readonly DueFile[]>;
  /** When the next look is due; `null` when none waits. */
  nextAt(): Promise<number | null>;
  /** Holds a file; `null` when no look at it is due any more, or somebody else holds it. */
  claim(url: string, forMs: number, now: number): Promise<FileClaim | null>;
  /**
   * Keeps the type that a look told, `null` for none. What is published with the file changes, but none of its dates.
   * Nothing happens when the file is no longer held.
   */
  told(lease: Lease, type: string | null, now: number): Promise<void>;
  /** Records a failed look. Nothing happens when the file is no longer held. */
  fail(claim: FileClaim, failure: FailedTurn): Promise<void>;
}
