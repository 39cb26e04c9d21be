import type { Footprint } from "../decision-basis.ts";
import { ID } from "./column-types.ts";
import { footprintBytes, footprintFrom, meet } from "./footprints.ts";

/**
 * What the last transactions wrote that decisions read: a row for each, with its footprint (decision-basis.ts), or NULL for a
 * transaction that does not say. Written under the writer's turn, so numbers rise in the order of commits.
 */
export const RECENT_WRITE_TABLES = [
  `CREATE UNLOGGED TABLE recent_write (n ${ID}, footprint bytea)`,
] as const;

/**
 * The rows serve only decisions that are under way, so they were first UNLOGGED. But the numbers of such a table are broken on a stand-by
 * that takes over ("bad magic number in sequence", PostgreSQL 15), and nobody could write there any more.
 */
export const LOGGED_WRITES = ["ALTER TABLE recent_write SET LOGGED"] as const;

/** The last row that a snapshot sees. */
export const LAST_WRITE = { name: "last-write", text: "SELECT max(n) AS n FROM recent_write" };

/** A decision that so many transactions overtook is asked again without looking at what they wrote. */
const MOST_OVERTAKING = 200;
/** Numbers of rows that are kept: far more than can overtake a decision. */
const KEPT = 5 * MOST_OVERTAKING;

/** The row that a decision saw last, and the rows that came after it. */
export const writesSince = (last: number | null) => ({
  name: "writes-since",
  text: `SELECT n, footprint FROM recent_write WHERE n >= $1 ORDER BY n LIMIT ${MOST_OVERTAKING + 2}`,
  values: [last ?? 0],
});

export type RecentWrite = { readonly n: number; readonly footprint: Uint8Array | null };

/** @param written `null`: anything may have been written. */
export const noteWrite = (written: Footprint | null) => ({
  name: "note-write",
  text: `WITH added AS (INSERT INTO recent_write (footprint) VALUES ($1) RETURNING n)
    DELETE FROM recent_write USING added WHERE recent_write.n < added.n - ${KEPT}`,
  values: [written && footprintBytes(written)],
});

/**
 * Whether what a decision read was written since.
 *
 * @param last the row that it saw last; `null` when there was none.
 * @param rows of `writesSince`.
 * @param reads `null`: anything may have been read.
 */
export function isOvertaken(
  last: number | null,
  rows: readonly RecentWrite[],
  reads: Footprint | null,
): boolean {
  const later = rows.filter(({ n }) => last === null || n > last);
  // Without the row itself, rows after it may be gone, too.
  const isWhole = last === null || later.length < rows.length;
  if (!isWhole || later.length > MOST_OVERTAKING) return true;
  return later.some(
    ({ footprint }) =>
      reads === null || footprint === null || meet(reads, footprintFrom(footprint)),
  );
}
