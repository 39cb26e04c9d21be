import type { Kysely, Selectable, Transaction } from "kysely";
import type { ClaimedSource, PollRecord, SourceClaim } from "../../../core/intake/ingest-store.ts";
import { pollingAddress, type SourceDefinition } from "../../../core/settings/definitions.ts";
import type { NextPoll } from "../../../core/sources/polling/poll-time.ts";
import type { FileRetry, KnownFile, SourceState } from "../../../core/sources/source-state.ts";
import { batches } from "../batches.ts";
import { excluded } from "../excluded.ts";
import { claimedFor, isLeasable, LET_GO } from "../queues/lease-columns.ts";
import type { SourceTable } from "../schema/leased-tables.ts";
import type { Tables } from "../schema/tables.ts";
import { keptState, STATE_COLUMNS, stateColumns } from "./source-rows.ts";

/** The configured sources in the order of the configuration. */
export async function loadSources(db: Kysely<Tables>): Promise<readonly SourceState[]> {
  const rows = await configured(db).orderBy("position").execute();
  const files = Map.groupBy(
    await db.selectFrom("source_file").selectAll().execute(),
    ({ source_id }) => source_id,
  );
  return rows.map((row) => sourceFrom(row, files.get(row.id) ?? []));
}

const configured = (db: Kysely<Tables>) =>
  db
    .selectFrom("source")
    .select(["id", "definition", ...STATE_COLUMNS])
    .where("definition", "is not", null);

type SourceRow = Pick<
  Selectable<SourceTable>,
  "id" | "definition" | (typeof STATE_COLUMNS)[number]
>;
type FileRow = Selectable<Tables["source_file"]>;

const sourceFrom = (row: SourceRow, files: readonly FileRow[]): SourceState => ({
  ...keptState(row),
  definition: JSON.parse(row.definition ?? "null") as SourceDefinition,
  files: new Map(files.map((file) => [file.name, fileFrom(file)])),
});

function fileFrom({ bytes, changed_at, retry }: FileRow): KnownFile {
  const state = { bytes, changedAt: changed_at };
  return retry === null ? state : { ...state, retry: JSON.parse(retry) as FileRetry };
}

/** See IngestStore.claim. */
export async function claimSource(
  trx: Transaction<Tables>,
  { id, isWanted, forMs }: SourceClaim,
): Promise<ClaimedSource | null> {
  const row = await configured(trx).where("id", "=", id).executeTakeFirst();
  if (row === undefined) return null;
  const source = await withFiles(trx, sourceFrom(row, []));
  if (!isWanted(source)) return null;
  const claimed = await trx
    .updateTable("source")
    .set(claimedFor(forMs))
    .where("id", "=", id)
    .where(isLeasable(forMs))
    .returning(["lease_token", "attempts"])
    .executeTakeFirst();
  if (claimed === undefined) return null;
  const lease = { id, token: claimed.lease_token };
  return { source: { ...source, failureCount: claimed.attempts }, lease };
}

/** Only drop folders have files. */
async function withFiles(trx: Transaction<Tables>, source: SourceState): Promise<SourceState> {
  if (source.definition.kind !== "folder") return source;
  const files = trx.selectFrom("source_file").selectAll();
  const rows = await files.where("source_id", "=", source.definition.id).execute();
  return { ...source, files: new Map(rows.map((file) => [file.name, fileFrom(file)])) };
}

/**
 * Saves what a poll changed about its source, and ends its lease when it is over. Saves nothing when the source has moved to another address meanwhile:
 * what was learnt at the old one would hide what is at the new one.
 *
 * @returns whether it was saved.
 */
export async function savePoll(
  trx: Transaction<Tables>,
  {
    state: { definition, files: _, ...state },
    filesTried,
    isOver,
  }: Pick<PollRecord, "state" | "filesTried" | "isOver">,
): Promise<boolean> {
  const { numUpdatedRows } = await trx
    .updateTable("source")
    .set({ ...stateColumns(state), ...(isOver ? LET_GO : {}) })
    .where("id", "=", definition.id)
    .where("address", "=", pollingAddress(definition))
    .executeTakeFirst();
  if (numUpdatedRows === 0n) return false;
  await saveFiles(trx, definition.id, filesTried);
  return true;
}

async function saveFiles(
  trx: Transaction<Tables>,
  sourceId: string,
  files: PollRecord["filesTried"],
): Promise<void> {
  const rows = [...files].flatMap(([name, file]) => (file === null ? [] : [fileRow(name, file)]));
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

const fileRow = (name: string, { bytes, changedAt, retry }: KnownFile) => ({
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
    const source = trx.selectFrom("source").select(STATE_COLUMNS).where("id", "=", id);
    const row = await source.executeTakeFirst();
    if (row === undefined || row.due_at >= at) continue;
    const later = stateColumns({ ...keptState(row), nextPollAt: at, nextPollReason: reason });
    await trx.updateTable("source").set(later).where("id", "=", id).execute();
  }
}
