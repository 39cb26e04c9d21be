import type { Result } from "../result.ts";
import type { FolderError } from "./errors.ts";
import type { FileProblem, FileState, KnownFile } from "./source-state.ts";

/** A file of a drop folder that is new or changed and lies still. */
export type FolderFile = {
  readonly name: string;
  readonly state: FileState;
  /** When its author last wrote it: copying a file keeps this, unlike the state's time. */
  readonly modifiedAt: number;
  /** `null` when it was not read; `problem` says why. */
  readonly bytes: Uint8Array | null;
  readonly problem: FileProblem | null;
};

export type FolderBatch = {
  readonly files: readonly FolderFile[];
  /** Known files that wait for another attempt and are not there any more. */
  readonly gone: readonly string[];
  /** Ask again with these files known. */
  readonly hasMore: boolean;
};

/** The files that changed since they were last read, and those whose next attempt is due (sources/polling/file-retry.ts). */
export type ReadFolder = (
  folder: string,
  known: ReadonlyMap<string, KnownFile>,
) => Promise<Result<FolderBatch, FolderError>>;
