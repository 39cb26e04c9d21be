/** How often pages were asked for in vain, so that what changes with each poll is asked for ever less often. */
export const PAGE_VISITS: readonly string[] = [
  `ALTER TABLE page_job ADD COLUMN fetched_at INTEGER`,
  `ALTER TABLE page_job ADD COLUMN quiet_visits INTEGER NOT NULL DEFAULT 0`,
];
