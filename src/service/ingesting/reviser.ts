import type { Log } from "../../adapters/log.ts";
import type { OpenDatabase } from "../../adapters/store/open-database.ts";
import { createRevisionStore } from "../../adapters/store/revision-store.ts";
import type { Ids } from "../../core/ingest-intent.ts";
import type { SourceState } from "../../core/source-state.ts";
import type { IngestStore, RevisionRequest, RevisionStore } from "../../core/store-ports.ts";
import type { Redraft } from "../../ingest/ports.ts";
import { reviseSource } from "../../ingest/revise-source.ts";
import type { WriteGate } from "./write-gate.ts";

export type Reviser = {
  /** Looks for what is to be drafted again now. */
  readonly wake: () => void;
  readonly isIdle: () => boolean;
};

export type ReviserDeps = {
  readonly db: OpenDatabase["db"];
  readonly store: Pick<IngestStore, "repeatedBlocks">;
  readonly gate: WriteGate;
  readonly redraft: Redraft;
  readonly ids: Ids;
  /** `null` when it is configured no more. */
  readonly source: (id: string) => Promise<SourceState | null>;
  readonly log: Log;
};

type State = {
  readonly deps: ReviserDeps;
  readonly revisions: RevisionStore;
  isWorking: boolean;
  isWoken: boolean;
};

/** Drafts again what the store wants to be drafted again, one source after the other. */
export function createReviser(deps: ReviserDeps): Reviser {
  const revisions = createRevisionStore(deps.db);
  const state: State = { deps, revisions, isWorking: false, isWoken: false };
  return { wake: () => wake(state), isIdle: () => !state.isWorking };
}

function wake(state: State): void {
  state.isWoken = true;
  if (state.isWorking) return;
  state.isWorking = true;
  reviseAllWanted(state)
    .catch((cause: unknown) =>
      state.deps.log.error({ err: cause }, "articles could not be drafted again"),
    )
    .finally(() => {
      state.isWorking = false;
      if (state.isWoken) wake(state);
    });
}

async function reviseAllWanted(state: State): Promise<void> {
  while (state.isWoken && !state.deps.gate.isShut()) {
    state.isWoken = false;
    for (const request of await state.revisions.wanted()) await revise(state, request);
  }
}

async function revise({ deps, revisions }: State, request: RevisionRequest): Promise<void> {
  const { store, gate, redraft, ids, log } = deps;
  const source = await deps.source(request.sourceId);
  if (source === null || gate.isShut()) return;
  const revised = await reviseSource(
    { source, articles: request.extent },
    {
      ...{ redraft, ids, now: Date.now },
      repeatedBlocks: (id) => store.repeatedBlocks(id),
      store: {
        received: (query) => revisions.received(query),
        recent: (id) => revisions.recent(id),
        revise: (...args) => gate.unlessShut(() => revisions.revise(...args)),
      },
    },
  );
  await gate.unlessShut(() => revisions.done(request));
  log.info({ source: request.sourceId, ...revised }, "articles drafted again");
}
