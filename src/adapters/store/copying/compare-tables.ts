import { createHash } from "node:crypto";
import { createRowWriter } from "./canonical-row.ts";
import type { TableName } from "./copied-tables.ts";
import { type ReadRows, type RowKey, rowKeyOf, type StoredRow } from "./table-rows.ts";

export type TableSides = {
  readonly from: ReadRows;
  readonly to: ReadRows;
  /** Called after each row of the source. May throw to end the comparison. */
  readonly onRow: () => void;
};

export type TableDigest = {
  readonly rows: number;
  /** SHA-256 over all rows in their canonical form (canonical-row.ts), in the order of their keys; hexadecimal. */
  readonly sha256: string;
};

export type ComparedTable = {
  readonly table: TableName;
  readonly from: TableDigest;
  readonly to: TableDigest;
  /** The first key whose row differs, or is missing on one side; `null` when the tables are equal. */
  readonly firstDifference: RowKey | null;
};

/** Reads a table on both sides at the same time, some rows in memory. */
export async function compareTable(
  table: TableName,
  { from, to, onRow }: TableSides,
): Promise<ComparedTable> {
  const [source, copy] = [readSide(from, table), readSide(to, table)];
  let firstDifference: RowKey | null = null;
  for (;;) {
    const [one, other] = [await source.next(), await copy.next()];
    if (one === null && other === null) break;
    if (one !== null) onRow();
    firstDifference ??= differenceOf(one, other);
  }
  return { table, from: source.digest(), to: copy.digest(), firstDifference };
}

type ComparedSide = {
  /** `null` at the end. */
  readonly next: () => Promise<ReadRow | null>;
  /** Of all rows so far. */
  readonly digest: () => TableDigest;
};

type ReadRow = {
  readonly key: RowKey;
  /** Until the next row is read. */
  readonly bytes: Uint8Array;
};

function readSide(read: ReadRows, table: TableName): ComparedSide {
  const rows = eachRow(read(table, null));
  const write = createRowWriter();
  const hash = createHash("sha256");
  let count = 0;
  return {
    async next() {
      const { value: row } = await rows.next();
      if (row === undefined) return null;
      const bytes = write(row);
      hash.update(bytes);
      count += 1;
      return { key: rowKeyOf(table, row), bytes };
    },
    digest: () => ({ rows: count, sha256: hash.copy().digest("hex") }),
  };
}

async function* eachRow(
  chunks: AsyncGenerator<readonly StoredRow[]>,
): AsyncGenerator<StoredRow, undefined> {
  for await (const rows of chunks) yield* rows;
  return undefined;
}

/** The key of the row that differs: of two that are not the same row, the one that comes first. */
function differenceOf(one: ReadRow | null, other: ReadRow | null): RowKey | null {
  if (one === null || other === null) return (one ?? other)?.key ?? null;
  if (Buffer.compare(one.bytes, other.bytes) === 0) return null;
  return isBefore(other.key, one.key) ? other.key : one.key;
}

function isBefore(key: RowKey, other: RowKey): boolean {
  const order = key.map((value, n) => orderOf(value, other[n])).find((each) => each !== 0);
  return (order ?? 0) < 0;
}

/** As both engines order: numbers by size, texts by their bytes. */
function orderOf(value: unknown, other: unknown): number {
  if (typeof value === "number" && typeof other === "number") return value - other;
  return Buffer.compare(Buffer.from(String(value)), Buffer.from(String(other)));
}
