/** Lines that articles of several sources have where labels stand, and the sightings of such lines by source. */
export const COMMON_LINES: readonly string[] = [
  `CREATE TABLE line_sighting (
    hash TEXT NOT NULL, source_id TEXT NOT NULL REFERENCES source(id), stories TEXT NOT NULL,
    first_at INTEGER NOT NULL, seen_at INTEGER NOT NULL, PRIMARY KEY (hash, source_id)
  ) STRICT, WITHOUT ROWID`,
  `CREATE INDEX line_sighting_by_source ON line_sighting (source_id, seen_at)`,
  `CREATE TABLE common_line (
    hash TEXT PRIMARY KEY, sample TEXT NOT NULL, learned_at INTEGER NOT NULL,
    until INTEGER NOT NULL, is_active INTEGER NOT NULL
  ) STRICT, WITHOUT ROWID`,
];
