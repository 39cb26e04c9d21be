import { sql, type Transaction } from "kysely";
import { rowsOfNumbers, rowsWithText } from "../engine/functions.ts";
import { type RowStatement, rowStatement } from "../engine/row-statement.ts";
import type { Tables } from "../schema/tables.ts";
import { type CopiedTable, copiedTable, TABLES_TO_COPY, type TableName } from "./copied-tables.ts";
import { type CopyPlace, savePlace } from "./copy-place.ts";
import { isOfDesk, type ReadRows, type RowKey, rowKeyOf, type StoredRow } from "./table-rows.ts";

export type CopyWork = {
  /** Reads a snapshot of the source. */
  readonly read: ReadRows;
  /** Writes to the target in one transaction. */
  readonly write: (work: (trx: Transaction<Tables>) => Promise<void>) => Promise<void>;
};

export type CopyListener = {
  /** Called after each transaction, with the rows that it wrote. May throw to end the copy, which then can be gone on with. */
  readonly onRows: (rows: number) => void;
  /** Called when a table is copied, with the rows that this run wrote. */
  readonly onTable: (table: TableName, rows: number) => void;
};

/** Tables in which a new database has rows. They are copied in the transaction that begins. */
export const FIRST_TABLES: readonly TableName[] = ["setting", "counter"];
const LATER = TABLES_TO_COPY.filter((table) => !FIRST_TABLES.includes(table));

/** Begins a copy in a database without a desk. From then on it is marked as unfinished. */
export async function beginCopy({ read, write }: CopyWork): Promise<CopyPlace> {
  let place = startOf(LATER[0], 0);
  await write(async (trx) => {
    place = startOf(LATER[0], 0);
    for (const table of FIRST_TABLES) {
      await sql`DELETE FROM ${sql.table(table)} WHERE ${isOfDesk(table)}`.execute(trx);
      for await (const rows of read(table, null)) {
        await insert(trx, table, rows);
        place = { ...place, rows: place.rows + rows.length };
      }
    }
    await savePlace(trx, place);
  });
  return place;
}

/** The place where the copy of a table begins. */
function startOf(table: TableName | undefined, rows: number): CopyPlace {
  if (table === undefined) throw new Error("there is no table to copy");
  return { table, step: "rows", after: null, rows };
}

/** Copies what is missing after a place. @returns how many rows the copy has. */
export async function copyRows(
  work: CopyWork,
  begun: CopyPlace,
  listener: CopyListener,
): Promise<number> {
  let rows = begun.rows;
  for (const table of LATER.slice(LATER.indexOf(begun.table))) {
    const from = table === begun.table ? begun : startOf(table, rows);
    const copied = await copyTable(work, from, listener);
    listener.onTable(table, copied - rows);
    rows = copied;
  }
  return rows;
}

/** @returns how many rows were written so far, in all tables. */
async function copyTable(
  work: CopyWork,
  begun: CopyPlace,
  listener: CopyListener,
): Promise<number> {
  const { link } = copiedTable(begun.table);
  let { rows } = begun;
  if (begun.step === "rows") {
    const insertSome = (trx: Transaction<Tables>, some: readonly StoredRow[]) =>
      insert(trx, begun.table, link === undefined ? some : some.map(without(link)));
    rows = await eachChunk(work, begun, { listener, writeRows: insertSome });
  }
  if (link === undefined) return rows;
  const from: CopyPlace =
    begun.step === "links" ? begun : { ...begun, step: "links", after: null, rows };
  return eachChunk(work, from, {
    listener,
    writeRows: (trx, some) => setLinks(trx, { table: begun.table, link, rows: some }),
  });
}

const without =
  (link: string) =>
  (row: StoredRow): StoredRow => ({ ...row, [link]: null });

type ChunkStep = {
  readonly listener: CopyListener;
  readonly writeRows: (trx: Transaction<Tables>, rows: readonly StoredRow[]) => Promise<unknown>;
};

/** One step over a table. @returns as copyTable. */
async function eachChunk(
  { read, write }: CopyWork,
  begun: CopyPlace,
  { listener, writeRows }: ChunkStep,
): Promise<number> {
  const { table, step } = begun;
  let place = begun;
  for await (const rows of read(table, begun.after)) {
    const written = step === "rows" ? rows.length : 0;
    place = { ...place, after: lastKey(table, rows), rows: place.rows + written };
    await write(async (trx) => {
      await writeRows(trx, rows);
      await savePlace(trx, place);
    });
    listener.onRows(written);
  }
  return place.rows;
}

const lastKey = (table: TableName, rows: readonly StoredRow[]): RowKey | null => {
  const last = rows.at(-1);
  return last === undefined ? null : rowKeyOf(table, last);
};

/** One for each table: it is compiled once a database, not once a chunk. */
const inserts = new Map<TableName, RowStatement<StoredRow, never>>();

function insert(
  trx: Transaction<Tables>,
  table: TableName,
  rows: readonly StoredRow[],
): Promise<unknown> {
  const { threes } = copiedTable(table);
  if (threes !== undefined) return insertThrees(trx, { table, columns: threes, rows });
  const statement =
    inserts.get(table) ??
    rowStatement<StoredRow>((db, row) => db.insertInto(table).values(row as never));
  inserts.set(table, statement);
  return statement(trx, rows);
}

type Threes = {
  readonly table: TableName;
  readonly columns: CopiedTable["key"];
  readonly rows: readonly StoredRow[];
};

/** Many small rows in one statement: of a desk with 100,000 articles these are seven rows of eight. */
async function insertThrees(
  trx: Transaction<Tables>,
  { table, columns, rows }: Threes,
): Promise<void> {
  const values = rows.map((row) => columns.map((column) => row[column]));
  const isText = typeof values[0]?.[2] === "string";
  const given = isText ? rowsWithText(values as never) : rowsOfNumbers(values as never);
  await sql`INSERT INTO ${sql.table(table)} (${sql.join(columns.map((name) => sql.ref(name)))})
    SELECT * FROM ${given} AS given`.execute(trx);
}

type Links = {
  readonly table: TableName;
  readonly link: string;
  readonly rows: readonly StoredRow[];
};

async function setLinks(trx: Transaction<Tables>, { table, link, rows }: Links): Promise<void> {
  const [key] = copiedTable(table).key;
  for (const row of rows.filter((each) => each[link] !== null)) {
    await sql`UPDATE ${sql.table(table)} SET ${sql.ref(link)} = ${row[link]}
      WHERE ${sql.ref(key)} = ${row[key]}`.execute(trx);
  }
}
