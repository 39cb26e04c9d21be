import { TABLES_TO_COPY, type TableName } from "./copied-tables.ts";
import type { StoredRow } from "./table-rows.ts";

/** The version of the format, which is described in docs/export-format.md. */
export const EXPORT_VERSION = 1;

/** The first line. */
export type ExportHead = {
  readonly offprint: "export";
  readonly version: number;
  /** The last migration of the schema. */
  readonly schema: string;
  /** When the desk was as it is here, as text. */
  readonly at: string;
  /** The last number that each table gave to a row, also where the row is gone. */
  readonly numbers: Readonly<Record<string, number>>;
};

/** The last line. */
export type ExportEnd = {
  readonly end: true;
  readonly rows: number;
  /** SHA-256 over all bytes before this line, in hexadecimal. */
  readonly sha256: string;
};

/** The line of a row, without its end. Bytes are `{"base64":"…"}`. */
export const rowLine = (table: TableName, row: StoredRow): string =>
  JSON.stringify({
    table,
    row: Object.fromEntries(Object.entries(row).map(([name, value]) => [name, encode(value)])),
  });

const encode = (value: unknown): unknown =>
  value instanceof Uint8Array ? { base64: Buffer.from(value).toString("base64") } : value;

export type ExportedRow = { readonly table: TableName; readonly row: StoredRow };

/** `null` for a line that is none of a row. */
export function readRowLine(line: string): ExportedRow | null {
  const { table, row } = JSON.parse(line) as { table?: unknown; row?: object };
  const known = TABLES_TO_COPY.find((name) => name === table);
  if (known === undefined || row === undefined) return null;
  const values = Object.entries(row).map(([name, value]) => [name, decode(value)] as const);
  return { table: known, row: Object.fromEntries(values) };
}

const decode = (value: unknown): unknown =>
  typeof value === "object" && value !== null && "base64" in value
    ? Buffer.from(String(value.base64), "base64")
    : value;
