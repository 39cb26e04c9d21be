/**
 * Lines that were learnt while each source counted for itself may be those of one house. They go from no more article until
 * they are seen again: the next article that carries one finds out whether enough houses vouch for it (core/cleaning/repeated/learn-common.ts),
 * for what was seen before is kept. What they took out of stored articles stays out.
 */
export const OWNERS_OF_COMMON_LINES: readonly string[] = [
  `ALTER TABLE common_line ADD COLUMN owners INTEGER NOT NULL DEFAULT 0`,
  `UPDATE common_line SET is_active = 0`,
];
