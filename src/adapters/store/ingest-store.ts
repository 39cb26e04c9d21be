import type { Kysely } from "kysely";
import type { IngestIntent } from "../../core/decide-ingest.ts";
import type { IngestStore, PollRecord } from "../../core/store-ports.ts";
import { applyIntent } from "./apply-intent.ts";
import { loadKnown } from "./load-known.ts";
import { configureSources, loadSources, postponePolls, savePoll } from "./sources.ts";
import type { Tables } from "./tables.ts";

export function createIngestStore(db: Kysely<Tables>): IngestStore {
  return {
    configure: (sources, now) =>
      db.transaction().execute((trx) => configureSources(trx, sources, now)),
    sources: () => loadSources(db),
    ingest: (poll, lookup, decide) =>
      db.transaction().execute(async (trx): Promise<IngestIntent> => {
        const intent = decide(await loadKnown(trx, poll.state.definition.id, lookup));
        await applyIntent(trx, intent, pollTime(poll));
        await savePoll(trx, poll);
        return intent;
      }),
    recordPoll: (poll) => db.transaction().execute((trx) => savePoll(trx, poll)),
    postpone: (polls) => db.transaction().execute((trx) => postponePolls(trx, polls)),
  };
}

const pollTime = ({ state }: PollRecord): number => state.lastPollAt ?? 0;
