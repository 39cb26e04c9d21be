/**
 * The body of an article lies beside what was received, as its difference to that (articles/body-bytes.ts). Bodies that were
 * stored before stay in `article_body` until their articles are written again.
 */
export const DIFFERENCES: readonly string[] = ["ALTER TABLE item_raw ADD COLUMN difference BLOB"];
