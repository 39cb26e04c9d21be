import { type Kysely, type Selectable, type SqlBool, sql, type Transaction } from "kysely";
import type { IngestStore, PollRecord, SourceClaim } from "../../../core/intake/ingest-store.ts";
import { pollingAddress, type SourceDefinition } from "../../../core/settings/definitions.ts";
import type { withPoll } from "../../../core/sources/polling/poll-history.ts";
import type { NextPoll } from "../../../core/sources/polling/poll-time.ts";
import type { FileRetry, KnownFile, SourceState } from "../../../core/sources/source-state.ts";
import { batches } from "../batches.ts";
import { restOn, UNREAD_BY_DECISIONS } from "../engine/decision-basis.ts";
import { eachText, lockedUnlessBusy, textOfJson } from "../engine/functions.ts";
import { excluded } from "../excluded.ts";
import { claimedBy, isLeasable } from "../queues/lease-columns.ts";
import type { SourceTable } from "../schema/leased-tables.ts";
import type { Tables } from "../schema/tables.ts";
import { asOrdered } from "./pauses.ts";
import { saveDay } from "./save-day.ts";
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
    .select(["id", "definition", "paused", ...STATE_COLUMNS])
    .where("definition", "is not", null);

type SourceRow = Pick<
  Selectable<SourceTable>,
  "id" | "definition" | "paused" | (typeof STATE_COLUMNS)[number]
>;
type FileRow = Selectable<Tables["source_file"]>;

const sourceFrom = (row: SourceRow, files: readonly FileRow[]): SourceState => ({
  ...keptState(row),
  definition: asOrdered(JSON.parse(row.definition ?? "null") as SourceDefinition, row.paused),
  ...(row.paused === null ? {} : { isPauseOrdered: true }),
  files: new Map(files.map((file) => [file.name, fileFrom(file)])),
});

function fileFrom({ bytes, changed_at, retry }: FileRow): KnownFile {
  const state = { bytes, changedAt: changed_at };
  return retry === null ? state : { ...state, retry: JSON.parse(retry) as FileRetry };
}

type ClaimAnswer = Awaited<ReturnType<IngestStore["claim"]>>;

/**
 * See IngestStore.claim, for several sources in one turn.
 *
 * @param holder see lease-columns.ts.
 * @returns what each claim got, in their order.
 */
export async function claimSources(
  trx: Transaction<Tables>,
  claims: readonly SourceClaim[],
  holder: number | null,
): Promise<readonly ClaimAnswer[]> {
  await restOn(trx, () => UNREAD_BY_DECISIONS);
  const { wanted, busy } = await loadWanted(trx, claims);
  const leases = await lease(trx, [...wanted.values()], holder);
  return claims.map((claim) => {
    const { id } = claim;
    const source = wanted.get(id);
    if (source?.claim !== claim) return busy.has(id) ? "busy" : null;
    const row = leases.get(id);
    if (row === undefined) return "busy";
    const { lease_token: token, attempts } = row;
    return { source: { ...source.state, failureCount: attempts }, lease: { id, token } };
  });
}

type WantedSource = { readonly claim: SourceClaim; readonly state: SourceState };

type WantedSources = {
  /** The sources that are wanted, each with the first claim that wants it. */
  readonly wanted: ReadonlyMap<string, WantedSource>;
  /** Those that somebody else is claiming, or writes to, at this moment. */
  readonly busy: ReadonlySet<string>;
};

async function loadWanted(
  trx: Transaction<Tables>,
  claims: readonly SourceClaim[],
): Promise<WantedSources> {
  const ids = [...new Set(claims.map(({ id }) => id))];
  const free = configured(trx).where(isAmong(ids)).orderBy("due_at").orderBy("id");
  const rows = await free.modifyEnd(lockedUnlessBusy).execute();
  const byId = new Map(rows.map((row) => [row.id, row]));
  const wanted = new Map<string, WantedSource>();
  for (const claim of claims) {
    const row = byId.get(claim.id);
    if (row === undefined || wanted.has(claim.id)) continue;
    const state = await withFiles(trx, sourceFrom(row, []));
    if (claim.isWanted(state)) wanted.set(claim.id, { claim, state });
  }
  const missing = ids.filter((id) => !byId.has(id));
  return { wanted, busy: new Set(missing.length === 0 ? [] : await known(trx, missing)) };
}

async function known(trx: Transaction<Tables>, ids: readonly string[]): Promise<readonly string[]> {
  return (await configured(trx).where(isAmong(ids)).execute()).map(({ id }) => id);
}

/** Whether a source is one of these: one statement, however many they are. */
export const isAmong = (ids: readonly string[]) =>
  sql<SqlBool>`id IN (SELECT wanted.value FROM ${eachText(ids)})`;

/** Leases the sources that are free. @returns their new columns, by id. */
async function lease(
  trx: Transaction<Tables>,
  sources: readonly WantedSource[],
  holder: number | null,
) {
  const leased = new Map<string, Pick<Selectable<SourceTable>, "lease_token" | "attempts">>();
  for (const [forMs, group] of Map.groupBy(sources, ({ claim }) => claim.forMs)) {
    const rows = await trx
      .updateTable("source")
      .set(claimedBy(holder, forMs))
      .where(isAmong(group.map(({ claim }) => claim.id)))
      .where(isLeasable(forMs))
      .returning(["id", "lease_token", "attempts"])
      .execute();
    for (const row of rows) leased.set(row.id, row);
  }
  return leased;
}

/** Only drop folders have files. */
async function withFiles(trx: Transaction<Tables>, source: SourceState): Promise<SourceState> {
  if (source.definition.kind !== "folder") return source;
  const files = trx.selectFrom("source_file").selectAll();
  const rows = await files.where("source_id", "=", source.definition.id).execute();
  return { ...source, files: new Map(rows.map((file) => [file.name, fileFrom(file)])) };
}

type TakenPoll = Pick<PollRecord, "state" | "filesTried" | "isOver"> & ReturnType<typeof withPoll>;

/**
 * Saves what polls changed about their sources, and ends the leases of those that are over. Saves nothing of a source that has moved to another address
 * meanwhile: what was learnt at the old one would hide what is at the new one.
 *
 * @param polls of different sources.
 * @returns the ids of those that were saved.
 */
export async function savePolls(
  trx: Transaction<Tables>,
  polls: readonly TakenPoll[],
): Promise<ReadonlySet<string>> {
  const { rows } = await sql<{ readonly id: string }>`UPDATE source SET
      state = ${given("state")},
      due_at = CAST(${given("due_at")} AS BIGINT),
      attempts = CAST(${given("attempts")} AS INTEGER),
      last_error = ${given("last_error")},
      recent_polls = ${given("recent_polls")},
      today = ${given("today")},
      lease_token = lease_token + CAST(${given("ended")} AS INTEGER),
      lease_until = CASE ${given("ended")} WHEN '1' THEN NULL ELSE lease_until END
    FROM ${eachText(polls.map(savedColumns))}
    WHERE source.id = ${given("id")} AND source.address = ${given("address")}
    RETURNING source.id`.execute(trx);
  const saved = new Set(rows.map(({ id }) => id));
  for (const { state, filesTried, finished, history } of polls) {
    const { id } = state.definition;
    if (!saved.has(id)) continue;
    await saveFiles(trx, id, filesTried);
    const now = history.today?.day;
    if (finished !== null && now !== undefined) await saveDay(trx, id, { day: finished, now });
  }
  return saved;
}

const given = (column: keyof ReturnType<typeof savedAs>) =>
  textOfJson(sql.ref("wanted.value"), column);

const savedColumns = (poll: TakenPoll): string => JSON.stringify(savedAs(poll));

const savedAs = ({
  state: { definition, files: _, isPauseOrdered: __, ...state },
  isOver,
  history,
}: TakenPoll) => ({
  id: definition.id,
  address: pollingAddress(definition),
  ...stateColumns(state),
  recent_polls: history.recent,
  today: JSON.stringify(history.today),
  ended: isOver ? "1" : "0",
});

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
