import type { Pool } from "pg";

/** The channel of hints. PostgreSQL tells them to sessions of the same database alone. */
export const PUBLICATIONS = "offprint_publication";

/**
 * Least time between two hints of a process, in milliseconds. At the commit of a notification PostgreSQL takes a lock of the
 * whole server, so a turn over a hundred feeds must not send a hundred.
 */
const BETWEEN_MS = 100;

/**
 * Tells those who hear that something was published, up to this number: the first at once, further ones within `BETWEEN_MS`
 * together. A hint that is lost is not sent again, because every follower also looks by itself.
 */
export function createHints(pool: Pick<Pool, "query">): (seq: number) => void {
  let pending: number | null = null;
  let isPausing = false;
  const send = (): void => {
    if (pending === null) return;
    const payload = String(pending);
    pending = null;
    isPausing = true;
    setTimeout(() => {
      isPausing = false;
      send();
    }, BETWEEN_MS).unref();
    pool.query("SELECT pg_notify($1, $2)", [PUBLICATIONS, payload]).catch(() => {});
  };
  return (seq) => {
    pending = Math.max(pending ?? 0, seq);
    if (!isPausing) send();
  };
}
