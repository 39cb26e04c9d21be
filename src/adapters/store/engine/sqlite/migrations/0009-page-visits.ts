/**
 * When a page was last fetched, and how many visits in a row brought nothing new: a page whose item changes with each
 * poll is visited less and less often.
 */
export const PAGE_VISITS: readonly string[] = [
  `ALTER TABLE page_job ADD COLUMN fetched_at INTEGER`,
  `ALTER TABLE page_job ADD COLUMN quiet_visits INTEGER NOT NULL DEFAULT 0`,
];
