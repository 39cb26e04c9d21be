import type { Transaction } from "kysely";
import type { EditorAction, EditorChange, EditorIntent } from "../../../core/stories/editing.ts";
import { savePairs } from "../articles/article-pairs.ts";
import { inBatches } from "../batches.ts";
import { nextRevision } from "../intake/revisions.ts";
import type { Tables } from "../schema/tables.ts";
import { saveClusters } from "./save-clusters.ts";
import { settleEntries } from "./settle-entries.ts";

/** What is stored of an action: its change, and when each member joined, which no decision needs. */
type KeptChange = EditorChange & {
  readonly joinedAt: readonly (readonly [articleId: string, at: number])[];
};

/** Applies a decision that was taken in this very transaction. */
export async function applyEdit(
  trx: Transaction<Tables>,
  { clusters, vetoes, bonds }: EditorIntent,
  now: number,
): Promise<void> {
  const revision = await nextRevision(trx);
  await saveClusters(trx, clusters, { revision, now });
  await savePairs(trx, "veto", { ...vetoes, now });
  await savePairs(trx, "bond", { ...bonds, now });
  await settleEntries(trx, revision, { now });
}

type ActionToKeep = {
  readonly action: EditorAction;
  readonly intent: EditorIntent;
  readonly now: number;
};

/** Stores an action. To be called before the action is applied: later `joined_at` may have changed. */
export async function keepAction(
  trx: Transaction<Tables>,
  { action, intent, now }: ActionToKeep,
): Promise<void> {
  const { before, vetoes, bonds } = intent;
  const rows = await inBatches(memberIds(intent), (ids) =>
    trx
      .selectFrom("cluster_member")
      .select(["article_id", "joined_at"])
      .where("article_id", "in", ids)
      .execute(),
  );
  const joinedAt = rows.map(({ article_id, joined_at }) => [article_id, joined_at] as const);
  const change: KeptChange = { before, vetoes, bonds, joinedAt };
  await trx
    .insertInto("editor_action")
    .values({ ...nameOf(action), change: JSON.stringify(change), done_at: now, undone_at: null })
    .execute();
}

export type KeptAction = { readonly id: number; readonly change: KeptChange };

/** The last such action that was not undone. */
export async function lastAction(
  trx: Transaction<Tables>,
  action: EditorAction,
): Promise<KeptAction | null> {
  const { kind, articles } = nameOf(action);
  const row = await trx
    .selectFrom("editor_action")
    .select(["id", "change"])
    .where("kind", "=", kind)
    .where("articles", "=", articles)
    .where("undone_at", "is", null)
    .orderBy("id", "desc")
    .executeTakeFirst();
  return row ? { id: row.id, change: JSON.parse(row.change) as KeptChange } : null;
}

export async function markUndone(
  trx: Transaction<Tables>,
  { id }: KeptAction,
  now: number,
): Promise<void> {
  await trx.updateTable("editor_action").set({ undone_at: now }).where("id", "=", id).execute();
}

const nameOf = ({ kind, articles }: EditorAction) => ({
  kind,
  articles: JSON.stringify([...articles].sort()),
});

const memberIds = ({ before }: EditorChange): readonly string[] =>
  before.flatMap(({ members }) => members.map(([id]) => id));

/** The ids that an undo loads, those of articles that the action paired without moving them included. */
export const idsOf = (change: EditorChange) => {
  const pairs = [change.vetoes, change.bonds].flatMap(({ added, removed }) => [
    ...added,
    ...removed,
  ]);
  return {
    articleIds: [...memberIds(change), ...pairs.flatMap((pair) => pair.split(" "))],
    clusterIds: change.before.map(({ id }) => id),
  };
};

/** A restored member keeps its joined_at. */
export async function restoreJoined(
  trx: Transaction<Tables>,
  { clusters }: EditorIntent,
  { before, joinedAt }: KeptChange,
): Promise<void> {
  const now = new Map(clusters.map(({ id, members }) => [id, members]));
  const at = new Map(joinedAt);
  for (const { id, members } of before) {
    for (const [articleId] of members.filter(([member]) => now.get(id)?.has(member))) {
      const joined_at = at.get(articleId);
      if (joined_at === undefined) continue;
      await trx
        .updateTable("cluster_member")
        .set({ joined_at })
        .where("article_id", "=", articleId)
        .execute();
    }
  }
}
