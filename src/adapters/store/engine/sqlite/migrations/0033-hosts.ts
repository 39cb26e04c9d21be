/** What hosts asked of everyone outlives the process; who may ask a host (ingest/host-turns.ts) is not needed here. */
export const HOSTS: readonly string[] = [
  `CREATE TABLE host (
    name TEXT PRIMARY KEY, lease_until INTEGER NOT NULL, lease_holder INTEGER,
    hold_until INTEGER NOT NULL DEFAULT 0, hold_reason TEXT NOT NULL DEFAULT ''
  ) STRICT, WITHOUT ROWID`,
];
