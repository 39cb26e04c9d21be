import { createHash } from "node:crypto";
import { createReadStream } from "node:fs";
import type { TableName } from "../../adapters/store/copying/copied-tables.ts";
import {
  EXPORT_VERSION,
  type ExportEnd,
  type ExportHead,
  readRowLine,
} from "../../adapters/store/copying/export-line.ts";
import type { ReadRows, StoredRow } from "../../adapters/store/copying/table-rows.ts";
import { MIGRATION_NAMES } from "../../adapters/store/engine/migration-names.ts";
import { toldProblem } from "./told-problem.ts";

/** A file of an export that is whole. */
export type ReadExport = {
  readonly head: ExportHead;
  readonly rows: number;
  /** From the first row of a table only. */
  readonly read: ReadRows;
};

/** Rows that are handed on at a time. */
const MOST_ROWS = 500;
const NEWLINE = 0x0a;

/** Reads the file from end to end before anything is written. Throws told problems. */
export async function openExport(file: string): Promise<ReadExport> {
  const hash = createHash("sha256");
  const seen: SeenExport = { head: null, end: null, rows: 0, starts: new Map() };
  for await (const read of linesOf(file, 0)) {
    note(read, seen, file);
    if (seen.end === null) hash.update(`${read.line}\n`);
  }
  const { head, end, rows, starts } = seen;
  if (head === null || end === null) throw toldProblem(`${file} is no whole export: ${CUT_OFF}`);
  if (end.rows !== rows || end.sha256 !== hash.digest("hex")) {
    throw toldProblem(`${file} is not as it was written: its hash differs. Export again`);
  }
  return { head, rows, read: readFrom(file, starts) };
}

/** What was read so far. */
type SeenExport = {
  head: ExportHead | null;
  end: ExportEnd | null;
  rows: number;
  /** Where the first row of each table stands. */
  readonly starts: Map<TableName, number>;
};

function note({ line, start }: FileLine, seen: SeenExport, file: string): void {
  if (seen.end !== null) throw toldProblem(`${file} goes on after its end`);
  if (seen.head === null) seen.head = headIn(line, file);
  else if (isEnd(line)) seen.end = parse(line, file) as ExportEnd;
  else {
    const table = tableIn(line, file);
    if (!seen.starts.has(table)) seen.starts.set(table, start);
    seen.rows += 1;
  }
}

const isEnd = (line: string): boolean => line.startsWith('{"end"');

const CUT_OFF = "it has no end. Export again";

function headIn(line: string, file: string): ExportHead {
  const head = parse(line, file) as Partial<ExportHead>;
  if (head.offprint !== "export") throw toldProblem(`${file} is no export of Offprint`);
  const schema = MIGRATION_NAMES.at(-1);
  if (head.version !== EXPORT_VERSION || head.schema !== schema) {
    throw toldProblem(
      `${file} is of another version (${head.schema}, and this one has ${schema}). Import it with the Offprint that wrote it, or export it with this one`,
    );
  }
  return head as ExportHead;
}

function tableIn(line: string, file: string): TableName {
  // The name stands at the beginning of each row: the rest is read when it is written.
  const [, name = ""] = /^\{"table":"([a-z_]+)"/.exec(line) ?? [];
  const read = readRowLine(`{"table":"${name}","row":{}}`);
  if (read === null) throw toldProblem(`${file} has a line that is no row: ${line.slice(0, 80)}`);
  return read.table;
}

function parse(line: string, file: string): unknown {
  try {
    return JSON.parse(line);
  } catch {
    throw toldProblem(`${file} is no export of Offprint`);
  }
}

const readFrom = (file: string, starts: ReadonlyMap<TableName, number>): ReadRows =>
  async function* (table, after) {
    if (after !== null) throw new Error("an export is read from its beginning");
    const from = starts.get(table);
    let some: StoredRow[] = [];
    for await (const row of from === undefined ? [] : rowsFrom(file, from, table)) {
      some.push(row);
      if (some.length < MOST_ROWS) continue;
      yield some;
      some = [];
    }
    if (some.length > 0) yield some;
  };

/** The rows of a table, which stand together. */
async function* rowsFrom(file: string, from: number, table: TableName): AsyncGenerator<StoredRow> {
  for await (const { line } of linesOf(file, from)) {
    const read = isEnd(line) ? null : readRowLine(line);
    if (read?.table !== table) return;
    yield read.row;
  }
}

type FileLine = { readonly line: string; readonly start: number };

/** The lines of a file from a place on, each with its place in bytes. A last line without an end is none. */
async function* linesOf(file: string, from: number): AsyncGenerator<FileLine> {
  let rest: Buffer = Buffer.alloc(0);
  let start = from;
  for await (const chunk of createReadStream(file, { start: from })) {
    rest = rest.length === 0 ? (chunk as Buffer) : Buffer.concat([rest, chunk as Buffer]);
    for (let at = rest.indexOf(NEWLINE); at >= 0; at = rest.indexOf(NEWLINE)) {
      yield { line: rest.toString("utf8", 0, at), start };
      start += at + 1;
      rest = rest.subarray(at + 1);
    }
  }
}
