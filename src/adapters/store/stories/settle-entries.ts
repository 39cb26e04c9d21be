import type { Kysely, Transaction } from "kysely";
import { type EntryDates, type EntryFace, settleDates } from "../../../core/entries/entry-dates.ts";
import { batches } from "../batches.ts";
import { rowStatement } from "../engine/row-statement.ts";
import { type ClusterRow, type MemberRow, membersOf } from "../publishing/entry-rows.ts";
import { choose } from "../publishing/publish-store.ts";
import type { Tables } from "../schema/tables.ts";

export type Settling = {
  readonly now: number;
  /** Articles with a change that readers are to be told of. */
  readonly told?: readonly string[];
};

/**
 * Settles the dates of all entries that a revision touched. The last step of each transaction that makes a revision.
 */
export async function settleEntries(
  trx: Transaction<Tables>,
  revision: number,
  { now, told = [] }: Settling,
): Promise<void> {
  const clusters = await trx
    .selectFrom("cluster")
    .selectAll()
    .where("revision", "=", revision)
    .where("lead_id", "is not", null)
    .orderBy("entered_at", "desc")
    .execute();
  const toldIds = new Set(told);
  // Entries that enter together keep their order.
  let enterAt = now;
  const settled: SettledRow[] = [];
  for (const batch of batches(clusters)) {
    const members = await membersOf(trx, batch);
    for (const cluster of batch) {
      const shown = shownOf(cluster, members.get(cluster.id) ?? [], toldIds);
      if (shown === undefined) continue;
      const dates = settleDates(datesOf(cluster), shown, { now, enterAt });
      if (dates.enteredAt === enterAt) enterAt -= 1;
      settled.push(...changedRow(cluster, dates));
    }
  }
  await settle(trx, settled);
}

function shownOf(cluster: ClusterRow, members: readonly MemberRow[], told: ReadonlySet<string>) {
  const visible = choose(cluster, members, { sources: [] });
  const row = visible ?? members.find(({ id }) => id === cluster.lead_id);
  return (
    row && {
      articleId: row.id,
      title: row.title,
      textHash: row.text_hash,
      address: row.canonical_url ?? row.link,
      publishedAt: row.published_at,
      updatedAt: row.updated_at,
      enteredAt: row.entered_at,
      receivedAt: row.received_at,
      joinedAt: row.joined_at,
      isVisible: visible !== undefined,
      isTold: told.has(row.id),
    }
  );
}

const datesOf = (cluster: ClusterRow): EntryDates => ({
  enteredAt: cluster.entered_at,
  publishedAt: cluster.published_at,
  updatedAt: cluster.updated_at,
  face: cluster.face === null ? null : (JSON.parse(cluster.face) as EntryFace),
});

type SettledRow = Pick<ClusterRow, "id" | "entered_at" | "published_at" | "updated_at" | "face">;

/** None where everything stays as it is. */
function changedRow(
  cluster: ClusterRow,
  { enteredAt, publishedAt, updatedAt, face }: EntryDates,
): readonly SettledRow[] {
  const faceJson = face === null ? null : JSON.stringify(face);
  const isSettled =
    cluster.entered_at === enteredAt &&
    cluster.published_at === publishedAt &&
    cluster.updated_at === updatedAt &&
    cluster.face === faceJson;
  if (isSettled) return [];
  const dates = { entered_at: enteredAt, published_at: publishedAt, updated_at: updatedAt };
  return [{ id: cluster.id, ...dates, face: faceJson }];
}

const settle = rowStatement<SettledRow>((db, { id, ...row }) =>
  db.updateTable("cluster").set(row).where("id", "=", id),
);

/** When a feed last said that an entry changed. The entry's tombstone must be newer (RFC 6721 §3). */
export async function lastToldAt(db: Kysely<Tables>, clusterId: string): Promise<number> {
  const { updated_at } = await db
    .selectFrom("cluster")
    .select("updated_at")
    .where("id", "=", clusterId)
    .executeTakeFirstOrThrow();
  // A feed that shows another copy than the lead may be ahead (publish/archives/telling.ts).
  const ahead = (["archive_pending", "archive_entry"] as const).map((table) =>
    db
      .selectFrom(table)
      .select(({ fn }) => fn.max("updated_at").as("at"))
      .where("cluster_id", "=", clusterId)
      .executeTakeFirst(),
  );
  const told = await Promise.all(ahead);
  return Math.max(updated_at, ...told.map((row) => row?.at ?? 0));
}
