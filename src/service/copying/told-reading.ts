import {
  type ReadRows,
  readRows,
  type TableColumns,
} from "../../adapters/store/copying/table-rows.ts";
import type { NamedDatabase, OpenDatabase } from "../../adapters/store/engine/engine.ts";
import { onDatabase } from "./told-problem.ts";

/** Reads rows of a database. What that throws is told as `onDatabase` tells it. */
export const toldReading = (
  database: NamedDatabase,
  trx: OpenDatabase["db"],
  columns: TableColumns,
): ReadRows =>
  async function* (table, after) {
    const rows = readRows(trx, columns)(table, after);
    for (;;) {
      const { done, value } = await onDatabase(database, () => rows.next());
      if (done) return;
      yield value;
    }
  };
