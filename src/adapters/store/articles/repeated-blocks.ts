import type { Kysely, Transaction } from "kysely";
import type { ArticleDraft } from "../../../core/articles/article-draft.ts";
import type { KnownOutlines } from "../../../core/articles/stored-context.ts";
import { commonKey } from "../../../core/cleaning/repeated/common-lines.ts";
import { hashesToSight } from "../../../core/cleaning/repeated/learn-common.ts";
import { outlineFromBytes, outlineToBytes } from "../../../core/cleaning/repeated/outline-bytes.ts";
import type { RepeatedBlocks } from "../../../core/intake/ingest-store.ts";
import type { Learnt } from "../../../core/intake/learn-blocks.ts";
import { batches } from "../batches.ts";
import { rowStatement } from "../engine/row-statement.ts";
import { excluded } from "../excluded.ts";
import { askForRevision } from "../queues/revision-requests.ts";
import type { Tables } from "../schema/tables.ts";
import { loadCommon, loadSightings, saveCommon } from "./common-lines.ts";

/**
 * The outlines of a source's last articles (as many are stored as the decision needs), and the sightings of lines that
 * new or changed articles have.
 */
export async function loadOutlines(
  db: Kysely<Tables>,
  sourceId: string,
  changed: readonly Pick<ArticleDraft, "outline">[],
): Promise<KnownOutlines> {
  const rows = await db
    .selectFrom("outline")
    .select(["article_id", "entered_at", "blocks"])
    .where("source_id", "=", sourceId)
    .execute();
  const { active } = await loadOwnRepeated(db, sourceId);
  return {
    active,
    sightings: await loadSightings(
      db,
      changed.flatMap(({ outline }) => hashesToSight(outline)),
    ),
    recent: rows.map(({ article_id, entered_at, blocks }) => ({
      articleId: article_id,
      enteredAt: entered_at,
      outline: outlineFromBytes(blocks),
    })),
  };
}

/** See IngestStore.repeatedBlocks. */
export async function loadRepeated(db: Kysely<Tables>, sourceId: string): Promise<RepeatedBlocks> {
  const own = await loadOwnRepeated(db, sourceId);
  const common = await loadCommon(db);
  return {
    active: [...own.active, ...common.active.map(commonKey)],
    retired: [...own.retired, ...common.faded.map(commonKey)],
  };
}

async function loadOwnRepeated(db: Kysely<Tables>, sourceId: string): Promise<RepeatedBlocks> {
  const rows = await db
    .selectFrom("repeated_block")
    .select(["key", "retired_at"])
    .where("source_id", "=", sourceId)
    .execute();
  const keysOf = (isRetired: boolean): readonly string[] =>
    rows.filter(({ retired_at }) => (retired_at !== null) === isRetired).map(({ key }) => key);
  return { active: keysOf(false), retired: keysOf(true) };
}

type LearningStamp = { readonly sourceId: string; readonly now: number };

/** Saves what was learnt of the source, and what later articles are compared with. */
export async function saveRepeated(
  trx: Transaction<Tables>,
  learnt: Learnt,
  stamp: LearningStamp,
): Promise<void> {
  await saveOutlines(trx, learnt.outlines, stamp);
  await saveLearned(trx, learnt.learned, stamp);
  await saveCommon(trx, learnt.common, stamp);
  for (const batch of batches(learnt.retired)) {
    await trx
      .updateTable("repeated_block")
      .set({ retired_at: stamp.now })
      .where("source_id", "=", stamp.sourceId)
      .where("key", "in", batch)
      .execute();
  }
  if (learnt.revisionWanted) await askForRevision(trx, stamp.sourceId, learnt.revisionWanted);
}

async function saveOutlines(
  trx: Transaction<Tables>,
  { saved, dropped }: Learnt["outlines"],
  { sourceId }: LearningStamp,
): Promise<void> {
  const rows = saved.map(({ articleId, enteredAt, outline }) => ({
    article_id: articleId,
    source_id: sourceId,
    entered_at: enteredAt,
    blocks: outlineToBytes(outline),
  }));
  await saveOutline(trx, rows);
  for (const batch of batches(dropped)) {
    const gone = trx.deleteFrom("outline").where("source_id", "=", sourceId);
    await gone.where("article_id", "in", batch).execute();
  }
}

const saveOutline = rowStatement<Tables["outline"]>((db, row) =>
  db
    .insertInto("outline")
    .values(row)
    .onConflict((conflict) =>
      conflict.columns(["source_id", "article_id"]).doUpdateSet(excluded(["entered_at", "blocks"])),
    ),
);

/** A retired block becomes active again when it is learnt again. */
async function saveLearned(
  trx: Transaction<Tables>,
  learned: Learnt["learned"],
  { sourceId, now }: LearningStamp,
): Promise<void> {
  const rows = learned.map((block) => ({
    source_id: sourceId,
    ...block,
    learned_at: now,
    retired_at: null,
  }));
  for (const batch of batches(rows)) {
    await trx
      .insertInto("repeated_block")
      .values(batch)
      .onConflict((conflict) =>
        conflict.columns(["source_id", "key"]).doUpdateSet({ learned_at: now, retired_at: null }),
      )
      .execute();
  }
}
