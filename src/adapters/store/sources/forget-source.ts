import { type Kysely, type SqlBool, sql, type Transaction } from "kysely";
import { WITHDRAWN_FACE } from "../../../core/entries/archive.ts";
import {
  type ClusterToForget,
  type ForgetIntent,
  type ForgetStore,
  type ForgottenEntry,
  type KnownToForget,
  updatedWhenBroughtBack,
} from "../../../core/entries/forgetting.ts";
import type { MemberReason } from "../../../core/similarity/member-reason.ts";
import { forgetListing } from "../articles/listings.ts";
import { batches } from "../batches.ts";
import { inTransaction } from "../in-transaction.ts";
import { nextRevision } from "../intake/revisions.ts";
import { membersOf, toCandidate } from "../publishing/entry-rows.ts";
import type { Tables } from "../schema/tables.ts";
import { reelectLeads, saveLead } from "../stories/reelect-leads.ts";
import { lastToldAt, settleEntries } from "../stories/settle-entries.ts";
import { takeFromArchives, withdrawCluster } from "../stories/withdraw-cluster.ts";
import { loadKnownSources } from "./known-sources.ts";
import { stateColumns } from "./source-rows.ts";

export function createForgetStore(db: Kysely<Tables>): ForgetStore {
  return {
    known: (sourceId) => inTransaction(db, (trx) => loadContext(trx, sourceId)),
    forget: (sourceId, decide, now) =>
      inTransaction(db, async (trx) => {
        const intent = decide(await loadContext(trx, sourceId));
        if (intent.ok) await apply(trx, intent.value, now);
        return intent;
      }),
  };
}

async function loadContext(trx: Transaction<Tables>, sourceId: string): Promise<KnownToForget> {
  const sources = await loadKnownSources(trx);
  const { count } = await trx
    .selectFrom("article")
    .select(({ fn }) => fn.countAll<number>().as("count"))
    .where("source_id", "=", sourceId)
    .executeTakeFirstOrThrow();
  return {
    source: sources.find(({ id }) => id === sourceId) ?? null,
    forgettable: sources
      .filter(({ definition, forgottenAt }) => definition === null && forgottenAt === null)
      .map(({ id }) => id),
    articles: count,
    clusters: await clustersOf(trx, sourceId),
  };
}

const placesOf = (db: Kysely<Tables>, sourceId: string) =>
  db
    .selectFrom("cluster_member")
    .innerJoin("article", "article.id", "cluster_member.article_id")
    .select("cluster_member.cluster_id")
    .where("article.source_id", "=", sourceId);

/** The published clusters that have articles of the source, with these marked as forgotten already. */
async function clustersOf(
  trx: Transaction<Tables>,
  sourceId: string,
): Promise<readonly ClusterToForget[]> {
  const rows = await trx
    .selectFrom("cluster")
    .selectAll()
    .where("withdrawn_at", "is", null)
    .where("id", "in", placesOf(trx, sourceId))
    .execute();
  const clusters: ClusterToForget[] = [];
  for (const batch of batches(rows)) {
    const members = await membersOf(trx, batch);
    for (const { id, lead_id } of batch) {
      const own = (members.get(id) ?? []).map((row) => ({
        ...toCandidate(row),
        isForgotten: row.is_forgotten === 1 || row.source_id === sourceId,
        why: JSON.parse(row.why) as MemberReason,
      }));
      clusters.push({ id, leadId: lead_id, toldAt: await lastToldAt(trx, id), members: own });
    }
  }
  return clusters;
}

async function apply(
  trx: Transaction<Tables>,
  { sourceId, keep, state, forgottenAt, withdrawn, passedOn }: ForgetIntent,
  now: number,
): Promise<void> {
  await trx
    .updateTable("source")
    .set({
      definition: null,
      ...stateColumns(state),
      ...(keep ? {} : { forgotten_at: forgottenAt }),
    })
    .where("id", "=", sourceId)
    .execute();
  await trx.deleteFrom("source_file").where("source_id", "=", sourceId).execute();
  await trx.deleteFrom("page_job").where("source_id", "=", sourceId).execute();
  await forgetListing(trx, sourceId);
  await trx
    .updateTable("article")
    .set({ held_until: null })
    .where("source_id", "=", sourceId)
    .where("held_until", "is not", null)
    .execute();
  const revision = await nextRevision(trx);
  await withdrawAll(trx, withdrawn, { now, revision });
  for (const { id, leadId, members } of passedOn) {
    await saveLead(trx, { id, leadId, members, revision });
  }
  if (!keep) {
    const own = trx
      .selectFrom("article")
      .select("id as article_id")
      .where("source_id", "=", sourceId);
    await takeFromArchives(trx, own, { now, revision });
  }
  await settleEntries(trx, revision, { now });
}

type ForgettingStamp = { readonly now: number; readonly revision: number };

async function withdrawAll(
  trx: Transaction<Tables>,
  withdrawn: ForgetIntent["withdrawn"],
  { now, revision }: ForgettingStamp,
): Promise<void> {
  for (const { id, ...withdrawal } of withdrawn) {
    await withdrawCluster(trx, id, { withdrawal, revision });
  }
  for (const batch of batches(withdrawn.map(({ id }) => id))) {
    await trx.updateTable("cluster").set({ forgotten_at: now }).where("id", "in", batch).execute();
  }
}

/**
 * A subquery on an outer `cluster`: rows of feeds that told its withdrawal although other sources carry it
 * (left-entries.ts).
 */
const tombstonesOf = (trx: Transaction<Tables>) =>
  trx
    .selectFrom("archive_entry")
    .select("cluster_id")
    .where(sql<SqlBool>`archive_entry.cluster_id = cluster.id AND face = ${WITHDRAWN_FACE}`)
    .unionAll(
      trx
        .selectFrom("archive_pending")
        .select("cluster_id")
        .where(sql<SqlBool>`archive_pending.cluster_id = cluster.id AND face = ${WITHDRAWN_FACE}`),
    );

/** Publishes again what was forgotten of a source that is configured again, with later dates than its tombstones. */
export async function bringBack(
  trx: Transaction<Tables>,
  sourceId: string,
  now: number,
): Promise<void> {
  await trx.updateTable("source").set({ forgotten_at: null }).where("id", "=", sourceId).execute();
  const revision = await nextRevision(trx);
  for (const entry of await forgottenEntries(trx, sourceId)) {
    const published = { withdrawn_at: null, withdrawn_reason: null, forgotten_at: null };
    await trx
      .updateTable("cluster")
      .set({ ...published, updated_at: updatedWhenBroughtBack(entry, now), revision })
      .where("id", "=", entry.id)
      .execute();
  }
  await reelectLeads(trx, sourceId, revision);
  await settleEntries(trx, revision, { now });
}

/**
 * Entries that were withdrawn with a source, and entries whose withdrawal was told while other sources carried them.
 */
async function forgottenEntries(
  trx: Transaction<Tables>,
  sourceId: string,
): Promise<readonly ForgottenEntry[]> {
  const rows = await trx
    .selectFrom("cluster")
    .select(["id", "withdrawn_at", "updated_at"])
    .where("id", "in", placesOf(trx, sourceId))
    .where(({ or, and, exists, eb }) =>
      or([
        eb("forgotten_at", "is not", null),
        and([eb("withdrawn_at", "is", null), exists(tombstonesOf(trx))]),
      ]),
    )
    .execute();
  return rows.map(({ id, withdrawn_at, updated_at }) => ({
    id,
    withdrawnAt: withdrawn_at,
    updatedAt: updated_at,
  }));
}
