import type { Result } from "../result.ts";

/** What an order made of a source; it holds until the configuration says the same. */
export type PausedSource = {
  readonly source: string;
  readonly paused: boolean;
  /** Whether the configuration says otherwise. */
  readonly isAgainstFile: boolean;
};

/** Pauses that were ordered stand beside the configuration, not in it. */
export interface PauseStore {
  /** What was ordered of a source and still holds; `null` for nothing. */
  ordered(sourceId: string): Promise<boolean | null>;

  /** The error is a sentence: there is no such source. */
  set(sourceId: string, paused: boolean): Promise<Result<PausedSource, string>>;
}
