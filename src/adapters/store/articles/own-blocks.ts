import type { Kysely } from "kysely";
import type { MemberReason } from "../../../core/similarity/member-reason.ts";
import type { BlocksOfArticle } from "../../../core/similarity/own-blocks.ts";
import { inBatches } from "../batches.ts";
import type { Tables } from "../schema/tables.ts";
import { wordsFrom } from "./words.ts";

/** Articles that are looked at: two months of a daily show. */
const LAST_ARTICLES = 60;

/** The paragraphs of a source's last articles, and of those that its document lists: a few hundred bytes an article. */
export async function loadOwnBlocks(
  db: Kysely<Tables>,
  sourceId: string,
  listed: readonly string[] = [],
): Promise<readonly BlocksOfArticle[]> {
  const last = await blocks(db)
    .where("article.source_id", "=", sourceId)
    .orderBy("article.published_at", "desc")
    .orderBy("article.id", "desc")
    .limit(LAST_ARTICLES)
    .execute();
  const known = new Set(last.map(({ id }) => id));
  const others = await inBatches(
    listed.filter((id) => !known.has(id)),
    (ids) => blocks(db).where("article.id", "in", ids).execute(),
  );
  return [...last, ...others].map(({ id, blocks: packed, cluster_id, why }) => ({
    articleId: id,
    story: isVersion(why) ? cluster_id : id,
    blocks: wordsFrom(packed),
  }));
}

const blocks = (db: Kysely<Tables>) =>
  db
    .selectFrom("article")
    .innerJoin("fingerprint", "fingerprint.article_id", "article.id")
    .innerJoin("cluster_member", "cluster_member.article_id", "article.id")
    .select([
      "article.id",
      "fingerprint.blocks",
      "cluster_member.cluster_id",
      "cluster_member.why",
    ]);

/** Whether a member is the lead of its story, or a version that the lead replaced. */
const isVersion = (why: string): boolean =>
  ["lead", "reissue"].includes((JSON.parse(why) as MemberReason).rule);
