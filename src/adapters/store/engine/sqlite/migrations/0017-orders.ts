/** Orders, in place of requests for passes; and how many readers each web process counts. */
export const ORDERS: readonly string[] = [
  `CREATE TABLE desk_order (
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    kind TEXT NOT NULL, payload TEXT NOT NULL,
    asked_by TEXT NOT NULL, asked_at INTEGER NOT NULL,
    state TEXT NOT NULL DEFAULT 'waiting' CHECK (state IN ('waiting', 'done', 'refused', 'failed')),
    attempts INTEGER NOT NULL DEFAULT 0,
    lease_token INTEGER NOT NULL DEFAULT 0, lease_until INTEGER,
    settled_at INTEGER, answer TEXT, reason TEXT
  ) STRICT`,
  `CREATE INDEX desk_order_waiting ON desk_order (id) WHERE state = 'waiting'`,
  `CREATE INDEX desk_order_by_time ON desk_order (asked_at)`,
  `CREATE TABLE order_line (
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    order_id INTEGER NOT NULL REFERENCES desk_order(id) ON DELETE CASCADE, line TEXT NOT NULL
  ) STRICT`,
  `CREATE INDEX order_line_by_order ON order_line (order_id, id)`,
  `CREATE TABLE audience (
    process TEXT PRIMARY KEY, subscribers INTEGER NOT NULL, counted_at INTEGER NOT NULL
  ) STRICT, WITHOUT ROWID`,
  "DROP TABLE pass_answer",
  "DROP TABLE pass_request",
];
