import type { Kysely } from "kysely";
import type { Tables } from "../../../src/adapters/store/schema/tables.ts";

/** Everything of the articles but their guids and the hashes that change with their dates, and the weak names of their sources. */
export const articlesOf = async (db: Kysely<Tables>) => ({
  articles: await db
    .selectFrom("article")
    .select(["id", "key", "link", "title", "language", "content_hash", "text_hash"])
    .select(["received_hash", "published_at", "first_published_at", "compared_at", "entered_at"])
    .select("updated_at")
    .orderBy("id")
    .execute(),
  weakNames: await db.selectFrom("weak_name").selectAll().orderBy("name").execute(),
});

/**
 * That, with their guids, and which articles are one entry. Of the entries everything but the dates of those that nobody has seen: these are
 * settled when they are shown.
 */
export const deskOf = async (db: Kysely<Tables>) => ({
  ...(await articlesOf(db)),
  entries: await db
    .selectFrom("cluster")
    .select(["id", "published_at", "updated_at"])
    .where("face", "is not", null)
    .orderBy("id")
    .execute(),
  members: await db
    .selectFrom("cluster_member")
    .innerJoin("cluster", "cluster.id", "cluster_member.cluster_id")
    .innerJoin("article", "article.id", "cluster_member.article_id")
    .select(["article_id", "article.guid", "cluster_id", "why", "entry_id", "lead_id"])
    .select("cluster.entered_at")
    .orderBy("article_id")
    .execute(),
});
