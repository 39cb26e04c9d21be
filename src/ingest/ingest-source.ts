import { decideIngest, type Ids, type IngestIntent, lookupFor } from "../core/decide-ingest.ts";
import { decidePoll } from "../core/decide-poll.ts";
import type { FolderSource, RemoteSource } from "../core/definitions.ts";
import { type HostHold, hostHoldOf } from "../core/host-hold.ts";
import type { PollResult } from "../core/poll-result.ts";
import { addressToPoll } from "../core/source-moves.ts";
import { reportOf, type SourceReport } from "../core/source-report.ts";
import type { SourceState } from "../core/source-state.ts";
import type { IngestStore } from "../core/store-ports.ts";
import { type ReadDropFolderDeps, readDropFolder } from "./read-drop-folder.ts";
import { type ReadRemoteDeps, readRemote } from "./read-remote.ts";

export type IngestSourceDeps = ReadRemoteDeps &
  ReadDropFolderDeps & {
    readonly store: Pick<IngestStore, "ingest" | "recordPoll">;
    /** Called when the source's host asked everyone to stay away. */
    readonly onHold: (hold: HostHold) => Promise<void>;
    readonly ids: Ids;
    readonly now: () => number;
    /** 0 to 1. */
    readonly random: () => number;
  };

/**
 * Polls one source and stores what changed: read, decide, write.
 *
 * A source that is down or malformed is an ordinary result, recorded on the source. This function
 * rejects only when storage is broken or the code is wrong.
 */
export async function ingestSource(
  source: SourceState,
  deps: IngestSourceDeps,
): Promise<SourceReport> {
  const startedAt = deps.now();
  const result = await readSource(source, deps);
  const intent = await write(source, { result, startedAt }, deps);
  const hold = holdOf(source, result, deps.now());
  if (hold !== null) await deps.onHold(hold);
  return reportOf(source.definition.id, result, intent, deps.now() - startedAt);
}

function readSource(source: SourceState, deps: IngestSourceDeps): Promise<PollResult> {
  const { definition } = source;
  return isRemote(definition)
    ? readRemote({ ...source, definition }, deps)
    : readDropFolder({ ...source, definition }, deps);
}

const isRemote = (definition: RemoteSource | FolderSource): definition is RemoteSource =>
  definition.kind === "remote";

function holdOf(
  { definition, feedUrl }: SourceState,
  { error }: PollResult,
  now: number,
): HostHold | null {
  if (definition.kind !== "remote" || error === null) return null;
  return hostHoldOf(addressToPoll(definition.url, { feedUrl }), error, now);
}

async function write(
  source: SourceState,
  { result, startedAt }: { readonly result: PollResult; readonly startedAt: number },
  deps: IngestSourceDeps,
): Promise<IngestIntent | null> {
  const now = deps.now();
  const state = decidePoll({ source, result, startedAt, now, random: deps.random() });
  const poll = { state, filesRead: result.filesRead };
  const { drafts } = result;
  if (drafts.length === 0) {
    await deps.store.recordPoll(poll);
    return null;
  }
  return deps.store.ingest(poll, lookupFor(drafts), (known) =>
    decideIngest({ source, drafts, ids: deps.ids, now }, known),
  );
}
