/** A file that is to be looked at: its type is not known (core/media/file-looks.ts). */
export type DueFile = {
  readonly url: string;
  /** A source that has it in an article. */
  readonly sourceId: string;
  /** Looks that failed. */
  readonly attempts: number;
};

/** Files of articles whose type is asked of their servers, each once, whichever articles have it. */
export interface FileLooks {
  /** What is due, of each source in turn. */
  due(now: number, limit: number): Promise<readonly DueFile[]>;
  /** When the next look is due; `null` when none waits. */
  nextAt(): Promise<number | null>;
  /** What a look told, `null` for nothing, is kept; what is published with the file changes, and no date of it does. */
  told(url: string, type: string | null, now: number): Promise<void>;
  /** It is tried again then, `null` for never. */
  fail(url: string, nextAt: number | null): Promise<void>;
}
