/**
 * Bonds keep articles together as vetoes keep them apart. An action stores what it changed, so that it can be undone.
 */
export const EDITOR: readonly string[] = [
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
