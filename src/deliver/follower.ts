/** A log whose rows have rising numbers. */
export type FollowedLog<Row extends { readonly seq: number }> = {
  /** The rows after the cursor, 0 for all, in the order of the log. */
  readonly after: (cursor: number) => Promise<readonly Row[]>;
  /** Changes whenever the log may have changed. */
  readonly dataVersion: () => Promise<number>;
};

export type Follower = {
  /** Hands new rows to `take`. Rejects when the log or `take` does; the next call then hands over the same rows. */
  readonly read: () => Promise<void>;
};

/**
 * Reads a log with a cursor of its own, of which the log knows nothing. Hands `take` each row once, all existing rows
 * the first time, and never an empty list. The cursor moves when `take` is done.
 */
export function createFollower<Row extends { readonly seq: number }>(
  { after, dataVersion }: FollowedLog<Row>,
  take: (rows: readonly Row[]) => Promise<void>,
): Follower {
  let cursor = 0;
  let seen = Number.NaN;
  return {
    async read() {
      const version = await dataVersion();
      if (version === seen) return;
      const rows = await after(cursor);
      const last = rows.at(-1);
      if (last !== undefined) {
        await take(rows);
        cursor = last.seq;
      }
      seen = version;
    },
  };
}
