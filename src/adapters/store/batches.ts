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
 * Runs a query with an `IN` list once for each batch of the list, and returns all rows. A batch may repeat its last
 * value.
 */
export async function inBatches<T, Row>(
  list: Iterable<T>,
  query: (batch: T[]) => Promise<Row[]>,
): Promise<Row[]> {
  const rows: Row[] = [];
  for (const batch of batches([...new Set(list)])) rows.push(...(await query(padded(batch))));
  return rows;
}

/** Pads a batch to one of nine lengths, so that the statements stay prepared (statement-cache.ts). */
function padded<T>(batch: T[]): T[] {
  const length = Math.min(ROWS, 2 ** Math.ceil(Math.log2(batch.length)));
  const last = batch.slice(-1);
  return [...batch, ...Array.from({ length: length - batch.length }, () => last).flat()];
}
