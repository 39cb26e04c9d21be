import { type Kysely, sql } from "kysely";
import type { Migration } from "kysely/migration";

/** Forward only. A released migration is never edited: a change is a new one, with the next number. */
export const MIGRATIONS: Readonly<Record<string, Migration>> = {
  "0001-start": { up: (db) => runAll(db, START) },
  "0002-similarity": { up: (db) => runAll(db, SIMILARITY) },
  "0003-editor": { up: (db) => runAll(db, EDITOR) },
  "0004-whole-and-clean": { up: (db) => runAll(db, WHOLE_AND_CLEAN) },
  "0005-withdrawals-and-archives": { up: (db) => runAll(db, WITHDRAWALS_AND_ARCHIVES) },
  "0006-merged-away": { up: (db) => runAll(db, MERGED_AWAY) },
};

async function runAll(db: Kysely<unknown>, statements: readonly string[]): Promise<void> {
  for (const statement of statements) await sql.raw(statement).execute(db);
}

/**
 * Bodies have tables of their own, so that scans of articles stay small. STRICT refuses values of
 * the wrong type. The indexes serve, in this order: identity within a source, a source's newest,
 * equal texts, the order of entries, members of a cluster.
 */
const START = [
  `CREATE TABLE setting (name TEXT PRIMARY KEY, value TEXT NOT NULL) STRICT`,
  `CREATE TABLE counter (name TEXT PRIMARY KEY, value INTEGER NOT NULL) STRICT`,
  `INSERT INTO counter VALUES ('revision', 0)`,
  `CREATE TABLE source (
    id TEXT PRIMARY KEY, address TEXT NOT NULL, definition TEXT, position INTEGER NOT NULL,
    state TEXT NOT NULL, next_poll_at INTEGER NOT NULL
  ) STRICT`,
  `CREATE TABLE source_file (
    source_id TEXT NOT NULL REFERENCES source(id), name TEXT NOT NULL,
    bytes INTEGER NOT NULL, changed_at INTEGER NOT NULL,
    PRIMARY KEY (source_id, name)
  ) STRICT, WITHOUT ROWID`,
  `CREATE TABLE article (
    id TEXT PRIMARY KEY, source_id TEXT NOT NULL REFERENCES source(id), key TEXT NOT NULL,
    guid TEXT, link TEXT, canonical_url TEXT,
    title TEXT NOT NULL, summary TEXT NOT NULL, authors TEXT NOT NULL, categories TEXT NOT NULL,
    language TEXT, rights TEXT, republish TEXT NOT NULL CHECK (republish IN ('full', 'excerpt', 'link')),
    image TEXT, enclosures TEXT NOT NULL, comments_url TEXT,
    published_at INTEGER NOT NULL, updated_at INTEGER NOT NULL,
    received_at INTEGER NOT NULL, entered_at INTEGER NOT NULL,
    derived TEXT NOT NULL, is_summary_only INTEGER NOT NULL, is_on_own_host INTEGER NOT NULL,
    content_hash TEXT NOT NULL, metadata_hash TEXT NOT NULL,
    text_hash TEXT NOT NULL, token_count INTEGER NOT NULL,
    UNIQUE (source_id, key)
  ) STRICT`,
  `CREATE INDEX article_by_source ON article (source_id, published_at, id)`,
  `CREATE INDEX article_by_text ON article (text_hash, published_at)`,
  `CREATE TABLE article_body (
    article_id TEXT PRIMARY KEY REFERENCES article(id),
    content_html TEXT NOT NULL, text TEXT NOT NULL, removed TEXT NOT NULL
  ) STRICT`,
  `CREATE TABLE item_raw (
    article_id TEXT PRIMARY KEY REFERENCES article(id), body BLOB NOT NULL, received_at INTEGER NOT NULL
  ) STRICT`,
  `CREATE TABLE cluster (
    id TEXT PRIMARY KEY, entry_id TEXT NOT NULL UNIQUE, founder_id TEXT NOT NULL REFERENCES article(id),
    lead_id TEXT REFERENCES article(id), entered_at INTEGER NOT NULL,
    merged_into TEXT REFERENCES cluster(id), revision INTEGER NOT NULL
  ) STRICT`,
  `CREATE INDEX cluster_by_entry ON cluster (entered_at, id) WHERE lead_id IS NOT NULL`,
  `CREATE INDEX cluster_by_founder ON cluster (founder_id)`,
  `CREATE TABLE cluster_member (
    article_id TEXT PRIMARY KEY REFERENCES article(id), cluster_id TEXT NOT NULL REFERENCES cluster(id),
    why TEXT NOT NULL, joined_at INTEGER NOT NULL
  ) STRICT`,
  `CREATE INDEX cluster_member_by_cluster ON cluster_member (cluster_id)`,
  `CREATE TABLE document (
    feed_id TEXT NOT NULL, format TEXT NOT NULL, etag TEXT NOT NULL, changed_at INTEGER NOT NULL,
    PRIMARY KEY (feed_id, format)
  ) STRICT, WITHOUT ROWID`,
  `CREATE TABLE pass_request (
    id INTEGER PRIMARY KEY AUTOINCREMENT, request TEXT NOT NULL, asked_at INTEGER NOT NULL,
    state TEXT NOT NULL CHECK (state IN ('asked', 'taken', 'finished'))
  ) STRICT`,
  `CREATE TABLE pass_answer (
    id INTEGER PRIMARY KEY AUTOINCREMENT, line TEXT NOT NULL,
    request_id INTEGER NOT NULL REFERENCES pass_request(id) ON DELETE CASCADE
  ) STRICT`,
];

/**
 * Keys and blocks begin with the period, so that what is written together lies together: a key is
 * as good as random, and one page of 16 KB would be written for each. A period is forgotten whole.
 * Articles from before have no fingerprint: they are compared by equality alone until they change.
 */
const SIMILARITY = [
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

/** Bonds keep together as vetoes keep apart. An action has what it changed, so that it can be undone. */
const EDITOR = [
  `CREATE TABLE bond (
    article_a TEXT NOT NULL REFERENCES article(id), article_b TEXT NOT NULL REFERENCES article(id),
    created_at INTEGER NOT NULL, PRIMARY KEY (article_a, article_b), CHECK (article_a < article_b)
  ) STRICT, WITHOUT ROWID`,
  `CREATE INDEX bond_by_second ON bond (article_b)`,
  `CREATE TABLE editor_action (
    id INTEGER PRIMARY KEY AUTOINCREMENT, kind TEXT NOT NULL CHECK (kind IN ('veto', 'split', 'merge')),
    articles TEXT NOT NULL, change TEXT NOT NULL, done_at INTEGER NOT NULL, undone_at INTEGER
  ) STRICT`,
];

/**
 * What was received beside what was made of it: pages, outlines, repeated blocks. Articles from before
 * count as received as they are stored. Fingerprints are forgotten by period, as keys are; those of periods
 * whose keys are gone are due.
 */
const WHOLE_AND_CLEAN = [
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

/**
 * Keys of withdrawn texts have no period: such a text is known for ever. The pages of a feed's archive are
 * numbered from 1 without gaps; what is pending waits to be frozen in the next of them.
 */
const WITHDRAWALS_AND_ARCHIVES = [
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

/** When an entry that readers could see became part of another. Of those from before nobody was told. */
const MERGED_AWAY = [
  `ALTER TABLE cluster ADD COLUMN merged_at INTEGER`,
  `CREATE INDEX cluster_by_merge ON cluster (merged_at) WHERE merged_at IS NOT NULL`,
];
