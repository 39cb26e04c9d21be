import { type Kysely, sql, type Transaction } from "kysely";
import type { ArticleUpdate } from "../../../core/intake/ingest-intent.ts";
import { fingerprintOf } from "../../../core/similarity/fingerprint.ts";
import { type Hits, hit, MAX_SHARED, nearest } from "../../../core/similarity/neighbours.ts";
import { tokensByLine } from "../../../core/text/tokens.ts";
import { batches, inBatches } from "../batches.ts";
import { eachNumber } from "../engine/functions.ts";
import type { Tables } from "../schema/tables.ts";
import { unpackBody } from "./body-bytes.ts";
import { BODY_COLUMNS } from "./body-columns.ts";
import { loadFingerprints, savePrints } from "./fingerprints.ts";
import type { KeyQuery } from "./sampled-keys.ts";

/**
 * The sampled keys of withdrawn texts are kept for ever: a copy joins them whenever it comes. The keys of other texts
 * (sampled-keys.ts) are forgotten after some weeks.
 */

/**
 * Lets the texts of these clusters be found whatever their age. Fingerprints that were forgotten are made anew.
 * Idempotent.
 */
export async function keepWithdrawnTexts(
  db: Transaction<Tables>,
  clusterIds: readonly string[],
): Promise<void> {
  await printTexts(db, clusterIds, { onlyMissing: true });
  const members = await inBatches(clusterIds, (ids) => membersIn(db, ids).execute());
  const prints = await loadFingerprints(
    db,
    members.map(({ article_id }) => article_id),
  );
  const rows = members.flatMap(({ id, article_id }) =>
    (prints.get(article_id)?.keys ?? []).map((key) => ({ key, fingerprint_id: id })),
  );
  for (const batch of batches(rows)) {
    const insert = db.insertInto("withdrawn_key").values(batch);
    await insert.onConflict((conflict) => conflict.doNothing()).execute();
  }
}

/**
 * Ends that for a cluster that is restored. Its members are compared by their present texts again, which may have
 * changed since.
 */
export async function forgetWithdrawnTexts(
  db: Transaction<Tables>,
  clusterId: string,
): Promise<void> {
  await printTexts(db, [clusterId], { onlyMissing: false });
  const members = await membersIn(db, [clusterId]).execute();
  for (const batch of batches(members.map(({ id }) => id))) {
    await db.deleteFrom("withdrawn_key").where("fingerprint_id", "in", batch).execute();
  }
}

async function printTexts(
  db: Transaction<Tables>,
  clusterIds: readonly string[],
  { onlyMissing }: { readonly onlyMissing: boolean },
): Promise<void> {
  const rows = await inBatches(clusterIds, (ids) =>
    db
      .selectFrom("cluster_member")
      .innerJoin("article", "article.id", "cluster_member.article_id")
      .leftJoin("article_body", "article_body.article_id", "article.id")
      .leftJoin("item_raw", "item_raw.article_id", "article.id")
      .leftJoin("fingerprint", "fingerprint.article_id", "article.id")
      .select(["article.id", "article.compared_at", ...BODY_COLUMNS])
      .where("cluster_member.cluster_id", "in", ids)
      .$if(onlyMissing, (each) => each.where("fingerprint.id", "is", null))
      .execute(),
  );
  const printed = rows.map(({ id, compared_at: comparedAt, ...body }) => ({
    id,
    comparedAt,
    draft: { fingerprint: fingerprintOf(tokensByLine(unpackBody(body).text)) },
  }));
  await savePrints(db, printed);
}

/**
 * Returns the updates, those of withdrawn articles without `isNewText`: a publisher who replaces a text by a notice
 * must not make us forget what was withdrawn.
 */
export async function withWithdrawnTexts(
  db: Kysely<Tables>,
  updates: readonly ArticleUpdate[],
): Promise<readonly ArticleUpdate[]> {
  const rows = await inBatches(
    updates.map(({ id }) => id),
    (ids) =>
      db
        .selectFrom("cluster_member")
        .innerJoin("cluster", "cluster.id", "cluster_member.cluster_id")
        .select("cluster_member.article_id")
        .where("cluster_member.article_id", "in", ids)
        .where("cluster.withdrawn_at", "is not", null)
        .execute(),
  );
  const withdrawn = new Set(rows.map(({ article_id }) => article_id));
  return updates.map((each) => (withdrawn.has(each.id) ? { ...each, isNewText: false } : each));
}

/** Fingerprints of the clusters' members. */
const membersIn = (db: Kysely<Tables>, clusterIds: readonly string[]) =>
  db
    .selectFrom("cluster_member")
    .innerJoin("fingerprint", "fingerprint.article_id", "cluster_member.article_id")
    .select(["fingerprint.id", "fingerprint.article_id"])
    .where("cluster_member.cluster_id", "in", clusterIds);

/** Fingerprints of withdrawn texts that share most keys with one of the queries. */
export async function nearestWithdrawn(
  db: Kysely<Tables>,
  queries: readonly KeyQuery[],
): Promise<readonly number[]> {
  // Mostly nothing is withdrawn: one query finds that out.
  if (!(await db.selectFrom("withdrawn_key").select("key").limit(1).executeTakeFirst())) return [];
  const keys = [...new Set(queries.flatMap((query) => query.keys))];
  const { rows } = await sql<{ key: number; id: number }>`
    SELECT withdrawn_key.key AS key, withdrawn_key.fingerprint_id AS id
    FROM ${eachNumber(keys)} CROSS JOIN withdrawn_key
    WHERE withdrawn_key.key = wanted.value`.execute(db);
  if (rows.length === 0) return [];
  const byKey = Map.groupBy(rows, ({ key }) => key);
  return queries.flatMap((query) => {
    const hits: Hits<number> = new Map();
    for (const key of query.keys) {
      const ids = byKey.get(key) ?? [];
      if (ids.length > MAX_SHARED) continue;
      for (const { id } of ids) hit(hits, id, key);
    }
    return nearest(hits);
  });
}
