import type { Transaction } from "kysely";
import type { StoredContext } from "../../../core/articles/stored-context.ts";
import { articles } from "../articles/article-query.ts";
import { similarArticles } from "../articles/candidates.ts";
import { loadFingerprints } from "../articles/fingerprints.ts";
import { loadOwnBlocks } from "../articles/own-blocks.ts";
import { inBatches } from "../batches.ts";
import type { Tables } from "../schema/tables.ts";
import { assemble, loadKnownMembers, toKnown } from "./load-context.ts";

/** Loads stored articles of one source with all articles that may carry their texts, as if they came now. */
export async function loadAlike(
  trx: Transaction<Tables>,
  articleIds: readonly string[],
  sourceId: string,
): Promise<StoredContext> {
  const own = await byIds(trx, articleIds);
  const prints = await loadFingerprints(trx, articleIds);
  const texts = own.map((row) => toKnown(row, prints.get(row.id)));
  const similar = await similarArticles(trx, texts);
  const alike = await byIds(trx, similar.ids);
  const clusterIds = new Set([...own, ...alike].map(({ cluster_id }) => cluster_id));
  const members = await loadKnownMembers(trx, clusterIds);
  const rows = new Map(members.map((row) => [row.id, row]));
  const compared = [...rows.keys()];
  const known = await assemble(trx, { rows, clusterIds, compared, texts, guids: [] });
  return { ...known, ownBlocks: await loadOwnBlocks(trx, sourceId) };
}

const byIds = (trx: Transaction<Tables>, articleIds: readonly string[]) =>
  inBatches(articleIds, (ids) => articles(trx).where("article.id", "in", ids).execute());
