/**
 * The dates of an entry move to its cluster. They start as the dates that readers have: those of the article that is
 * shown or, for an entry that is part of another now, of its founder. `face` is what readers have of the entry.
 */
const FACE = `json_object('articleId', a.id, 'title', a.title, 'textHash', a.text_hash,
  'address', coalesce(a.canonical_url, a.link))`;

export const ENTRY_DATES: readonly string[] = [
  `ALTER TABLE cluster ADD COLUMN published_at INTEGER NOT NULL DEFAULT 0`,
  `ALTER TABLE cluster ADD COLUMN updated_at INTEGER NOT NULL DEFAULT 0`,
  `ALTER TABLE cluster ADD COLUMN face TEXT`,
  `UPDATE cluster SET (published_at, updated_at, face) = (
    SELECT a.published_at, max(a.updated_at, a.published_at, coalesce(cluster.restored_at, 0)),
      iif(a.held_until IS NULL, ${FACE}, NULL)
    FROM cluster_member JOIN article AS a ON a.id = cluster_member.article_id
    WHERE cluster_member.cluster_id = cluster.id
    ORDER BY a.held_until IS NOT NULL, a.id <> cluster.lead_id, a.published_at, a.id LIMIT 1)
  WHERE lead_id IS NOT NULL`,
  `UPDATE cluster SET (published_at, updated_at, face) = (
    SELECT a.published_at, max(a.updated_at, a.published_at, coalesce(cluster.restored_at, 0)), ${FACE}
    FROM article AS a WHERE a.id = cluster.founder_id)
  WHERE lead_id IS NULL AND merged_at IS NOT NULL`,
  `ALTER TABLE cluster DROP COLUMN restored_at`,
];

/** What each feed last said of an entry. */
export const TELLINGS: readonly string[] = ["archive_pending", "archive_entry"]
  .flatMap((table) => ["face", "wording", "content"].map((column) => [table, column]))
  .map(([table, column]) => `ALTER TABLE ${table} ADD COLUMN ${column} TEXT`)
  .concat(
    "ALTER TABLE archive_pending ADD COLUMN updated_at INTEGER",
    "CREATE INDEX archive_pending_by_cluster ON archive_pending (cluster_id)",
  );
