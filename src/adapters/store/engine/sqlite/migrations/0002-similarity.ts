/**
 * The primary keys of sample_key and block begin with the period, so that rows written together lie together: keys are
 * as good as random, and each would otherwise be written to another page of 16 KB. A period is forgotten as a whole.
 * Articles from before have no fingerprint: they are compared by equality alone until they change.
 */
export const SIMILARITY: readonly string[] = [
  `ALTER TABLE article ADD COLUMN compared_at INTEGER NOT NULL DEFAULT 0`,
  `ALTER TABLE article ADD COLUMN first_published_at INTEGER NOT NULL DEFAULT 0`,
  `UPDATE article SET compared_at = published_at, first_published_at = published_at`,
  `CREATE TABLE fingerprint (
    id INTEGER PRIMARY KEY, article_id TEXT NOT NULL UNIQUE REFERENCES article(id),
    tokens BLOB NOT NULL, blocks BLOB NOT NULL
  ) STRICT`,
  `CREATE TABLE sample_key (
    period INTEGER NOT NULL, key INTEGER NOT NULL, fingerprint_id INTEGER NOT NULL,
    PRIMARY KEY (period, key, fingerprint_id)
  ) STRICT, WITHOUT ROWID`,
  `CREATE TABLE block (
    period INTEGER NOT NULL, hash INTEGER NOT NULL, cluster_id TEXT NOT NULL,
    PRIMARY KEY (period, hash, cluster_id)
  ) STRICT, WITHOUT ROWID`,
  `CREATE TABLE key_period (period INTEGER PRIMARY KEY, touched_at INTEGER NOT NULL) STRICT`,
  `CREATE TABLE veto (
    article_a TEXT NOT NULL REFERENCES article(id), article_b TEXT NOT NULL REFERENCES article(id),
    created_at INTEGER NOT NULL, PRIMARY KEY (article_a, article_b), CHECK (article_a < article_b)
  ) STRICT, WITHOUT ROWID`,
  `CREATE INDEX veto_by_second ON veto (article_b)`,
];
