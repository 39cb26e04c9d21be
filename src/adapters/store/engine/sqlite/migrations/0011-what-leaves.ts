/**
 * What older versions did not read of an item: its episode, its licences, the house that it is from. A source that
 * was renamed is known by the id that archives have of it. Sources are read whole once more: what they say of all
 * that arrives at the first poll, not only when they next change. A body hash of '' is that of no document.
 */
export const WHAT_LEAVES: readonly string[] = [
  `ALTER TABLE article ADD COLUMN episode TEXT`,
  `ALTER TABLE article ADD COLUMN licences TEXT NOT NULL DEFAULT '[]'`,
  `ALTER TABLE article ADD COLUMN origin TEXT`,
  `ALTER TABLE source ADD COLUMN former_id TEXT`,
  `UPDATE source SET state = json_set(state, '$.validators', json('{"etag":null,"lastModified":null}'),
    '$.validatorsAt', NULL, '$.bodyHash', CASE WHEN json_extract(state, '$.bodyHash') IS NULL THEN NULL ELSE '' END)`,
];
