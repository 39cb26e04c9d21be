/** The settings that say what is known of backups of a database. Its copies do not have them. */
export const BACKUP_NOTES = {
  made: "backup made",
  problem: "backup problem",
  schedule: "backup schedule",
} as const;
