import { type Kysely, sql } from "kysely";
import type { LookupText } from "../../../core/articles/stored-context.ts";
import { MAX_SHARED } from "../../../core/similarity/neighbours.ts";
import { isComparable } from "../../../core/similarity/same-text.ts";
import { inBatches } from "../batches.ts";
import { eachText, jsonList } from "../engine/functions.ts";
import type { Tables } from "../schema/tables.ts";
import { type CrowdedKeys, nearestFingerprints } from "./sampled-keys.ts";
import { nearestWithdrawn } from "./withdrawn-texts.ts";

type CandidateText = Pick<LookupText, "textHash" | "tokenCount" | "fingerprint">;

/** Articles that may carry one of these texts: a bounded number, whatever the corpus holds. */
export type Similar = { readonly ids: readonly string[]; readonly crowded: CrowdedKeys };

export async function similarArticles(
  db: Kysely<Tables>,
  texts: readonly (CandidateText & { readonly comparedAt: number })[],
): Promise<Similar> {
  if (texts.length === 0) return { ids: [], crowded: new Set() };
  const queries = texts.map(({ fingerprint, comparedAt }) => ({
    keys: fingerprint.keys,
    comparedAt,
  }));
  const { ids: near, crowded } = await nearestFingerprints(db, queries);
  const withdrawn = await nearestWithdrawn(db, queries);
  const rows = await inBatches([...near.flat(), ...withdrawn], (ids) =>
    db
      .selectFrom("fingerprint")
      .innerJoin("cluster_member", "cluster_member.article_id", "fingerprint.article_id")
      .innerJoin("cluster", "cluster.id", "cluster_member.cluster_id")
      .select("fingerprint.article_id")
      .where("fingerprint.id", "in", ids)
      // Forgotten articles attract no copies: a text is published when another source brings it.
      .where("cluster.forgotten_at", "is", null)
      .execute(),
  );
  const ids = [...rows.map(({ article_id }) => article_id), ...(await equalTexts(db, texts))];
  return { ids, crowded };
}

/** Articles with an equal text, the newest first. Texts too short to have keys are found only here. */
async function equalTexts(
  db: Kysely<Tables>,
  texts: readonly CandidateText[],
): Promise<readonly string[]> {
  const hashes = new Set(texts.filter(isComparable).map(({ textHash }) => textHash));
  const { rows } = await sql<{ ids: string }>`
    SELECT (
      SELECT ${jsonList(sql.ref("id"))} FROM (
        SELECT article.id FROM article
        JOIN cluster_member ON cluster_member.article_id = article.id
        JOIN cluster ON cluster.id = cluster_member.cluster_id AND cluster.forgotten_at IS NULL
        WHERE text_hash = wanted.value ORDER BY article.published_at DESC LIMIT ${MAX_SHARED}
      ) AS newest
    ) AS ids
    FROM ${eachText(hashes)}`.execute(db);
  return rows.flatMap(({ ids }) => JSON.parse(ids) as string[]);
}
