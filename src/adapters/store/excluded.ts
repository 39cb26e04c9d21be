import { type RawBuilder, sql } from "kysely";

/** For `ON CONFLICT … DO UPDATE SET`: these columns, as the row that came has them. */
export const excluded = <Column extends string>(
  columns: readonly Column[],
): Readonly<Record<Column, RawBuilder<never>>> =>
  Object.fromEntries(columns.map((column) => [column, sql.ref(`excluded.${column}`)])) as Record<
    Column,
    RawBuilder<never>
  >;
