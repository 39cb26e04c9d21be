/** A log of which each row has a number that rises. */
export type FollowedLog<Row extends { readonly seq: number }> = {
  /** The rows after the cursor, 0 for all, in the order of the log. */
  readonly after: (cursor: number) => Promise<readonly Row[]>;
  /** Changes whenever the log may have changed. */
  readonly dataVersion: () => number;
};

export type Follower = {
  /** Takes in what is new. Rejects as the log or the taking does: then the same rows come with the next call. */
  readonly read: () => Promise<void>;
};

/**
 * Reads a log with a cursor of its own: nothing upstream knows of it. `take` is given rows once each, never none, the first
 * time all that are there; the cursor moves when it is done with them.
 */
export function createFollower<Row extends { readonly seq: number }>(
  { after, dataVersion }: FollowedLog<Row>,
  take: (rows: readonly Row[]) => Promise<void>,
): Follower {
  let cursor = 0;
  let seen = Number.NaN;
  return {
    async read() {
      const version = dataVersion();
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
