import type { Kysely } from "kysely";
import type { Tables } from "../../../src/adapters/store/schema/tables.ts";

/**
 * Everything of the articles but the hashes that change with their dates, and everything of their entries but the dates of
 * those that nobody has seen: these are settled when they are shown.
 */
export const stateOf = async (db: Kysely<Tables>) => ({
  entries: await db
    .selectFrom("cluster")
    .select(["id", "published_at", "updated_at"])
    .where("face", "is not", null)
    .orderBy("id")
    .execute(),
  articles: await db
    .selectFrom("article")
    .innerJoin("cluster_member", "cluster_member.article_id", "article.id")
    .innerJoin("cluster", "cluster.id", "cluster_member.cluster_id")
    .select(["article.id", "article.key", "article.guid", "article.link", "article.title"])
    .select(["article.text_hash", "article.received_hash", "article.published_at"])
    .select(["article.first_published_at", "article.compared_at", "article.entered_at"])
    .select(["article.updated_at", "article.language", "article.content_hash"])
    .select(["cluster_member.cluster_id", "cluster_member.why"])
    .select(["cluster.entry_id", "cluster.lead_id", "cluster.entered_at as placed_at"])
    .orderBy("article.id")
    .execute(),
  weakNames: await db.selectFrom("weak_name").selectAll().orderBy("name").execute(),
});
