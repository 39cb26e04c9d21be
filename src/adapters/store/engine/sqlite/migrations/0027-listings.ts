/** What the last document of each source listed, by which the next one is recognised (core/articles/listing.ts). */
export const LISTINGS: readonly string[] = [
  `CREATE TABLE listing (
    source_id TEXT PRIMARY KEY REFERENCES source (id),
    token INTEGER NOT NULL, body BLOB NOT NULL
  ) STRICT`,
];
