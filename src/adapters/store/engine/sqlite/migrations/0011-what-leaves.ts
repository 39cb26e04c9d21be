/**
 * Columns for what older versions did not read of an item: episode, licences, the house that it is from. A renamed
 * source keeps the id that archives have of it. The next poll reads every source whole, so that these values arrive
 * without waiting for a change: validators are cleared, and the body hash '' matches no document.
 */
export const WHAT_LEAVES: readonly string[] = [
  `ALTER TABLE article ADD COLUMN episode TEXT`,
  `ALTER TABLE article ADD COLUMN licences TEXT NOT NULL DEFAULT '[]'`,
  `ALTER TABLE article ADD COLUMN origin TEXT`,
  `ALTER TABLE source ADD COLUMN former_id TEXT`,
  `UPDATE source SET state = json_set(state, '$.validators', json('{"etag":null,"lastModified":null}'),
    '$.validatorsAt', NULL, '$.bodyHash', CASE WHEN json_extract(state, '$.bodyHash') IS NULL THEN NULL ELSE '' END)`,
];
