import type { Transaction } from "kysely";
import type { MemberReason } from "../../../core/similarity/member-reason.ts";
import { reelect } from "../../../core/stories/reelect.ts";
import { batches } from "../batches.ts";
import {
  type ClusterRow,
  type MemberRow,
  membersOf,
  toCandidate,
} from "../publishing/entry-rows.ts";
import type { Tables } from "../schema/tables.ts";

/**
 * Elects anew the leads of all clusters that have an article of a source, because its rights changed or it came back. A
 * withdrawn cluster has its election when it is restored.
 */
export async function reelectLeads(
  trx: Transaction<Tables>,
  sourceId: string,
  revision: number,
): Promise<void> {
  const clusters = await trx
    .selectFrom("cluster")
    .selectAll()
    .where("withdrawn_at", "is", null)
    .where("id", "in", (query) =>
      query
        .selectFrom("cluster_member")
        .innerJoin("article", "article.id", "cluster_member.article_id")
        .select("cluster_member.cluster_id")
        .where("article.source_id", "=", sourceId),
    )
    .execute();
  await reelectIn(trx, clusters, revision);
}

export async function reelectIn(
  trx: Transaction<Tables>,
  clusters: readonly ClusterRow[],
  revision: number,
): Promise<void> {
  for (const batch of batches(clusters)) {
    const members = await membersOf(trx, batch);
    for (const { id, lead_id } of batch) {
      const rows = members.get(id) ?? [];
      const reasons = new Map(rows.map((row) => [row.id, reasonOf(row)]));
      const change = reelect({ leadId: lead_id, members: reasons }, rows.map(toCandidate));
      if (change) await saveLead(trx, { id, ...change, revision });
    }
  }
}

const reasonOf = ({ why }: MemberRow): MemberReason => JSON.parse(why) as MemberReason;

type NewLead = NonNullable<ReturnType<typeof reelect>> & {
  readonly id: string;
  readonly revision: number;
};

export async function saveLead(
  trx: Transaction<Tables>,
  { id, leadId, members, revision }: NewLead,
): Promise<void> {
  await trx
    .updateTable("cluster")
    .set({ lead_id: leadId, revision })
    .where("id", "=", id)
    .execute();
  for (const [rank, [articleId, why]] of [...members].entries()) {
    await trx
      .updateTable("cluster_member")
      .set({ why: JSON.stringify(why), rank })
      .where("article_id", "=", articleId)
      .execute();
  }
}
