/** The documents of a feed are named by the formats that the program knows, not by a list in the schema. */
export const ANY_FORMAT: readonly string[] = [
  "ALTER TABLE document RENAME TO former_document",
  `CREATE TABLE document (
    id INTEGER PRIMARY KEY, feed_id TEXT NOT NULL, name TEXT NOT NULL,
    etag TEXT NOT NULL, changed_at INTEGER NOT NULL, links TEXT NOT NULL, br BLOB,
    UNIQUE (feed_id, name)
  ) STRICT`,
  `INSERT INTO document (id, feed_id, name, etag, changed_at, links, br)
    SELECT id, feed_id, name, etag, changed_at, links, br FROM former_document`,
  "DROP TABLE former_document",
];
