import type { Transaction } from "kysely";
import { RIGHTS } from "../../../core/rights/rights.ts";
import { pollingAddress } from "../../../core/settings/definitions.ts";
import type {
  Ceiling,
  ConfigurationIntent,
  ConfiguredSource,
  KnownSource,
} from "../../../core/sources/configuring.ts";
import { nextRevision, touchClusters } from "../intake/apply-intent.ts";
import { askForRevision } from "../queues/revision-requests.ts";
import { forgetPages } from "../queues/unwanted-pages.ts";
import type { Tables } from "../schema/tables.ts";
import { reelectLeads } from "../stories/reelect-leads.ts";
import { settleEntries } from "../stories/settle-entries.ts";
import { bringBack } from "./forget-source.ts";
import { loadKnownSources } from "./known-sources.ts";
import { stateColumns } from "./source-rows.ts";

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
  for (const [position, source] of configured.entries()) await saveSource(trx, source, position);
  // After all sources are saved: elections compare the places of all of them.
  for (const source of configured) await followUp(trx, source, now);
  for (const ceiling of ceilings) await lowerRights(trx, ceiling, now);
  // What is published carries the names and rights of sources.
  if (isVisible) await nextRevision(trx);
}

async function saveSource(
  trx: Transaction<Tables>,
  { definition, state }: ConfiguredSource,
  position: number,
): Promise<void> {
  const row = {
    address: pollingAddress(definition),
    position,
    definition: JSON.stringify(definition),
    last_definition: JSON.stringify(definition),
    ...stateColumns(state),
  };
  await trx
    .insertInto("source")
    .values({ id: definition.id, ...row })
    .onConflict((conflict) => conflict.column("id").doUpdateSet(row))
    .execute();
}

async function followUp(
  trx: Transaction<Tables>,
  { definition: { id }, ...changes }: ConfiguredSource,
  now: number,
): Promise<void> {
  if (changes.isBack) await bringBack(trx, id, now);
  if (changes.forgetsFiles) {
    await trx.deleteFrom("source_file").where("source_id", "=", id).execute();
  }
  if (changes.forgetsPages) await forgetPages(trx, id, now);
  if (changes.isRedrafted) await askForRevision(trx, id, "all");
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
