import type { Kysely, Transaction } from "kysely";
import type { IngestIntent } from "../../../core/intake/ingest-intent.ts";
import type { IngestStore, PollRecord } from "../../../core/intake/ingest-store.ts";
import { pollAsStored } from "../../../core/intake/stored-source.ts";
import type { StoredSource } from "../../../core/sources/source-state.ts";
import { loadListing, saveListing } from "../articles/listings.ts";
import { loadRepeated } from "../articles/repeated-blocks.ts";
import { decideFirst } from "../decide-first.ts";
import { createGroupCommit } from "../group-commit.ts";
import { heldWork, isHeld, letGo } from "../queues/leased-rows.ts";
import { forgetOvertaken } from "../queues/page-jobs.ts";
import { askForKeptLines } from "../queues/revision-requests.ts";
import type { Tables } from "../schema/tables.ts";
import { configureSources } from "../sources/configure-sources.ts";
import { claimSource, loadSources, postponePolls, savePoll } from "../sources/sources.ts";
import { loadStoredSource } from "../sources/stored-source.ts";
import { applyIntent } from "./apply-intent.ts";
import { pullDownFutureDates } from "./future-dates.ts";
import { loadContext } from "./load-context.ts";

/**
 * How long a poll without articles waits for others before it is recorded, in milliseconds. Its lease lasts as long. On one
 * host, whose sources take turns, a poll waits for it, so it is shorter than most answers take.
 */
const RECORD_WITHIN_MS = 20;

export function createIngestStore(db: Kysely<Tables>): IngestStore {
  const claims = createGroupCommit(db, 0);
  const records = createGroupCommit(db, RECORD_WITHIN_MS);
  const correctDates = createDateCorrection();
  return {
    configure: (decide, now) =>
      db.transaction().execute((trx) => configureSources(trx, decide, now)),
    sources: () => loadSources(db),
    claim: (claim) => claims.write((trx) => claimSource(trx, claim)),
    ...heldWork(db, "source"),
    ingest: (poll, lookup, decide) =>
      decideFirst(db, async (trx): Promise<IngestIntent | null> => {
        if (!(await isHeld(trx, "source", poll.lease))) return null;
        const now = pollTime(poll);
        await correctDates(trx, poll);
        const sourceId = poll.state.definition.id;
        const { known, crowded } = await loadContext(trx, lookup, { mode: "poll", sourceId, now });
        const stored = await loadStoredSource(trx, sourceId);
        const intent = decide(known, stored);
        if (intent.wantsWhole) return intent;
        const updated = intent.updates.map(({ id }) => id);
        await forgetOvertaken(trx, updated);
        await applyIntent(trx, intent, { sourceId, crowded, now });
        const { listing } = intent;
        if (listing) await saveListing(trx, sourceId, { token: poll.lease.token, listing });
        await askForKeptLines(trx, sourceId, updated);
        await endTurn(trx, poll, stored);
        return intent;
      }),
    recordPoll: (poll) => records.write((trx) => record(trx, poll, correctDates)),
    repeatedBlocks: (sourceId) => loadRepeated(db, sourceId),
    lastListing: (sourceId) => loadListing(db, sourceId),
    flush: async () => {
      await claims.flush();
      await records.flush();
    },
    postpone: (polls) => db.transaction().execute((trx) => postponePolls(trx, polls)),
  };
}

async function record(
  trx: Transaction<Tables>,
  poll: PollRecord,
  correctDates: CorrectDates,
): Promise<boolean> {
  if (!(await isHeld(trx, "source", poll.lease))) return false;
  await correctDates(trx, poll);
  const stored = await loadStoredSource(trx, poll.state.definition.id);
  await endTurn(trx, poll, stored);
  return true;
}

type CorrectDates = (trx: Transaction<Tables>, poll: PollRecord) => Promise<void>;

/** Corrects dates of the future (future-dates.ts), once in a transaction that records several polls. */
function createDateCorrection(): CorrectDates {
  const corrected = new WeakSet<Transaction<Tables>>();
  return async (trx, poll) => {
    if (!poll.isClockRight || corrected.has(trx)) return;
    corrected.add(trx);
    await pullDownFutureDates(trx, pollTime(poll));
  };
}

/** Saves the state of the source. Its lease stays while there is more to read. */
async function endTurn(
  trx: Transaction<Tables>,
  poll: PollRecord,
  stored: StoredSource | null,
): Promise<void> {
  const current = pollAsStored(poll, stored);
  const isSaved = current !== null && (await savePoll(trx, current));
  if (poll.isOver && !isSaved) await letGo(trx, "source", poll.lease);
}

const pollTime = ({ state }: PollRecord): number => state.lastPollAt ?? 0;
