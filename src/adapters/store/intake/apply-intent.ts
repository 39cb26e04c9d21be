import type { Transaction } from "kysely";
import type { IngestIntent } from "../../../core/intake/ingest-intent.ts";
import {
  type ArticleRows,
  insertArticles,
  redateArticles,
  rekeyArticles,
  updateArticles,
} from "../articles/article-rows.ts";
import { forgetKeys, saveFingerprints } from "../articles/fingerprints.ts";
import { saveRepeated } from "../articles/repeated-blocks.ts";
import type { CrowdedKeys } from "../articles/sampled-keys.ts";
import { saveWeakNames } from "../articles/weak-names.ts";
import { keepWithdrawnTexts, withWithdrawnTexts } from "../articles/withdrawn-texts.ts";
import { batches } from "../batches.ts";
import { saveFileLooks } from "../queues/file-looks.ts";
import { savePageJobs } from "../queues/page-jobs.ts";
import type { Tables } from "../schema/tables.ts";
import { saveClusters } from "../stories/save-clusters.ts";
import { settleEntries } from "../stories/settle-entries.ts";
import { revisionForClusters } from "./revisions.ts";

type ApplyOptions = {
  readonly sourceId: string;
  /** Of `prepareArticles`. */
  readonly rows: ArticleRows;
  readonly crowded: CrowdedKeys;
  readonly now: number;
};

/** Applies a decision that was taken in this very transaction, after `restOnDecided`. @returns as `saveFingerprints`. */
export async function applyIntent(
  trx: Transaction<Tables>,
  intent: IngestIntent,
  { sourceId, rows, crowded, now }: ApplyOptions,
): Promise<number> {
  const { inserts, updates, clusters } = intent;
  let came = 0;
  await rekeyArticles(trx, intent.rekeyed);
  await redateArticles(trx, intent.redated);
  await saveWeakNames(trx, sourceId, intent.weakNames);
  if (inserts.length + updates.length + clusters.length > 0) {
    const revision = await revisionForClusters(trx);
    await insertArticles(trx, rows.inserts);
    const compared = await withWithdrawnTexts(trx, updates);
    const wereIndexed = await forgetKeys(trx, compared);
    await updateArticles(trx, rows.updates);
    await saveFileLooks(trx, intent, now);
    await saveClusters(trx, clusters, { revision, now });
    const saved = { ...intent, updates: compared };
    came = await saveFingerprints(trx, saved, { crowded, wereIndexed, now });
    const withdrawn = clusters.filter(({ isWithdrawn }) => isWithdrawn);
    if (withdrawn.length > 0) await keepWithdrawnTexts(trx, ids(withdrawn));
    await touchClusters(trx, ids(updates), revision);
    await saveRepeated(trx, intent, { sourceId, now });
    const told = ids(updates.filter(({ updatedAt }) => updatedAt !== null));
    await settleEntries(trx, revision, { now, told });
  }
  await savePageJobs(trx, intent.pageJobs);
  return came;
}

const ids = (list: readonly { readonly id: string }[]): readonly string[] =>
  list.map(({ id }) => id);

/** Marks the clusters of changed articles as changed, whether or not their members changed. */
export async function touchClusters(
  trx: Transaction<Tables>,
  articleIds: readonly string[],
  revision: number,
): Promise<void> {
  for (const batch of batches(articleIds)) {
    await trx
      .updateTable("cluster")
      .set({ revision })
      .where("id", "in", (query) =>
        query.selectFrom("cluster_member").select("cluster_id").where("article_id", "in", batch),
      )
      .execute();
  }
}
