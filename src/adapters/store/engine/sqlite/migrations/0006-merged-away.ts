/**
 * `merged_at`: when an entry that readers could see became part of another. Null for earlier merges: readers were not
 * told of them.
 */
export const MERGED_AWAY: readonly string[] = [
  `ALTER TABLE cluster ADD COLUMN merged_at INTEGER`,
  `CREATE INDEX cluster_by_merge ON cluster (merged_at) WHERE merged_at IS NOT NULL`,
];
