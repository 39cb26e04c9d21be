import type { Kysely } from "kysely";
import type { ClusterTexts, EditorStore } from "../../../core/orders/editor-port.ts";
import { err, ok } from "../../../core/result.ts";
import { refuseWithdrawn } from "../../../core/stories/editing.ts";
import { countWaitingPages, loadHandling } from "../articles/article-handling.ts";
import { commonAmong, newestCommon } from "../articles/common-lines.ts";
import { inTransaction } from "../in-transaction.ts";
import { loadClusters } from "../intake/load-context.ts";
import { articlesById, membersOf } from "../publishing/entry-rows.ts";
import { toMember } from "../publishing/stored-article.ts";
import type { Tables } from "../schema/tables.ts";
import {
  applyEdit,
  idsOf,
  keepAction,
  lastAction,
  markUndone,
  restoreJoined,
} from "./editor-actions.ts";

export function createEditorStore(db: Kysely<Tables>): EditorStore {
  return {
    cluster: (id) => loadCluster(db, id),
    handling: (articleId) => loadHandling(db, articleId),
    waitingPages: () => countWaitingPages(db),
    commonLines: (limit) => newestCommon(db, limit),
    commonLinesAmong: (lines) => commonAmong(db, lines),
    known: (articleIds) =>
      inTransaction(db, (trx) => loadClusters(trx, { articleIds, clusterIds: [] })),
    edit: (action, decide, now) =>
      inTransaction(db, async (trx) => {
        const { articles: articleIds } = action;
        const intent = decide(await loadClusters(trx, { articleIds, clusterIds: [] }));
        if (intent.ok) await keepAction(trx, { action, intent: intent.value, now });
        if (intent.ok) await applyEdit(trx, intent.value, now);
        return intent;
      }),
    undo: (action, decide, now) =>
      inTransaction(db, async (trx) => {
        const done = await lastAction(trx, action);
        if (done === null) return err(`there is no such ${action.kind} to undo`);
        const known = await loadClusters(trx, idsOf(done.change));
        const refused = refuseWithdrawn(known);
        if (refused !== null) return err(refused);
        const intent = decide(known, done.change);
        await markUndone(trx, done, now);
        await applyEdit(trx, intent, now);
        await restoreJoined(trx, intent, done.change);
        return ok(intent);
      }),
  };
}

async function loadCluster(db: Kysely<Tables>, id: string): Promise<ClusterTexts | null> {
  const cluster = await clusterWith(db, id);
  if (!cluster) return null;
  const rows = (await membersOf(db, [cluster])).get(cluster.id) ?? [];
  const texts = await articlesById(
    db,
    rows.map((row) => row.id),
  );
  const members = rows.map((row) => ({
    ...toMember(row, cluster.lead_id),
    text: texts.get(row.id)?.text ?? "",
  }));
  const isFollower = ({ articleId }: { readonly articleId: string }): number =>
    Number(articleId !== cluster.lead_id);
  return {
    id: cluster.id,
    entryId: cluster.entry_id,
    members: members.toSorted((a, b) => isFollower(a) - isFollower(b)),
  };
}

/**
 * A cluster has the id of its founder, which may have left it since. Looks for a cluster of this id first, then for the
 * cluster that has the article of this id.
 */
async function clusterWith(db: Kysely<Tables>, id: string) {
  const named = await db
    .selectFrom("cluster")
    .selectAll()
    .where("id", "=", id)
    .where("lead_id", "is not", null)
    .executeTakeFirst();
  if (named) return named;
  return db
    .selectFrom("cluster")
    .innerJoin("cluster_member", "cluster_member.cluster_id", "cluster.id")
    .selectAll("cluster")
    .where("cluster_member.article_id", "=", id)
    .executeTakeFirst();
}
