/** The database as a configuration names it. Plain data: it crosses processes and threads. */
export type DatabaseName = {
  /** Absolute path of a SQLite file, or the address of a PostgreSQL database. May hold a password. */
  readonly name: string;
  /**
   * The address of the PostgreSQL server itself, where `name` is that of a pooler; else `null`. It is for what needs one session:
   * LISTEN, locks of a session, migrations.
   */
  readonly directName: string | null;
  /** Whether publishers tell web processes at once (NOTIFY of PostgreSQL) that there is something new. */
  readonly isNotified: boolean;
};

/** A database of which only the name is known. */
export const databaseNamed = (name: string): DatabaseName => ({
  name,
  directName: null,
  isNotified: true,
});
