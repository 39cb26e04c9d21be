import type { Transaction } from "kysely";
import {
  isDraftedAnew,
  readAnew,
  shortened,
  wantsOtherPages,
} from "../../core/changed-definition.ts";
import { asksForPages } from "../../core/completing/needs-page.ts";
import type { SourceDefinition } from "../../core/definitions.ts";
import { RIGHTS } from "../../core/model.ts";
import { FRESH_STATE, type KeptState } from "../../core/source-state.ts";
import { nextRevision, touchClusters } from "./apply-intent.ts";
import { reelectLeads } from "./reelect-leads.ts";
import { askForRevision } from "./revision-requests.ts";
import { settleEntries } from "./settle-entries.ts";
import { addressOf, stateColumns } from "./sources.ts";
import type { Tables } from "./tables.ts";
import { forgetPages } from "./unwanted-pages.ts";

type Stored = {
  readonly address: string;
  /** `null` when it had left the configuration. */
  readonly definition: SourceDefinition | null;
  /** What it last was configured as; `null` when nobody noted that. */
  readonly last: SourceDefinition | null;
  readonly state: KeptState;
};

/** See IngestStore.configure. @returns whether anything changed that publishing can see. */
export async function configureSources(
  trx: Transaction<Tables>,
  sources: readonly SourceDefinition[],
  now: number,
): Promise<boolean> {
  const stored = await loadStored(trx);
  await trx.updateTable("source").set({ definition: null }).execute();
  for (const [position, definition] of sources.entries()) {
    const known = stored.get(definition.id);
    const state = known === undefined ? FRESH_STATE : stateFor(definition, known, now);
    const row = {
      address: addressOf(definition),
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
    if (known === undefined) continue;
    if (isReadAnew(definition, known)) await forgetFiles(trx, definition);
    if (!asksForPages(definition)) await forgetPages(trx, definition.id, now);
    if (known.last !== null && isDraftedAnew(known.last, definition))
      await askForRevision(trx, definition.id, "all");
    await lowerRights(trx, definition, now);
  }
  const after = new Map(sources.map((definition) => [definition.id, definition]));
  return [...stored].some(([id, { definition }]) => !isSame(definition, after.get(id) ?? null));
}

async function loadStored(trx: Transaction<Tables>): Promise<ReadonlyMap<string, Stored>> {
  const rows = await trx
    .selectFrom("source")
    .select(["id", "address", "definition", "last_definition", "state"])
    .execute();
  return new Map(
    rows.map(({ id, address, definition, last_definition, state }) => [
      id,
      {
        address,
        definition: JSON.parse(definition ?? "null") as SourceDefinition | null,
        last: JSON.parse(definition ?? last_definition ?? "null") as SourceDefinition | null,
        state: { ...FRESH_STATE, ...(JSON.parse(state) as KeptState) },
      },
    ]),
  );
}

const isSame = (a: unknown, b: unknown): boolean => JSON.stringify(a) === JSON.stringify(b);

function stateFor(definition: SourceDefinition, known: Stored, now: number): KeptState {
  const { state } = known;
  // At a new address everything starts afresh but what we know of its articles.
  if (known.address !== addressOf(definition)) {
    return { ...FRESH_STATE, firstIngestAt: state.firstIngestAt };
  }
  const kept = isReadAnew(definition, known) ? readAnew(state) : state;
  const beforeMs = known.definition?.everyMs ?? 0;
  return shortened(kept, { beforeMs, everyMs: definition.everyMs, now });
}

/** Another address, or pages of items that are not asked for: what was received does not help. */
function isReadAnew(after: SourceDefinition, { address, last }: Stored): boolean {
  if (address !== addressOf(after)) return true;
  return last !== null && wantsOtherPages(last, after);
}

async function forgetFiles(trx: Transaction<Tables>, { id }: SourceDefinition): Promise<void> {
  await trx.deleteFrom("source_file").where("source_id", "=", id).execute();
}

/** Fewer rights count at once for all that is stored; more of them when it is drafted again. */
async function lowerRights(
  trx: Transaction<Tables>,
  { id, rights }: SourceDefinition,
  now: number,
): Promise<void> {
  const more = RIGHTS.slice(RIGHTS.indexOf(rights) + 1);
  if (more.length === 0) return;
  const rows = await trx
    .updateTable("article")
    .set({ republish: rights })
    .where("source_id", "=", id)
    .where("republish", "in", more)
    .returning("id")
    .execute();
  if (rows.length === 0) return;
  const revision = await nextRevision(trx);
  const ids = rows.map((row) => row.id);
  await touchClusters(trx, ids, revision);
  await reelectLeads(trx, id, revision);
  await settleEntries(trx, revision, { now });
}
