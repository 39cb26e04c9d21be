import type { Kysely, Transaction } from "kysely";
import { laterThan } from "../../core/entry-dates.ts";
import { err, ok, type Result } from "../../core/result.ts";
import type { Withdrawal, WithdrawalStore, WithdrawnCluster } from "../../core/withdrawal.ts";
import { nextRevision } from "./apply-intent.ts";
import { batches } from "./batches.ts";
import { type ClusterRow, membersOf } from "./entry-rows.ts";
import { inTransaction } from "./in-transaction.ts";
import { reelectIn } from "./reelect-leads.ts";
import { settleEntries } from "./settle-entries.ts";
import { loadEntrySources, sourceOf } from "./stored-article.ts";
import type { Tables } from "./tables.ts";
import { takeFromArchives, withdrawCluster } from "./withdraw-cluster.ts";
import { forgetWithdrawnTexts, keepWithdrawnTexts } from "./withdrawn-texts.ts";

export function createWithdrawalStore(db: Kysely<Tables>): WithdrawalStore {
  return {
    withdraw: (articleId, withdrawal) =>
      inTransaction(db, (trx) => withdraw(trx, articleId, withdrawal)),
    restore: (articleId, now) => inTransaction(db, (trx) => restore(trx, articleId, now)),
    list: () => list(db),
  };
}

type Outcome = Result<WithdrawnCluster, string>;

async function withdraw(
  trx: Transaction<Tables>,
  articleId: string,
  withdrawal: Withdrawal,
): Promise<Outcome> {
  const cluster = await clusterOf(trx, articleId);
  if (cluster === undefined) return err(`there is no article "${articleId}"`);
  if (cluster.withdrawn_at !== null) {
    return err(`${articleId} is withdrawn already${because(cluster.withdrawn_reason)}`);
  }
  const revision = await nextRevision(trx);
  const columns = await withdrawCluster(trx, cluster.id, { withdrawal, revision });
  const members = trx
    .selectFrom("cluster_member")
    .select("article_id")
    .where("cluster_id", "=", cluster.id);
  await takeFromArchives(trx, members, { now: columns.withdrawn_at, revision });
  await keepWithdrawnTexts(trx, [cluster.id]);
  return describe(trx, { ...cluster, ...columns });
}

const because = (reason: string | null): string => (reason === null ? "" : `: ${reason}`);

async function restore(trx: Transaction<Tables>, articleId: string, now: number): Promise<Outcome> {
  const cluster = await clusterOf(trx, articleId);
  if (cluster === undefined) return err(`there is no article "${articleId}"`);
  if (cluster.withdrawn_at === null) return err(`${articleId} is not withdrawn`);
  if (cluster.forgotten_at !== null) {
    return err(`the source of ${articleId} was forgotten: configure it again`);
  }
  const revision = await nextRevision(trx);
  // Later than the tombstone that readers have seen, or they would not take the entry back (RFC 6721 §3).
  const updated_at = Math.max(laterThan(cluster.withdrawn_at, now), cluster.updated_at);
  await trx
    .updateTable("cluster")
    .set({ withdrawn_at: null, withdrawn_reason: null, updated_at, revision })
    .where("id", "=", cluster.id)
    .execute();
  await forgetWithdrawnTexts(trx, cluster.id);
  // Rights may have been lowered while it was withdrawn.
  await reelectIn(trx, [cluster], revision);
  await settleEntries(trx, revision, { now });
  const { lead_id } = (await clusterOf(trx, articleId)) ?? cluster;
  return describe(trx, { ...cluster, lead_id });
}

const clusterOf = (db: Kysely<Tables>, articleId: string): Promise<ClusterRow | undefined> =>
  db
    .selectFrom("cluster")
    .innerJoin("cluster_member", "cluster_member.cluster_id", "cluster.id")
    .selectAll("cluster")
    .where("cluster_member.article_id", "=", articleId)
    .executeTakeFirst();

async function describe(db: Kysely<Tables>, cluster: ClusterRow): Promise<Outcome> {
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
