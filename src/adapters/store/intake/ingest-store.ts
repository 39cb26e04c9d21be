import type { Kysely, Transaction } from "kysely";
import type { Lookup } from "../../../core/articles/stored-context.ts";
import { type IngestIntent, NO_CHANGES } from "../../../core/intake/ingest-intent.ts";
import type {
  Decide,
  IngestStore,
  PollRecord,
  SourceClaim,
} from "../../../core/intake/ingest-store.ts";
import { pollAsStored } from "../../../core/intake/stored-source.ts";
import { NO_HISTORY, withPoll } from "../../../core/sources/polling/poll-history.ts";
import type { StoredSource } from "../../../core/sources/source-state.ts";
import { prepareArticles } from "../articles/article-rows.ts";
import { loadListing, packListing, saveListing } from "../articles/listings.ts";
import { loadRepeated } from "../articles/repeated-blocks.ts";
import { tendIndex } from "../articles/tend-index.ts";
import { decideFirst } from "../decide-first.ts";
import { restOn, UNREAD_BY_DECISIONS } from "../engine/decision-basis.ts";
import { locked } from "../engine/functions.ts";
import { createGroupCommit } from "../group-commit.ts";
import { heldWork, isHeld, letGo, seemsHeld } from "../queues/leased-rows.ts";
import { forgetOvertaken } from "../queues/page-jobs.ts";
import { askForKeptLines } from "../queues/revision-requests.ts";
import type { Tables } from "../schema/tables.ts";
import { configureSources } from "../sources/configure-sources.ts";
import {
  claimSources,
  isAmong,
  loadSources,
  postponePolls,
  savePolls,
} from "../sources/sources.ts";
import { loadStoredSource, STORED_COLUMNS, storedSourceOf } from "../sources/stored-source.ts";
import { applyIntent } from "./apply-intent.ts";
import { restOnDecided } from "./decided-upon.ts";
import { pullDownFutureDates } from "./future-dates.ts";
import { loadContext } from "./load-context.ts";

/**
 * How long a poll without articles waits for others before it is recorded, in milliseconds. Its lease lasts as long. On one
 * host, whose sources take turns, a poll waits for it, so it is shorter than most answers take.
 */
const RECORD_WITHIN_MS = 20;

/** @param holder see lease-columns.ts. */
export function createIngestStore(db: Kysely<Tables>, holder: number | null = null): IngestStore {
  const claims = createGroupCommit(db, {
    waitMs: 0,
    writeAll: (trx, wanted: readonly SourceClaim[]) => claimSources(trx, wanted, holder),
  });
  const records = createGroupCommit(db, { waitMs: RECORD_WITHIN_MS, writeAll: recordPolls });
  return {
    configure: (decide, now) =>
      db.transaction().execute((trx) => configureSources(trx, decide, now)),
    sources: () => loadSources(db),
    claim: claims.write,
    ...heldWork(db, "source"),
    ingest: async (poll, lookup, decide) => {
      const { intent, came } = await decideFirst(db, (trx) =>
        ingest(trx, { poll, lookup, decide }),
      );
      await tendIndex(db, came, pollTime(poll));
      return intent;
    },
    recordPoll: records.write,
    repeatedBlocks: (sourceId) => loadRepeated(db, sourceId),
    lastListing: (sourceId) => loadListing(db, sourceId),
    flush: async () => {
      await claims.flush();
      await records.flush();
    },
    postpone: (polls) => db.transaction().execute((trx) => postponePolls(trx, polls)),
  };
}

type PollToIngest = {
  readonly poll: PollRecord;
  readonly lookup: Lookup;
  readonly decide: Decide;
};

/** `came`: as `saveFingerprints` tells. */
type Ingested = { readonly intent: IngestIntent | null; readonly came: number };

const NOT_HELD: Ingested = { intent: null, came: 0 };

/** See IngestStore.ingest. */
async function ingest(
  trx: Transaction<Tables>,
  { poll, lookup, decide }: PollToIngest,
): Promise<Ingested> {
  if (!(await seemsHeld(trx, "source", poll.lease))) return NOT_HELD;
  const now = pollTime(poll);
  if (poll.isClockRight) await pullDownFutureDates(trx, now);
  const sourceId = poll.state.definition.id;
  const { known, crowded, texts } = await loadContext(trx, lookup, { mode: "poll", sourceId, now });
  const stored = await loadStoredSource(trx, sourceId);
  const intent = decide(known, stored);
  if (intent.wantsWhole) return { intent, came: 0 };
  const updated = intent.updates.map(({ id }) => id);
  // Before the first write, so that nobody waits for it.
  const listing = intent.listing && packListing(intent.listing);
  const rows = prepareArticles(intent, now);
  const decided = { sourceId, known, texts, guids: lookup.guids, intent };
  if ((await restOnDecided(trx, decided)) && !(await isHeld(trx, "source", poll.lease))) {
    return NOT_HELD;
  }
  await forgetOvertaken(trx, updated);
  const came = await applyIntent(trx, intent, { sourceId, rows, crowded, now });
  if (listing) await saveListing(trx, sourceId, { token: poll.lease.token, body: listing });
  await askForKeptLines(trx, sourceId, updated);
  await endTurns(trx, [{ poll, stored, counts: intent.counts }]);
  return { intent, came };
}

/** See IngestStore.recordPoll. @returns whether each source was still held. */
async function recordPolls(
  trx: Transaction<Tables>,
  polls: readonly PollRecord[],
): Promise<readonly boolean[]> {
  const held = await loadHeld(trx, polls);
  const turns = polls.flatMap((poll) => {
    const stored = held.get(poll);
    return stored === undefined ? [] : [{ poll, stored, counts: NO_CHANGES.counts }];
  });
  const ofRightClock = turns.find(({ poll }) => poll.isClockRight);
  if (ofRightClock) await pullDownFutureDates(trx, pollTime(ofRightClock.poll));
  await restOn(trx, () => UNREAD_BY_DECISIONS);
  await endTurns(trx, turns);
  return polls.map((poll) => held.has(poll));
}

/** The sources of the polls that still hold them, as they are stored now. */
async function loadHeld(
  trx: Transaction<Tables>,
  polls: readonly PollRecord[],
): Promise<ReadonlyMap<PollRecord, StoredSource | null>> {
  const ids = polls.map(({ lease }) => lease.id);
  const rows = await trx
    .selectFrom("source")
    .select(["id", "lease_token", ...STORED_COLUMNS])
    .where(isAmong(ids))
    .orderBy("id")
    .modifyEnd(locked)
    .execute();
  const byId = new Map(rows.map((row) => [row.id, row]));
  return new Map(
    polls.flatMap((poll) => {
      const row = byId.get(poll.lease.id);
      return row?.lease_token === poll.lease.token ? [[poll, storedSourceOf(row)]] : [];
    }),
  );
}

type Turn = {
  readonly poll: PollRecord;
  readonly stored: StoredSource | null;
  readonly counts: IngestIntent["counts"];
};

/** Saves the states of sources. The lease of one stays while there is more to read. */
async function endTurns(trx: Transaction<Tables>, turns: readonly Turn[]): Promise<void> {
  const saved = await savePolls(trx, turns.flatMap(recordOf));
  for (const { poll } of turns) {
    if (poll.isOver && !saved.has(poll.lease.id)) await letGo(trx, "source", poll.lease);
  }
}

/** What is saved of a poll: nothing where its source is not polled there any more. */
function recordOf({ poll, stored, counts }: Turn) {
  const taken = pollAsStored(poll, stored);
  if (taken === null) return [];
  const { new: added, updated, merged } = counts;
  const past = { ...poll.measured, new: added, updated, merged };
  return [{ ...taken, ...withPoll(stored?.history ?? NO_HISTORY, past) }];
}

const pollTime = ({ state }: PollRecord): number => state.lastPollAt ?? 0;
