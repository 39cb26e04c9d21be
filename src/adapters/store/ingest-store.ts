import type { Kysely } from "kysely";
import type { IngestIntent } from "../../core/decide-ingest.ts";
import type { IngestStore, PollRecord } from "../../core/store-ports.ts";
import { applyIntent, nextRevision } from "./apply-intent.ts";
import { configureSources } from "./configure-sources.ts";
import { loadKnown } from "./load-known.ts";
import { loadSources, postponePolls, savePoll } from "./sources.ts";
import type { Tables } from "./tables.ts";

export function createIngestStore(db: Kysely<Tables>): IngestStore {
  return {
    configure: (sources, now) =>
      db.transaction().execute(async (trx) => {
        // Names and rights of sources are on what is published.
        if (await configureSources(trx, sources, now)) await nextRevision(trx);
      }),
    sources: () => loadSources(db),
    ingest: (poll, lookup, decide) =>
      db.transaction().execute(async (trx): Promise<IngestIntent> => {
        const now = pollTime(poll);
        const sourceId = poll.state.definition.id;
        const { known, crowded } = await loadKnown(trx, lookup, { sourceId, now });
        const intent = decide(known);
        await applyIntent(trx, intent, { crowded, now });
        await savePoll(trx, poll);
        return intent;
      }),
    recordPoll: (poll) => db.transaction().execute((trx) => savePoll(trx, poll)),
    postpone: (polls) => db.transaction().execute((trx) => postponePolls(trx, polls)),
  };
}

const pollTime = ({ state }: PollRecord): number => state.lastPollAt ?? 0;
