import type { FolderSource, RemoteSource } from "../core/settings/definitions.ts";
import type { PollResult } from "../core/sources/polling/poll-result.ts";
import type { SourceState } from "../core/sources/source-state.ts";
import { type ReadDropFolderDeps, readDropFolder } from "./read-drop-folder.ts";
import { type ReadRemoteDeps, readRemote } from "./read-remote.ts";

export type ReadSourceDeps = ReadRemoteDeps & ReadDropFolderDeps;

/** Reads what is new of a source, and drafts its articles. */
export function readSource(source: SourceState, deps: ReadSourceDeps): Promise<PollResult> {
  const { definition } = source;
  return isRemote(definition)
    ? readRemote({ ...source, definition }, deps)
    : readDropFolder({ ...source, definition }, deps);
}

const isRemote = (definition: RemoteSource | FolderSource): definition is RemoteSource =>
  definition.kind === "remote";
