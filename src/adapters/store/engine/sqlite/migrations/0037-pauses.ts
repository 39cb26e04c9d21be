/** What orders say of sources against the configuration (core/sources/pausing.ts). */
export const PAUSES: readonly string[] = ["ALTER TABLE source ADD COLUMN paused INTEGER"];
