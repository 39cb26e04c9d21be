/**
 * Sources, pages and files are leased as orders are (lease-columns.ts), with the same columns: the failures and the
 * next poll of a source move there from its state. A file has one row, however many articles have it, so that it is
 * leased and looked at once. The attempts of an order no longer count the turn under way.
 */
export const ONE_LEASE: readonly string[] = [
  ...leased("source", "next_poll_at"),
  "ALTER TABLE source ADD COLUMN attempts INTEGER NOT NULL DEFAULT 0",
  "ALTER TABLE source ADD COLUMN last_error TEXT",
  `UPDATE source SET attempts = coalesce(json_extract(state, '$.failureCount'), 0),
    last_error = json_extract(state, '$.lastError'),
    state = json_remove(state, '$.failureCount', '$.lastError', '$.nextPollAt')`,

  ...leased("page_job", "next_at"),
  "ALTER TABLE page_job RENAME COLUMN reason TO last_error",

  "ALTER TABLE file_look RENAME TO former_file_look",
  "DROP INDEX file_look_by_url",
  "DROP INDEX file_look_by_time",
  `CREATE TABLE file_look (
    url TEXT PRIMARY KEY,
    state TEXT NOT NULL CHECK (state IN ('waiting', 'done', 'failed')), type TEXT,
    due_at INTEGER NOT NULL, lease_until INTEGER, lease_token INTEGER NOT NULL DEFAULT 0,
    attempts INTEGER NOT NULL, last_error TEXT
  ) STRICT, WITHOUT ROWID`,
  // Keeps the row that knows most (SQLite: bare columns are of the row that has the maximum).
  `INSERT INTO file_look (url, state, type, due_at, attempts)
    SELECT url, state, type, next_at, attempts FROM (
      SELECT url, state, type, next_at, attempts, max((state = 'done') + (type IS NOT NULL))
      FROM former_file_look GROUP BY url)`,
  "CREATE INDEX file_look_by_time ON file_look (due_at) WHERE state = 'waiting'",
  "CREATE INDEX file_look_by_lease ON file_look (lease_until) WHERE lease_until IS NOT NULL",
  `CREATE TABLE article_file (
    article_id TEXT NOT NULL REFERENCES article(id), url TEXT NOT NULL REFERENCES file_look(url),
    PRIMARY KEY (article_id, url)
  ) STRICT, WITHOUT ROWID`,
  "INSERT INTO article_file SELECT article_id, url FROM former_file_look",
  "CREATE INDEX article_file_by_url ON article_file (url)",
  "DROP TABLE former_file_look",

  "ALTER TABLE desk_order ADD COLUMN due_at INTEGER NOT NULL DEFAULT 0",
  "UPDATE desk_order SET due_at = asked_at",
  "ALTER TABLE desk_order RENAME COLUMN reason TO last_error",
  `UPDATE desk_order SET attempts = attempts - 1
    WHERE state = 'waiting' AND lease_until IS NOT NULL AND attempts > 0`,
];

function leased(table: string, formerDue: string): readonly string[] {
  return [
    `ALTER TABLE ${table} RENAME COLUMN ${formerDue} TO due_at`,
    `ALTER TABLE ${table} ADD COLUMN lease_until INTEGER`,
    `ALTER TABLE ${table} ADD COLUMN lease_token INTEGER NOT NULL DEFAULT 0`,
    `CREATE INDEX ${table}_by_lease ON ${table} (lease_until) WHERE lease_until IS NOT NULL`,
  ];
}
