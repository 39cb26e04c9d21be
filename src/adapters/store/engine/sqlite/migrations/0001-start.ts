/**
 * Bodies have tables of their own, so that scans of articles stay small. STRICT refuses values of
 * the wrong type. The indexes serve, in this order: identity within a source, a source's newest,
 * equal texts, the order of entries, members of a cluster.
 */
export const START: readonly string[] = [
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
