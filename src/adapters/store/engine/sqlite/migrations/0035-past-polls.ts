/** What is remembered of the polls of a source (core/sources/polling/poll-history.ts). */
export const PAST_POLLS: readonly string[] = [
  `ALTER TABLE source ADD COLUMN recent_polls TEXT NOT NULL DEFAULT ''`,
  `ALTER TABLE source ADD COLUMN today TEXT`,
  `CREATE TABLE source_day (
    source_id TEXT NOT NULL REFERENCES source (id), day INTEGER NOT NULL, polls INTEGER NOT NULL,
    failures INTEGER NOT NULL, unchanged INTEGER NOT NULL, new INTEGER NOT NULL, updated INTEGER NOT NULL,
    merged INTEGER NOT NULL, bytes INTEGER NOT NULL, ms INTEGER NOT NULL, slowest INTEGER NOT NULL,
    PRIMARY KEY (source_id, day)
  ) STRICT, WITHOUT ROWID`,
];
