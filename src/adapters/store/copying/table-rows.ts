import { type Kysely, type RawBuilder, type SqlBool, sql } from "kysely";
import type { Tables } from "../schema/tables.ts";
import { copiedTable, type TableName } from "./copied-tables.ts";

/** A row, by the names of its columns. */
export type StoredRow = Readonly<Record<string, unknown>>;

/** The key of a row, in the order of its columns. */
export type RowKey = readonly unknown[];

/** The rows of a table after a key (`null`: from the first), in the order of their keys, some at a time. */
export type ReadRows = (
  table: TableName,
  after: RowKey | null,
) => AsyncGenerator<readonly StoredRow[]>;

/** The columns of each table. Those of texts and bytes may be large. */
export type TableColumns = ReadonlyMap<string, readonly TableColumn[]>;
type TableColumn = { readonly name: string; readonly isLarge: boolean };

/** Rows that are held in memory at a time, and the bytes of their texts and bytes; a row that is larger comes alone. */
const MOST_ROWS = 500;
const MOST_BYTES = 1024 * 1024;

/** The same of rows that hold numbers alone. */
const MOST_NUMBERS = 2000;

/** The columns that a database has, in the order of their names. Not for use in a transaction. */
export async function columnsOf(db: Kysely<Tables>): Promise<TableColumns> {
  const tables = await db.introspection.getTables();
  return new Map(
    tables.map(({ name, columns }) => [
      name,
      columns
        .map((column) => ({ name: column.name, isLarge: LARGE.test(column.dataType) }))
        .toSorted((a, b) => (a.name < b.name ? -1 : 1)),
    ]),
  );
}

const LARGE = /^(text|blob|bytea)$/i;

/** @param trx a transaction that only reads: a snapshot. */
export const readRows =
  (trx: Kysely<Tables>, columns: TableColumns): ReadRows =>
  (table, after) =>
    rowsAfter(trx, { table, columns: columns.get(table) ?? [], after });

type ReadPlace = {
  readonly table: TableName;
  readonly columns: readonly TableColumn[];
  readonly after: RowKey | null;
};

async function* rowsAfter(
  db: Kysely<Tables>,
  { table, columns, after }: ReadPlace,
): AsyncGenerator<readonly StoredRow[]> {
  for (let last = after; ; ) {
    const limit = await rowsThatFit(db, { table, columns, after: last });
    if (limit === 0) return;
    const rows = await select(db, { table, after: last, limit, columns: refs(columns) });
    yield rows.map((row) => asCopied(table, row));
    const end = rows.at(-1);
    if (end === undefined) return;
    last = rowKeyOf(table, end);
  }
}

/** As it is in the copy. */
const asCopied = (table: TableName, row: StoredRow): StoredRow => ({
  ...row,
  ...copiedTable(table).leaseEnd,
});

export const rowKeyOf = (table: TableName, row: StoredRow): RowKey =>
  copiedTable(table).key.map((column) => row[column]);

/** How many of the next rows may be read at once; 0 at the end. */
async function rowsThatFit(
  db: Kysely<Tables>,
  { table, columns, after }: ReadPlace,
): Promise<number> {
  const large = columns.filter(({ isLarge }) => isLarge);
  if (large.length === 0) return MOST_NUMBERS;
  const sizes = large.map(({ name }) => sql`coalesce(octet_length(${sql.ref(name)}), 0)`);
  const weighed = [sql`${sql.join(sizes, sql` + `)} AS weight`];
  const rows = await select(db, { table, after, limit: MOST_ROWS, columns: weighed });
  let sum = 0;
  const end = rows.findIndex(({ weight }) => {
    sum += Number(weight);
    return sum > MOST_BYTES;
  });
  return end < 0 ? rows.length : Math.max(1, end);
}

type Selection = Pick<ReadPlace, "table" | "after"> & {
  readonly columns: readonly RawBuilder<unknown>[];
  readonly limit: number;
};

async function select(
  db: Kysely<Tables>,
  { table, after, columns, limit }: Selection,
): Promise<readonly StoredRow[]> {
  const { key } = copiedTable(table);
  const { rows } = await sql<StoredRow>`SELECT ${sql.join(columns)} FROM ${sql.table(table)}
    WHERE ${isOfDesk(table)} AND ${isAfter(key, after)}
    ORDER BY ${sql.join(key.map((column) => sql.ref(column)))} LIMIT ${sql.lit(limit)}`.execute(db);
  return rows;
}

const refs = (columns: readonly TableColumn[]): readonly RawBuilder<unknown>[] =>
  columns.map(({ name }) => sql.ref(name));

function isAfter(key: readonly string[], after: RowKey | null): RawBuilder<SqlBool> {
  if (after === null) return sql<SqlBool>`1 = 1`;
  const place = sql.join(key.map((column) => sql.ref(column)));
  return sql<SqlBool>`(${place}) > (${sql.join(after.map((value) => sql.val(value)))})`;
}

/** Whether a row is of the desk, and not of the database. */
export function isOfDesk(table: TableName): RawBuilder<SqlBool> {
  const { key, except = [] } = copiedTable(table);
  if (except.length === 0) return sql<SqlBool>`1 = 1`;
  return sql<SqlBool>`${sql.ref(key[0])} NOT IN (${sql.join(except.map((name) => sql.lit(name)))})`;
}
