import type { Kysely, Transaction } from "kysely";
import type { PollRecord } from "../../../core/intake/ingest-store.ts";
import { pollingAddress, type SourceDefinition } from "../../../core/settings/definitions.ts";
import type { NextPoll } from "../../../core/sources/polling/poll-time.ts";
import {
  type FileRetry,
  FRESH_STATE,
  type KeptState,
  type KnownFile,
  type SourceState,
} from "../../../core/sources/source-state.ts";
import { batches } from "../batches.ts";
import { excluded } from "../excluded.ts";
import type { Tables } from "../schema/tables.ts";

export const stateColumns = (state: KeptState) => ({
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
    ...FRESH_STATE,
    ...(JSON.parse(state) as KeptState),
    definition: JSON.parse(definition ?? "null") as SourceDefinition,
    files: files.get(id) ?? new Map(),
  }));
}

async function loadFiles(db: Kysely<Tables>): Promise<Map<string, Map<string, KnownFile>>> {
  const rows = await db.selectFrom("source_file").selectAll().execute();
  const bySource = new Map<string, Map<string, KnownFile>>();
  for (const { source_id, name, bytes, changed_at, retry } of rows) {
    const files = bySource.get(source_id) ?? new Map<string, KnownFile>();
    const state = { bytes, changedAt: changed_at };
    const file = retry === null ? state : { ...state, retry: JSON.parse(retry) as FileRetry };
    bySource.set(source_id, files.set(name, file));
  }
  return bySource;
}

/**
 * Keeps what a poll changed about its source; nothing when the source has moved to another address
 * meanwhile: what was learned at the old one would hide what is at the new one.
 */
export async function savePoll(trx: Transaction<Tables>, poll: PollRecord): Promise<void> {
  const { definition, files: _, ...state } = poll.state;
  const { numUpdatedRows } = await trx
    .updateTable("source")
    .set(stateColumns(state))
    .where("id", "=", definition.id)
    .where("address", "=", pollingAddress(definition))
    .executeTakeFirst();
  if (numUpdatedRows === 0n) return;
  await saveFiles(trx, definition.id, poll.filesTried);
}

async function saveFiles(
  trx: Transaction<Tables>,
  sourceId: string,
  files: PollRecord["filesTried"],
): Promise<void> {
  const rows = [...files].flatMap(([name, file]) => (file === null ? [] : [row(name, file)]));
  for (const batch of batches(rows)) {
    await trx
      .insertInto("source_file")
      .values(batch.map((columns) => ({ source_id: sourceId, ...columns })))
      .onConflict((conflict) =>
        conflict
          .columns(["source_id", "name"])
          .doUpdateSet(excluded(["bytes", "changed_at", "retry"])),
      )
      .execute();
  }
  for (const [name, file] of files) {
    if (file !== null) continue;
    const gone = trx.deleteFrom("source_file").where("source_id", "=", sourceId);
    await gone.where("name", "=", name).execute();
  }
}

const row = (name: string, { bytes, changedAt, retry }: KnownFile) => ({
  name,
  bytes,
  changed_at: changedAt,
  retry: retry === undefined ? null : JSON.stringify(retry),
});

/** See IngestStore.postpone. */
export async function postponePolls(
  trx: Transaction<Tables>,
  polls: ReadonlyMap<string, NextPoll>,
): Promise<void> {
  for (const [id, { at, reason }] of polls) {
    const source = trx.selectFrom("source").select("state").where("id", "=", id);
    const row = await source.executeTakeFirst();
    if (row === undefined) continue;
    const state = { ...FRESH_STATE, ...(JSON.parse(row.state) as KeptState) };
    if (state.nextPollAt >= at) continue;
    const later = stateColumns({ ...state, nextPollAt: at, nextPollReason: reason });
    await trx.updateTable("source").set(later).where("id", "=", id).execute();
  }
}
