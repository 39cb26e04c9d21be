/**
 * Keys of withdrawn texts have no period: they are kept for ever. The pages of a feed's archive are numbered from 1
 * without gaps; pending entries wait to be frozen in the next page.
 */
export const WITHDRAWALS_AND_ARCHIVES: readonly string[] = [
  `ALTER TABLE cluster ADD COLUMN withdrawn_at INTEGER`,
  `ALTER TABLE cluster ADD COLUMN withdrawn_reason TEXT`,
  `ALTER TABLE cluster ADD COLUMN restored_at INTEGER`,
  `CREATE INDEX cluster_by_withdrawal ON cluster (withdrawn_at) WHERE withdrawn_at IS NOT NULL`,
  `CREATE INDEX cluster_by_revision ON cluster (revision, id)`,
  `CREATE TABLE withdrawn_key (
    key INTEGER NOT NULL, fingerprint_id INTEGER NOT NULL, PRIMARY KEY (key, fingerprint_id)
  ) STRICT, WITHOUT ROWID`,
  `CREATE INDEX withdrawn_key_by_fingerprint ON withdrawn_key (fingerprint_id)`,
  `CREATE TABLE archive_feed (
    feed_id TEXT PRIMARY KEY, scope TEXT NOT NULL, revision INTEGER NOT NULL, cluster_id TEXT NOT NULL,
    pages INTEGER NOT NULL
  ) STRICT, WITHOUT ROWID`,
  `CREATE TABLE archive_pending (
    feed_id TEXT NOT NULL, cluster_id TEXT NOT NULL REFERENCES cluster(id), PRIMARY KEY (feed_id, cluster_id)
  ) STRICT, WITHOUT ROWID`,
  `CREATE TABLE archive_entry (
    id INTEGER PRIMARY KEY, feed_id TEXT NOT NULL, page INTEGER NOT NULL,
    cluster_id TEXT NOT NULL REFERENCES cluster(id), entry_id TEXT NOT NULL,
    article_id TEXT NOT NULL REFERENCES article(id), updated_at INTEGER NOT NULL, entry BLOB,
    withdrawn_at INTEGER, withdrawn_reason TEXT
  ) STRICT`,
  `CREATE INDEX archive_entry_by_page ON archive_entry (feed_id, page)`,
  `CREATE INDEX archive_entry_by_cluster ON archive_entry (cluster_id, feed_id)`,
  `CREATE TABLE archive_page (
    feed_id TEXT NOT NULL, page INTEGER NOT NULL, frozen_at INTEGER NOT NULL, PRIMARY KEY (feed_id, page)
  ) STRICT, WITHOUT ROWID`,
  `CREATE TABLE archive_document (
    feed_id TEXT NOT NULL, page INTEGER NOT NULL, format TEXT NOT NULL, etag TEXT NOT NULL,
    changed_at INTEGER NOT NULL, PRIMARY KEY (feed_id, page, format)
  ) STRICT, WITHOUT ROWID`,
];
