/**
 * Each index of a table is one more page that a new article writes.
 *
 * - `cluster_by_founder`: the first cluster of an article has its id. Only further ones are named otherwise.
 * - `article_by_guid`: many publishers take the address for the guid; `article_by_address` finds those.
 * - `source_by_lease`: was written twice with each poll, and read once at a start.
 * - Members and outlines lie in the order in which they are looked for, outlines of a source together.
 */
export const FEWER_INDEXES: readonly string[] = [
  "DROP INDEX source_by_lease",
  "DROP INDEX cluster_by_founder",
  "CREATE INDEX cluster_by_founder ON cluster (founder_id) WHERE id <> founder_id",
  "DROP INDEX article_by_guid",
  `CREATE INDEX article_by_guid ON article (source_id, guid_fold, entered_at)
    WHERE guid_fold IS DISTINCT FROM address_fold`,

  "ALTER TABLE cluster_member RENAME TO former_member",
  "DROP INDEX cluster_member_by_cluster",
  `CREATE TABLE cluster_member (
    article_id TEXT PRIMARY KEY REFERENCES article(id), cluster_id TEXT NOT NULL REFERENCES cluster(id),
    why TEXT NOT NULL, joined_at INTEGER NOT NULL, rank INTEGER NOT NULL DEFAULT 0
  ) STRICT, WITHOUT ROWID`,
  `INSERT INTO cluster_member (article_id, cluster_id, why, joined_at, rank)
    SELECT article_id, cluster_id, why, joined_at, rank FROM former_member ORDER BY article_id`,
  "DROP TABLE former_member",
  "CREATE INDEX cluster_member_by_cluster ON cluster_member (cluster_id)",

  "ALTER TABLE outline RENAME TO former_outline",
  "DROP INDEX outline_by_source",
  `CREATE TABLE outline (
    source_id TEXT NOT NULL REFERENCES source(id), article_id TEXT NOT NULL REFERENCES article(id),
    entered_at INTEGER NOT NULL, blocks BLOB NOT NULL, PRIMARY KEY (source_id, article_id)
  ) STRICT, WITHOUT ROWID`,
  `INSERT INTO outline (source_id, article_id, entered_at, blocks)
    SELECT source_id, article_id, entered_at, blocks FROM former_outline ORDER BY source_id, article_id`,
  "DROP TABLE former_outline",
];
