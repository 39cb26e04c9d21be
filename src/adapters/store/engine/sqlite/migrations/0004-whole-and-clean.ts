/**
 * Stores what was received beside what was made of it: pages, outlines, repeated blocks. Articles from before count as
 * received as they are stored. Fingerprints are now forgotten by period, as keys are; fingerprints whose period has
 * lost its keys are due.
 */
export const WHOLE_AND_CLEAN: readonly string[] = [
  `ALTER TABLE article ADD COLUMN item_hash TEXT NOT NULL DEFAULT ''`,
  `ALTER TABLE article ADD COLUMN received_hash TEXT NOT NULL DEFAULT ''`,
  `ALTER TABLE article ADD COLUMN received_metadata_hash TEXT NOT NULL DEFAULT ''`,
  `UPDATE article SET received_hash = content_hash, received_metadata_hash = metadata_hash`,
  `ALTER TABLE article ADD COLUMN is_from_page INTEGER NOT NULL DEFAULT 0`,
  `ALTER TABLE article ADD COLUMN held_until INTEGER`,
  `ALTER TABLE article ADD COLUMN lowered TEXT NOT NULL DEFAULT '[]'`,
  `ALTER TABLE article ADD COLUMN provenance TEXT NOT NULL DEFAULT '{}'`,
  `CREATE INDEX article_by_hold ON article (held_until) WHERE held_until IS NOT NULL`,
  `ALTER TABLE source ADD COLUMN last_definition TEXT`,
  `UPDATE source SET last_definition = definition`,
  `ALTER TABLE source ADD COLUMN revision_wanted TEXT CHECK (revision_wanted IN ('recent', 'all'))`,
  `ALTER TABLE source ADD COLUMN revision_asks INTEGER NOT NULL DEFAULT 0`,
  `ALTER TABLE fingerprint ADD COLUMN period INTEGER NOT NULL DEFAULT 0`,
  `UPDATE fingerprint SET period = (
    SELECT compared_at FROM article WHERE article.id = fingerprint.article_id) / 604800000`,
  `CREATE INDEX fingerprint_by_period ON fingerprint (period)`,
  `INSERT OR IGNORE INTO key_period SELECT DISTINCT period, 0 FROM fingerprint`,
  `CREATE TABLE outline (
    article_id TEXT PRIMARY KEY REFERENCES article(id), source_id TEXT NOT NULL REFERENCES source(id),
    entered_at INTEGER NOT NULL, blocks BLOB NOT NULL
  ) STRICT`,
  `CREATE INDEX outline_by_source ON outline (source_id, entered_at)`,
  `CREATE TABLE repeated_block (
    source_id TEXT NOT NULL REFERENCES source(id), key TEXT NOT NULL, sample TEXT NOT NULL,
    learned_at INTEGER NOT NULL, retired_at INTEGER, PRIMARY KEY (source_id, key)
  ) STRICT, WITHOUT ROWID`,
  `CREATE TABLE kept_line (
    article_id TEXT NOT NULL REFERENCES article(id), line TEXT NOT NULL, created_at INTEGER NOT NULL,
    PRIMARY KEY (article_id, line)
  ) STRICT, WITHOUT ROWID`,
  `CREATE TABLE page_job (
    article_id TEXT PRIMARY KEY REFERENCES article(id), source_id TEXT NOT NULL REFERENCES source(id),
    url TEXT NOT NULL, state TEXT NOT NULL CHECK (state IN ('waiting', 'done', 'failed')),
    attempts INTEGER NOT NULL, next_at INTEGER NOT NULL, reason TEXT, must_fetch INTEGER NOT NULL,
    raw BLOB, item_hash TEXT, received_hash TEXT, received_metadata_hash TEXT
  ) STRICT`,
  `CREATE INDEX page_job_by_time ON page_job (next_at) WHERE state = 'waiting'`,
];
