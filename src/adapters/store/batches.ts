/**
 * Rows of one statement: enough that the statement's own cost vanishes, few enough for the limit of
 * 32,766 bound parameters (sqlite.org/limits.html) at 30 columns.
 */
const ROWS = 200;

/** Parts of a list, each small enough for one statement. */
export function* batches<T>(list: readonly T[]): Generator<T[]> {
  for (let start = 0; start < list.length; start += ROWS) yield list.slice(start, start + ROWS);
}

/**
 * Runs a query of rows that are in a list (`IN`), for each batch of it, and joins the rows. A batch may name its last
 * value several times.
 */
export async function inBatches<T, Row>(
  list: Iterable<T>,
  query: (batch: T[]) => Promise<Row[]>,
): Promise<Row[]> {
  const rows: Row[] = [];
  for (const batch of batches([...new Set(list)])) rows.push(...(await query(padded(batch))));
  return rows;
}

/** Lists of nine lengths instead of two hundred: their statements stay prepared (statement-cache.ts). */
function padded<T>(batch: T[]): T[] {
  const length = Math.min(ROWS, 2 ** Math.ceil(Math.log2(batch.length)));
  const last = batch.slice(-1);
  return [...batch, ...Array.from({ length: length - batch.length }, () => last).flat()];
}
