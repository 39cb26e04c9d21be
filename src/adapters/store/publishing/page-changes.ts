import { createHash } from "node:crypto";
import type { Kysely } from "kysely";
import type { ArchivePlace, PageChanges } from "../../../core/entries/static-files.ts";
import { inBatches } from "../batches.ts";
import { currentRevision } from "../intake/revisions.ts";
import type { Tables } from "../schema/tables.ts";
import { createArchiveStore } from "./archive-store.ts";
import { loadEntrySources } from "./stored-article.ts";

/** After all ids of clusters with a revision. */
const AFTER_ALL_IDS = "~";

export function createPageChanges(db: Kysely<Tables>): PageChanges {
  const archives = createArchiveStore(db);
  return {
    latest: async () => ({ revision: await currentRevision(db), clusterId: AFTER_ALL_IDS }),
    after: archives.changedAfter,
    pagesOf: async (clusterIds) => ({
      articleIds: await articlesOf(db, clusterIds),
      archivePages: await archivePagesOf(db, clusterIds),
    }),
    articlesAfter: async (id, limit) => {
      const rows = db.selectFrom("article").select("id").where("id", ">", id);
      return (await rows.orderBy("id").limit(limit).execute()).map((row) => row.id);
    },
    known: async (ids) => {
      const rows = await inBatches(ids, (batch) =>
        db.selectFrom("article").select("id").where("id", "in", batch).execute(),
      );
      return new Set(rows.map(({ id }) => id));
    },
    archivePages: async (feedId) => (await archives.state(feedId))?.pages ?? 0,
    sourceNames: async () => {
      const sources = await loadEntrySources(db);
      return new Map([...sources].map(([id, source]) => [id, hashOf(JSON.stringify(source))]));
    },
    clustersOf: (sourceIds) => clustersOf(db, sourceIds),
  };
}

const hashOf = (text: string): string =>
  createHash("sha256").update(text).digest("base64url").slice(0, 22);

async function articlesOf(
  db: Kysely<Tables>,
  clusterIds: readonly string[],
): Promise<readonly string[]> {
  const rows = await inBatches(clusterIds, (ids) =>
    db.selectFrom("cluster_member").select("article_id").where("cluster_id", "in", ids).execute(),
  );
  return rows.map(({ article_id }) => article_id);
}

async function archivePagesOf(
  db: Kysely<Tables>,
  clusterIds: readonly string[],
): Promise<readonly ArchivePlace[]> {
  const rows = await inBatches(clusterIds, (ids) =>
    db
      .selectFrom("archive_entry")
      .select(["feed_id", "page"])
      .distinct()
      .where("cluster_id", "in", ids)
      .execute(),
  );
  const pages = rows.map(({ feed_id: feedId, page }) => [`${feedId} ${page}`, { feedId, page }]);
  return [...new Map(pages as [string, ArchivePlace][]).values()];
}

async function clustersOf(
  db: Kysely<Tables>,
  sourceIds: readonly string[],
): Promise<readonly string[]> {
  const rows = await inBatches(sourceIds, (ids) =>
    db
      .selectFrom("article")
      .innerJoin("cluster_member", "cluster_member.article_id", "article.id")
      .select("cluster_member.cluster_id")
      .distinct()
      .where("article.source_id", "in", ids)
      .execute(),
  );
  return [...new Set(rows.map(({ cluster_id }) => cluster_id))];
}
