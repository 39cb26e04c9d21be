import { isDeepStrictEqual } from "node:util";
import type { Selectable, Transaction } from "kysely";
import { RIGHTS } from "../../../core/rights/rights.ts";
import { pollingAddress } from "../../../core/settings/definitions.ts";
import type {
  Ceiling,
  ConfigurationIntent,
  ConfiguredSource,
  KnownSource,
} from "../../../core/sources/configuring.ts";
import { forgetListing } from "../articles/listings.ts";
import { touchClusters } from "../intake/apply-intent.ts";
import { nextRevision } from "../intake/revisions.ts";
import { askForRevision } from "../queues/revision-requests.ts";
import { forgetPages, sourcesWithWaitingPages } from "../queues/unwanted-pages.ts";
import type { SourceTable } from "../schema/leased-tables.ts";
import type { Tables } from "../schema/tables.ts";
import { reelectLeads } from "../stories/reelect-leads.ts";
import { settleEntries } from "../stories/settle-entries.ts";
import { bringBack } from "./forget-source.ts";
import { loadKnownSources } from "./known-sources.ts";
import { forgetAgreedPauses } from "./pauses.ts";
import { STATE_COLUMNS, stateColumns } from "./source-rows.ts";

/** See IngestStore.configure. */
export async function configureSources(
  trx: Transaction<Tables>,
  decide: (stored: readonly KnownSource[]) => ConfigurationIntent,
  now: number,
): Promise<void> {
  await apply(trx, decide(await loadKnownSources(trx)), now);
}

async function apply(
  trx: Transaction<Tables>,
  { configured, left, ceilings, isVisible }: ConfigurationIntent,
  now: number,
): Promise<void> {
  for (const { id, last } of left) {
    const columns = { definition: null, last_definition: last && JSON.stringify(last) };
    await trx.updateTable("source").set(columns).where("id", "=", id).execute();
  }
  const stored = await storedRows(trx);
  for (const [position, source] of configured.entries()) {
    const row = rowOfSource(source, position);
    const former = stored.get(source.definition.id);
    if (former === undefined || !isSameRow(former, row)) await saveSource(trx, row);
    if (former !== undefined && former.address !== row.address) await forgetPolls(trx, row.id);
  }
  // After all sources are saved: elections compare the places of all of them.
  for (const source of configured) await followUp(trx, source, now);
  await forgetUnwantedPages(trx, configured, now);
  await forgetAgreedPauses(
    trx,
    configured.map(({ definition }) => definition),
  );
  for (const ceiling of ceilings) await lowerRights(trx, ceiling, now);
  // What is published carries the names and rights of sources.
  if (isVisible) await nextRevision(trx);
}

/** Most sources are as they were when a program begins: their rows are not written again. */
async function storedRows(trx: Transaction<Tables>): Promise<ReadonlyMap<string, SourceColumns>> {
  const rows = await trx.selectFrom("source").select(CONFIGURED_COLUMNS).execute();
  return new Map(rows.map((row) => [row.id, row]));
}

const CONFIGURED_COLUMNS = [
  ...(["id", "address", "position", "definition", "last_definition"] as const),
  ...STATE_COLUMNS,
] as const;

type SourceColumns = Pick<Selectable<SourceTable>, (typeof CONFIGURED_COLUMNS)[number]>;

function rowOfSource({ definition, state }: ConfiguredSource, position: number): SourceColumns {
  const json = JSON.stringify(definition);
  const columns = { address: pollingAddress(definition), position, ...stateColumns(state) };
  return { id: definition.id, ...columns, definition: json, last_definition: json };
}

/** The keys of a stored state may have another order. */
const isSameRow = ({ state, ...former }: SourceColumns, { state: now, ...row }: SourceColumns) =>
  isDeepStrictEqual(former, row) &&
  (state === now || isDeepStrictEqual(JSON.parse(state), JSON.parse(now)));

async function saveSource(trx: Transaction<Tables>, { id, ...row }: SourceColumns): Promise<void> {
  await trx
    .insertInto("source")
    .values({ id, ...row })
    .onConflict((conflict) => conflict.column("id").doUpdateSet(row))
    .execute();
}

/** The last polls were of another address. What its days brought stays. */
async function forgetPolls(trx: Transaction<Tables>, id: string): Promise<void> {
  await trx.updateTable("source").set({ recent_polls: "" }).where("id", "=", id).execute();
}

async function followUp(
  trx: Transaction<Tables>,
  { definition: { id }, ...changes }: ConfiguredSource,
  now: number,
): Promise<void> {
  if (changes.isBack) await bringBack(trx, id, now);
  if (changes.isReadAnew) {
    await trx.deleteFrom("source_file").where("source_id", "=", id).execute();
    await forgetListing(trx, id);
  }
  if (changes.isRedrafted) await askForRevision(trx, id, "all");
}

/** Most sources that ask for no pages have none that wait, at each start of a program. */
async function forgetUnwantedPages(
  trx: Transaction<Tables>,
  configured: readonly ConfiguredSource[],
  now: number,
): Promise<void> {
  const waiting = await sourcesWithWaitingPages(trx);
  for (const { definition, forgetsPages } of configured) {
    if (forgetsPages && waiting.has(definition.id)) await forgetPages(trx, definition.id, now);
  }
}

/** Lowered rights count at once for all stored articles. Raised rights count when an article is drafted again. */
async function lowerRights(
  trx: Transaction<Tables>,
  { sourceId, rights }: Ceiling,
  now: number,
): Promise<void> {
  const more = RIGHTS.slice(RIGHTS.indexOf(rights) + 1);
  if (more.length === 0) return;
  const rows = await trx
    .updateTable("article")
    .set({ republish: rights })
    .where("source_id", "=", sourceId)
    .where("republish", "in", more)
    .returning("id")
    .execute();
  if (rows.length === 0) return;
  const revision = await nextRevision(trx);
  const ids = rows.map((row) => row.id);
  await touchClusters(trx, ids, revision);
  await reelectLeads(trx, sourceId, revision);
  await settleEntries(trx, revision, { now });
}
