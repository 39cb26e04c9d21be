import { type Kysely, sql, type Transaction } from "kysely";
import {
  type ArchiveDocumentKey,
  type ArchiveState,
  type ArchiveStep,
  type ArchiveStore,
  type ChangePlace,
  type Current,
  LEFT_FACE,
  type WithdrawnQuery,
} from "../../../core/entries/archive.ts";
import type { EntryQuery, StoredEntry } from "../../../core/entries/publish-store.ts";
import type { Version } from "../../../core/entries/published.ts";
import type { Lease } from "../../../core/lease.ts";
import { batches, inBatches } from "../batches.ts";
import { requireLease } from "../queues/leases.ts";
import type { Tables } from "../schema/tables.ts";
import { archivedIn, freezePage, loadPage, packPlaces } from "./archive-pages.ts";
import type { ClusterRow } from "./entry-rows.ts";
import { leftAmong, leftOf } from "./left-entries.ts";
import { mergedClusters, mergedEntries, mergedOf } from "./merged-entries.ts";
import { shownEntries } from "./publish-store.ts";
import { savePending } from "./tellings.ts";

/**
 * @param lease under which archives are written: writing rejects once it is lost. `null` for a caller that only renders
 * frozen pages.
 */
export function createArchiveStore(db: Kysely<Tables>, lease: Lease | null = null): ArchiveStore {
  const write = (work: (trx: Transaction<Tables>) => Promise<void>): Promise<void> =>
    db.transaction().execute(async (trx) => {
      if (lease !== null) await requireLease(trx, lease);
      await work(trx);
    });
  return {
    state: (feedId) => loadState(db, feedId),
    changedAfter: (place, limit) => changedAfter(db, place, limit),
    current: (clusterIds, query) => loadCurrent(db, clusterIds, query),
    archived: (feedId, clusterIds) => archivedIn(db, feedId, clusterIds),
    note: (feedId, step) => write((trx) => note(trx, feedId, step)),
    pending: (feedId, limit) => loadPending(db, feedId, limit),
    dismiss: (feedId, clusterIds) =>
      write(async (trx) => {
        for (const ids of batches(clusterIds)) {
          const rows = trx.updateTable("archive_pending").where("feed_id", "=", feedId);
          await rows.set({ face: LEFT_FACE }).where("cluster_id", "in", ids).execute();
        }
      }),
    freeze: (feedId, entries, now) => {
      const places = packPlaces(entries);
      return write((trx) => freezePage(trx, feedId, { places, now }));
    },
    withdrawn: (query) => loadWithdrawn(db, query),
    page: (feedId, page) => loadPage(db, feedId, page),
    document: async ({ feedId, page, format }) => {
      const row = await db
        .selectFrom("archive_document")
        .select(["etag", "changed_at"])
        .where("feed_id", "=", feedId)
        .where("page", "=", page)
        .where("format", "=", format)
        .executeTakeFirst();
      return row ? { etag: row.etag, changedAt: row.changed_at } : null;
    },
    saveDocument: (key, version) => saveDocument(db, key, version),
  };
}

async function saveDocument(
  db: Kysely<Tables>,
  { feedId, page, format }: ArchiveDocumentKey,
  { etag, changedAt }: Version,
): Promise<void> {
  const version = { etag, changed_at: changedAt };
  await db
    .insertInto("archive_document")
    .values({ feed_id: feedId, page, format, ...version })
    .onConflict((conflict) => conflict.columns(["feed_id", "page", "format"]).doUpdateSet(version))
    .execute();
}

async function loadState(db: Kysely<Tables>, feedId: string): Promise<ArchiveState | null> {
  const row = await db
    .selectFrom("archive_feed")
    .selectAll()
    .where("feed_id", "=", feedId)
    .executeTakeFirst();
  if (!row) return null;
  const { scope, revision, cluster_id: clusterId, pages } = row;
  return { scope, place: { revision, clusterId }, pages };
}

async function note(
  trx: Transaction<Tables>,
  feedId: string,
  { pending, changes, revision, ...state }: ArchiveStep,
): Promise<void> {
  await saveState(trx, feedId, state);
  await savePending(trx, feedId, pending);
  const rows = changes.map(({ clusterId, entryId, kind }) => ({
    feed_id: feedId,
    cluster_id: clusterId,
    entry_id: entryId,
    kind,
    revision,
  }));
  for (const batch of batches(rows)) await trx.insertInto("noted_change").values(batch).execute();
}

async function saveState(
  db: Kysely<Tables>,
  feedId: string,
  { scope, place }: Omit<ArchiveState, "pages">,
): Promise<void> {
  const columns = { scope, revision: place.revision, cluster_id: place.clusterId };
  await db
    .insertInto("archive_feed")
    .values({ feed_id: feedId, ...columns, pages: 0 })
    .onConflict((conflict) => conflict.column("feed_id").doUpdateSet(columns))
    .execute();
}

/** Includes clusters without members: a pending entry of such a cluster is dismissed when it is looked at. */
async function changedAfter(
  db: Kysely<Tables>,
  { revision, clusterId }: ChangePlace,
  limit: number,
): Promise<readonly ChangePlace[]> {
  const rows = await db
    .selectFrom("cluster")
    .select(["revision", "id"])
    .where(({ eb, refTuple, tuple }) =>
      eb(refTuple("revision", "id"), ">", tuple(revision, clusterId)),
    )
    .orderBy("revision")
    .orderBy("id")
    .limit(limit)
    .execute();
  return rows.map((row) => ({ revision: row.revision, clusterId: row.id }));
}

async function loadCurrent(
  db: Kysely<Tables>,
  clusterIds: readonly string[],
  query: Pick<EntryQuery, "sources" | "prefer">,
): Promise<readonly Current[]> {
  const rows = await inBatches(clusterIds, (ids) =>
    shownClusters(db).where("cluster.id", "in", ids).execute(),
  );
  const revisions = new Map(rows.map(({ id, revision }) => [id, revision]));
  const merged = await inBatches(clusterIds, (ids) =>
    mergedClusters(db).where("cluster.id", "in", ids).execute(),
  );
  for (const { id, revision } of merged) revisions.set(id, revision);
  const entries = [
    ...(await shownEntries(db, rows, query)),
    ...(await mergedEntries(db, merged)),
    ...(await leftAmong(db, clusterIds, query)),
  ];
  return entries.map((entry) => ({ entry, revision: revisions.get(entry.clusterId) ?? 0 }));
}

/** Clusters that have something to show: a member that is not held back for its page. */
const shownClusters = (db: Kysely<Tables>) =>
  db
    .selectFrom("cluster")
    .selectAll()
    .where("lead_id", "is not", null)
    .where(({ exists, selectFrom }) =>
      exists(
        selectFrom("cluster_member")
          .innerJoin("article", "article.id", "cluster_member.article_id")
          .select("article.id")
          .whereRef("cluster_member.cluster_id", "=", "cluster.id")
          .where("article.held_until", "is", null),
      ),
    );

async function loadPending(
  db: Kysely<Tables>,
  feedId: string,
  limit: number,
): Promise<readonly string[]> {
  const rows = await db
    .selectFrom("archive_pending")
    .innerJoin("cluster", "cluster.id", "archive_pending.cluster_id")
    .select("cluster.id")
    .where("archive_pending.feed_id", "=", feedId)
    .where("archive_pending.face", "is distinct from", LEFT_FACE)
    .orderBy("cluster.entered_at")
    .orderBy("cluster.id")
    .limit(limit)
    .execute();
  return rows.map(({ id }) => id);
}

async function loadWithdrawn(
  db: Kysely<Tables>,
  { since, enteredFrom, limit, ...query }: WithdrawnQuery,
): Promise<readonly StoredEntry[]> {
  const rows: ClusterRow[] = await shownClusters(db)
    .where("withdrawn_at", "is not", null)
    .where(sql<boolean>`(withdrawn_at >= ${since} OR entered_at >= ${enteredFrom})`)
    .orderBy("withdrawn_at", "desc")
    .orderBy("id")
    .limit(limit)
    .execute();
  const merged = await mergedOf(db, { since, enteredFrom, limit, ...query });
  const left = await leftOf(db, { since, enteredFrom, limit, ...query });
  return [...(await shownEntries(db, rows, query)), ...merged, ...left]
    .toSorted((a, b) => (b.withdrawal?.at ?? 0) - (a.withdrawal?.at ?? 0))
    .slice(0, limit);
}
