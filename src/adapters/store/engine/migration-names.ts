/** Migrations of databases from before PostgreSQL was an engine: only SQLite has them. */
const BEFORE_POSTGRES = [
  "0001-start",
  "0002-similarity",
  "0003-editor",
  "0004-whole-and-clean",
  "0005-withdrawals-and-archives",
  "0006-merged-away",
  "0007-identity",
  "0008-forgotten-sources",
  "0009-page-visits",
  "0010-entry-dates",
  "0011-what-leaves",
  "0012-drafting-rules",
  "0013-file-retries",
  "0014-file-looks",
  "0015-one-text",
  "0017-orders",
  "0018-judging-rules",
  "0019-common-lines",
  "0020-owners-of-common-lines",
  "0021-judging-forms",
  "0022-publication",
  "0023-revise-orders",
  "0024-one-lease",
  "0025-any-format",
  "0026-packed-bodies",
  "0027-listings",
  "0028-young-index",
  "0029-fewer-indexes",
] as const;

/** Migrations that both engines have, by the same names. The first makes all tables of a new PostgreSQL database. */
export const SHARED_MIGRATIONS = [
  "0030-differences",
  "0031-configuration",
  "0032-nodes",
  "0033-hosts",
  "0034-recent-writes",
  "0035-past-polls",
  "0036-logged-writes",
  "0037-pauses",
] as const;

/**
 * All migrations, in the order in which they are applied. Apart from what they do, so that a database that has them all
 * is opened without loading the rules of all former versions.
 */
export const MIGRATION_NAMES = [...BEFORE_POSTGRES, ...SHARED_MIGRATIONS] as const;

export type MigrationName = (typeof MIGRATION_NAMES)[number];
export type SharedMigration = (typeof SHARED_MIGRATIONS)[number];
