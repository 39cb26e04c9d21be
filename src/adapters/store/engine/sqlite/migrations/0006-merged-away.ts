/** When an entry that readers could see became part of another. Of those from before nobody was told. */
export const MERGED_AWAY: readonly string[] = [
  `ALTER TABLE cluster ADD COLUMN merged_at INTEGER`,
  `CREATE INDEX cluster_by_merge ON cluster (merged_at) WHERE merged_at IS NOT NULL`,
];
