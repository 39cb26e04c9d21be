import type { Kysely, Transaction } from "kysely";
import type { SourceDefinition } from "../../core/definitions.ts";
import { NO_HINTS, NO_VALIDATORS } from "../../core/model.ts";
import type { NextPoll } from "../../core/next-poll.ts";
import type { FileState, SourceState } from "../../core/source-state.ts";
import type { PollRecord } from "../../core/store-ports.ts";
import { batches } from "./batches.ts";
import type { Tables } from "./tables.ts";

type KeptState = Omit<SourceState, "definition" | "files">;

const FRESH: KeptState = {
  title: null,
  siteUrl: null,
  feedUrl: null,
  validators: NO_VALIDATORS,
  validatorsAt: null,
  bodyHash: null,
  hints: NO_HINTS,
  failureCount: 0,
  moved: null,
  stopped: null,
  firstIngestAt: null,
  lastPollAt: null,
  lastOutcome: null,
  lastError: null,
  nextPollAt: 0,
  nextPollReason: "not polled yet",
};

/** See IngestStore.configure. */
export async function configureSources(
  trx: Transaction<Tables>,
  sources: readonly SourceDefinition[],
  now: number,
): Promise<void> {
  const rows = await trx.selectFrom("source").select(["id", "address", "state"]).execute();
  const stored = new Map(rows.map((row) => [row.id, row]));
  await trx.updateTable("source").set({ definition: null }).execute();

  for (const [position, definition] of sources.entries()) {
    const address = addressOf(definition);
    const known = stored.get(definition.id);
    const isSame = known?.address === address;
    if (known && !isSame) {
      await trx.deleteFrom("source_file").where("source_id", "=", definition.id).execute();
    }
    const state = known && isSame ? shortened(known.state, definition, now) : startOf(known?.state);
    const row = { address, position, definition: JSON.stringify(definition), ...columns(state) };
    await trx
      .insertInto("source")
      .values({ id: definition.id, ...row })
      .onConflict((conflict) => conflict.column("id").doUpdateSet(row))
      .execute();
  }
}

/** At a new address everything starts afresh but what we know of its articles. */
function startOf(known: string | undefined): KeptState {
  const { firstIngestAt } = known === undefined ? FRESH : (JSON.parse(known) as KeptState);
  return { ...FRESH, firstIngestAt };
}

/** A shorter interval counts at once, not after the old one. */
function shortened(json: string, { everyMs }: SourceDefinition, now: number): KeptState {
  const state: KeptState = { ...FRESH, ...(JSON.parse(json) as KeptState) };
  const isHealthy = state.failureCount === 0 && state.hints.intervalMs === null;
  return isHealthy && state.nextPollAt > now + everyMs
    ? { ...state, nextPollAt: now + everyMs, nextPollReason: "the source's own interval" }
    : state;
}

const addressOf = (definition: SourceDefinition): string =>
  definition.kind === "remote" ? definition.url : `folder:${definition.folder}`;

const columns = (state: KeptState) => ({
  state: JSON.stringify(state),
  next_poll_at: state.nextPollAt,
});

/** The configured sources in the order of the configuration. */
export async function loadSources(db: Kysely<Tables>): Promise<readonly SourceState[]> {
  const rows = await db
    .selectFrom("source")
    .select(["id", "definition", "state"])
    .where("definition", "is not", null)
    .orderBy("position")
    .execute();
  const files = await loadFiles(db);
  return rows.map(({ id, definition, state }) => ({
    ...FRESH,
    ...(JSON.parse(state) as KeptState),
    definition: JSON.parse(definition ?? "null") as SourceDefinition,
    files: files.get(id) ?? new Map(),
  }));
}

async function loadFiles(db: Kysely<Tables>): Promise<Map<string, Map<string, FileState>>> {
  const rows = await db.selectFrom("source_file").selectAll().execute();
  const bySource = new Map<string, Map<string, FileState>>();
  for (const { source_id, name, bytes, changed_at } of rows) {
    const files = bySource.get(source_id) ?? new Map<string, FileState>();
    bySource.set(source_id, files.set(name, { bytes, changedAt: changed_at }));
  }
  return bySource;
}

/** Keeps what a poll changed about its source. */
export async function savePoll(trx: Transaction<Tables>, poll: PollRecord): Promise<void> {
  const { definition, files: _, ...state } = poll.state;
  await trx.updateTable("source").set(columns(state)).where("id", "=", definition.id).execute();
  const rows = [...poll.filesRead].map(([name, { bytes, changedAt }]) => ({
    source_id: definition.id,
    name,
    bytes,
    changed_at: changedAt,
  }));
  for (const batch of batches(rows)) {
    await trx.replaceInto("source_file").values(batch).execute();
  }
}

/** See IngestStore.postpone. */
export async function postponePolls(
  trx: Transaction<Tables>,
  polls: ReadonlyMap<string, NextPoll>,
): Promise<void> {
  for (const [id, { at, reason }] of polls) {
    const source = trx.selectFrom("source").select("state").where("id", "=", id);
    const row = await source.executeTakeFirst();
    if (row === undefined) continue;
    const state = { ...FRESH, ...(JSON.parse(row.state) as KeptState) };
    if (state.nextPollAt >= at) continue;
    const later = columns({ ...state, nextPollAt: at, nextPollReason: reason });
    await trx.updateTable("source").set(later).where("id", "=", id).execute();
  }
}
