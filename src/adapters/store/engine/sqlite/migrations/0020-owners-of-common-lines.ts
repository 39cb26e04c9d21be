/**
 * Common lines that were learnt while each source counted for itself may be lines of a single house. They are inactive
 * until they are seen again: earlier sightings are kept, so the next article with such a line shows whether enough
 * houses vouch for it (core/cleaning/repeated/learn-common.ts). Lines that were taken out of stored articles stay out.
 */
export const OWNERS_OF_COMMON_LINES: readonly string[] = [
  `ALTER TABLE common_line ADD COLUMN owners INTEGER NOT NULL DEFAULT 0`,
  `UPDATE common_line SET is_active = 0`,
];
