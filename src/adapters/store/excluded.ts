import { type RawBuilder, sql } from "kysely";

/** For `ON CONFLICT … DO UPDATE SET`: sets these columns to the values of the row that was to be inserted. */
export const excluded = <Column extends string>(
  columns: readonly Column[],
): Readonly<Record<Column, RawBuilder<never>>> =>
  Object.fromEntries(columns.map((column) => [column, sql.ref(`excluded.${column}`)])) as Record<
    Column,
    RawBuilder<never>
  >;
