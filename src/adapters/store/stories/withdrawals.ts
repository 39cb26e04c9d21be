import type { Kysely, Transaction } from "kysely";
import type {
  KnownEntry,
  Restoration,
  Withdrawal,
  WithdrawalStore,
  WithdrawnCluster,
} from "../../../core/entries/withdrawal.ts";
import { ok, type Result } from "../../../core/result.ts";
import { forgetWithdrawnTexts, keepWithdrawnTexts } from "../articles/withdrawn-texts.ts";
import { batches } from "../batches.ts";
import { inTransaction } from "../in-transaction.ts";
import { nextRevision } from "../intake/revisions.ts";
import { type ClusterRow, membersOf } from "../publishing/entry-rows.ts";
import { loadEntrySources, sourceOf } from "../publishing/stored-article.ts";
import type { Tables } from "../schema/tables.ts";
import { reelectIn } from "./reelect-leads.ts";
import { lastToldAt, settleEntries } from "./settle-entries.ts";
import { takeFromArchives, withdrawCluster } from "./withdraw-cluster.ts";

export function createWithdrawalStore(db: Kysely<Tables>): WithdrawalStore {
  return {
    withdraw: (articleId, decide) => inTransaction(db, (trx) => withdraw(trx, articleId, decide)),
    restore: (articleId, decide, now) =>
      inTransaction(db, (trx) => restore(trx, articleId, { decide, now })),
    list: () => list(db),
  };
}

type WithdrawalOutcome = Result<WithdrawnCluster, string>;
type Decided<T> = (known: KnownEntry | null) => Result<T, string>;

async function withdraw(
  trx: Transaction<Tables>,
  articleId: string,
  decide: Decided<Withdrawal>,
): Promise<WithdrawalOutcome> {
  const cluster = await clusterOf(trx, articleId);
  const decided = decide(await knownOf(trx, cluster));
  if (!decided.ok || cluster === undefined) return refusal(decided);
  const { value: withdrawal } = decided;
  const revision = await nextRevision(trx);
  await withdrawCluster(trx, cluster.id, { withdrawal, revision });
  const members = trx
    .selectFrom("cluster_member")
    .select("article_id")
    .where("cluster_id", "=", cluster.id);
  await takeFromArchives(trx, members, { now: withdrawal.at, revision });
  await keepWithdrawnTexts(trx, [cluster.id]);
  const { at: withdrawn_at, reason: withdrawn_reason } = withdrawal;
  return describe(trx, { ...cluster, withdrawn_at, withdrawn_reason });
}

type Restoring = { readonly decide: Decided<Restoration>; readonly now: number };

async function restore(
  trx: Transaction<Tables>,
  articleId: string,
  { decide, now }: Restoring,
): Promise<WithdrawalOutcome> {
  const cluster = await clusterOf(trx, articleId);
  const decided = decide(await knownOf(trx, cluster));
  if (!decided.ok || cluster === undefined) return refusal(decided);
  const revision = await nextRevision(trx);
  const columns = { withdrawn_at: null, withdrawn_reason: null };
  await trx
    .updateTable("cluster")
    .set({ ...columns, updated_at: decided.value.updatedAt, revision })
    .where("id", "=", cluster.id)
    .execute();
  await forgetWithdrawnTexts(trx, cluster.id);
  // The source's rights may have been lowered while the entry was withdrawn.
  await reelectIn(trx, [cluster], revision);
  await settleEntries(trx, revision, { now });
  const { lead_id } = (await clusterOf(trx, articleId)) ?? cluster;
  return describe(trx, { ...cluster, lead_id });
}

/** Returns the refusal. Throws when a decision changes an entry that does not exist. */
function refusal(decided: Result<unknown, string>): Result<never, string> {
  if (decided.ok) throw new Error("an entry that does not exist cannot be changed");
  return decided;
}

async function knownOf(
  trx: Transaction<Tables>,
  cluster: ClusterRow | undefined,
): Promise<KnownEntry | null> {
  if (cluster === undefined) return null;
  const { withdrawn_at: at, withdrawn_reason: reason, forgotten_at, updated_at } = cluster;
  return {
    withdrawal: at === null ? null : { at, reason },
    isForgotten: forgotten_at !== null,
    updatedAt: updated_at,
    toldAt: await lastToldAt(trx, cluster.id),
  };
}

const clusterOf = (db: Kysely<Tables>, articleId: string): Promise<ClusterRow | undefined> =>
  db
    .selectFrom("cluster")
    .innerJoin("cluster_member", "cluster_member.cluster_id", "cluster.id")
    .selectAll("cluster")
    .where("cluster_member.article_id", "=", articleId)
    .executeTakeFirst();

async function describe(db: Kysely<Tables>, cluster: ClusterRow): Promise<WithdrawalOutcome> {
  const [described] = await describeAll(db, [cluster]);
  if (described === undefined) throw new Error(`cluster ${cluster.id} has no lead`);
  return ok(described);
}

async function list(db: Kysely<Tables>): Promise<readonly WithdrawnCluster[]> {
  const rows = await db
    .selectFrom("cluster")
    .selectAll()
    .where("withdrawn_at", "is not", null)
    .orderBy("withdrawn_at", "desc")
    .orderBy("id")
    .execute();
  const described: WithdrawnCluster[] = [];
  for (const batch of batches(rows)) described.push(...(await describeAll(db, batch)));
  return described;
}

async function describeAll(
  db: Kysely<Tables>,
  clusters: readonly ClusterRow[],
): Promise<readonly WithdrawnCluster[]> {
  const members = await membersOf(db, clusters);
  const sources = await loadEntrySources(db);
  return clusters.flatMap((cluster) => {
    const own = members.get(cluster.id) ?? [];
    const lead = own.find(({ id }) => id === cluster.lead_id);
    if (lead === undefined) return [];
    const { source_id: id } = lead;
    return [
      {
        clusterId: cluster.id,
        entryId: cluster.entry_id,
        title: lead.title,
        source: sourceOf(id, sources),
        articles: own.map((member) => member.id),
        withdrawal: { at: cluster.withdrawn_at ?? 0, reason: cluster.withdrawn_reason },
      },
    ];
  });
}
