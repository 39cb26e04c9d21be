/** Files of articles whose type we ask their servers for; only articles that are new or change from now on get rows. */
export const FILE_LOOKS: readonly string[] = [
  `CREATE TABLE file_look (
    article_id TEXT NOT NULL REFERENCES article(id), url TEXT NOT NULL,
    state TEXT NOT NULL CHECK (state IN ('waiting', 'done', 'failed')), type TEXT,
    attempts INTEGER NOT NULL, next_at INTEGER NOT NULL, PRIMARY KEY (article_id, url)
  ) STRICT, WITHOUT ROWID`,
  `CREATE INDEX file_look_by_url ON file_look (url)`,
  `CREATE INDEX file_look_by_time ON file_look (next_at) WHERE state = 'waiting'`,
];
