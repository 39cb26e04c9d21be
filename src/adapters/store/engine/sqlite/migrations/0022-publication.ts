/**
 * Stores what is published, so that others can follow it: the newest bytes of each document, the log of publications,
 * the changes of each entry, and the publisher's lease.
 */
export const PUBLICATION: readonly string[] = [
  "ALTER TABLE document RENAME TO former_document",
  `CREATE TABLE document (
    id INTEGER PRIMARY KEY,
    feed_id TEXT NOT NULL, name TEXT NOT NULL CHECK (name IN ('rss', 'atom', 'json', 'page')),
    etag TEXT NOT NULL, changed_at INTEGER NOT NULL, links TEXT NOT NULL, br BLOB,
    UNIQUE (feed_id, name)
  ) STRICT`,
  `INSERT INTO document (feed_id, name, etag, changed_at, links)
    SELECT feed_id, format, etag, changed_at, '' FROM former_document`,
  "DROP TABLE former_document",
  `CREATE TABLE publication (
    seq INTEGER PRIMARY KEY AUTOINCREMENT,
    feed_id TEXT NOT NULL, document TEXT NOT NULL, etag TEXT,
    at INTEGER NOT NULL, took_ms REAL NOT NULL
  ) STRICT`,
  "CREATE INDEX publication_by_document ON publication (feed_id, document, seq)",
  `CREATE TABLE change (
    seq INTEGER PRIMARY KEY AUTOINCREMENT,
    feed_id TEXT NOT NULL, cluster_id TEXT NOT NULL, entry_id TEXT NOT NULL,
    kind TEXT NOT NULL CHECK (kind IN ('published', 'updated', 'withdrawn', 'merged', 'restored')),
    revision INTEGER NOT NULL, at INTEGER NOT NULL
  ) STRICT`,
  "CREATE INDEX change_by_feed ON change (feed_id, seq)",
  "CREATE INDEX change_by_time ON change (at)",
  `CREATE TABLE noted_change (
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    feed_id TEXT NOT NULL, cluster_id TEXT NOT NULL, entry_id TEXT NOT NULL,
    kind TEXT NOT NULL, revision INTEGER NOT NULL
  ) STRICT`,
  "CREATE INDEX noted_change_by_feed ON noted_change (feed_id)",
  `CREATE TABLE lease (
    name TEXT PRIMARY KEY, holder TEXT NOT NULL,
    lease_token INTEGER NOT NULL, lease_until INTEGER NOT NULL
  ) STRICT, WITHOUT ROWID`,
];
