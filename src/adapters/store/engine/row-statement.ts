import {
  type Compilable,
  type CompiledQuery,
  type Kysely,
  type RawBuilder,
  sql,
  type Transaction,
} from "kysely";
import type { Tables } from "../schema/tables.ts";

/** A statement that an engine runs once for each of these lists of parameters, in one go. */
export type RepeatedQuery = CompiledQuery & {
  readonly parameterLists: readonly (readonly unknown[])[];
};

export const isRepeated = (query: CompiledQuery): query is RepeatedQuery =>
  "parameterLists" in query;

/** What stands in a statement for the values of a row. */
export type RowValues<Row> = { readonly [Column in keyof Row]: RawBuilder<Row[Column]> };

/** Runs a statement for each row. @returns what they return, in the order of the rows. */
export type RowStatement<Row, Returned> = (
  trx: Transaction<Tables>,
  rows: readonly Row[],
) => Promise<readonly Returned[]>;

/**
 * A statement that is run for rows, built and compiled when it is first used. A statement of many rows is built by Kysely
 * for each of their values, and prepared anew by the database for each number of rows: that took as long as writing them.
 *
 * @param build is called with what stands for the values. All rows must have the columns of the first.
 */
export function rowStatement<Row extends object, Returned = never>(
  build: (db: Kysely<Tables>, row: RowValues<Row>) => Compilable<Returned>,
): RowStatement<Row, Returned> {
  const compiled = new WeakMap<object, CompiledQuery<Returned>>();
  return async (trx, rows) => {
    const [first] = rows;
    if (first === undefined) return [];
    // Each database has an adapter, which its transactions share.
    const { adapter } = trx.getExecutor();
    const query = compiled.get(adapter) ?? build(trx, placesFor(first)).compile();
    compiled.set(adapter, query);
    const parameterLists = rows.map((row) => query.parameters.map((each) => filled(each, row)));
    const repeated: RepeatedQuery = { ...query, parameterLists };
    return (await trx.executeQuery(repeated)).rows as Returned[];
  };
}

class Place {
  readonly column: string;
  constructor(column: string) {
    this.column = column;
  }
}

const placesFor = <Row extends object>(row: Row): RowValues<Row> =>
  Object.fromEntries(
    Object.keys(row).map((column) => [column, sql`${new Place(column)}`]),
  ) as unknown as RowValues<Row>;

const filled = (parameter: unknown, row: object): unknown =>
  parameter instanceof Place ? row[parameter.column as keyof typeof row] : parameter;
