/**
 * Sampled keys and paragraphs are written here at first, in the order of their coming, and moved into `sample_key` and
 * `block` in bulk: each key is as good as random, and was written to a page of its own.
 */
export const YOUNG_INDEX: readonly string[] = [
  `CREATE TABLE young_index (id INTEGER PRIMARY KEY, bytes BLOB NOT NULL) STRICT`,
];
