/** The configuration as nodes share it. Where all read one file system, as on SQLite, it stays empty. */
export const CONFIGURATION: readonly string[] = [
  `CREATE TABLE configuration (
    id INTEGER PRIMARY KEY CHECK (id = 1), revision INTEGER NOT NULL, hash TEXT NOT NULL, file TEXT NOT NULL,
    site_url TEXT NOT NULL, written_by TEXT NOT NULL, written_at INTEGER NOT NULL, program TEXT NOT NULL
  ) STRICT`,
  "CREATE TABLE configuration_file (path TEXT PRIMARY KEY, bytes BLOB NOT NULL) STRICT, WITHOUT ROWID",
];
