import { compareTable } from "../../adapters/store/copying/compare-tables.ts";
import { TABLES_TO_COPY } from "../../adapters/store/copying/copied-tables.ts";
import { countRows } from "../../adapters/store/copying/desk-rows.ts";
import { columnsOf, type ReadRows } from "../../adapters/store/copying/table-rows.ts";
import type { NamedDatabase, OpenDatabase } from "../../adapters/store/engine/engine.ts";
import { databaseAt } from "../../adapters/store/engine/engines.ts";
import { err, ok, type Result } from "../../core/result.ts";
import type { DatabaseName } from "../../core/settings/database-name.ts";
import { openForReading } from "../open-existing.ts";
import { type CopyEnd, type CopyHearing, STOPPED } from "./copy-hearing.ts";
import { onDatabase } from "./told-problem.ts";
import { toldReading } from "./told-reading.ts";

/** Compares two desks, table by table, and changes neither. The error is a sentence. */
export async function compareDesks(
  from: DatabaseName,
  to: DatabaseName,
  hearing: CopyHearing,
): Promise<Result<CopyEnd, string>> {
  const source = await openForReading(from);
  if (!source.ok) return source;
  const copy = await openForReading(to);
  if (!copy.ok) {
    await source.value.close();
    return copy;
  }
  try {
    const reader = { database: databaseAt(from), opened: source.value };
    const comparing = { database: databaseAt(to), opened: copy.value };
    return ok(
      await onSnapshot(reader, async ({ read, rows }) => {
        hearing.onPhase("comparing", rows, 0);
        return compareWith(comparing, read, hearing);
      }),
    );
  } catch (cause) {
    return endOf(cause);
  } finally {
    await source.value.close();
    await copy.value.close();
  }
}

/** An open database under the name that people know. */
export type DeskDatabase = { readonly database: NamedDatabase; readonly opened: OpenDatabase };

export type Snapshot = {
  readonly trx: OpenDatabase["db"];
  readonly read: ReadRows;
  /** How many rows it has. */
  readonly rows: number;
};

/** Works on a snapshot of a desk: whatever is written meanwhile is not in it. */
export async function onSnapshot<T>(
  { database, opened }: DeskDatabase,
  work: (snapshot: Snapshot) => Promise<T>,
): Promise<T> {
  return onDatabase(database, async () => {
    const columns = await columnsOf(opened.db);
    const reading = opened.db.transaction().setAccessMode("read only");
    return reading.execute(async (trx) => {
      const rows = await countRows(trx);
      return work({ trx, read: toldReading(database, trx, columns), rows });
    });
  });
}

/** Compares a snapshot of a copy with what is read of its source. Throws STOPPED. */
export function compareWith(
  copy: DeskDatabase,
  from: ReadRows,
  hearing: CopyHearing,
): Promise<CopyEnd> {
  return onSnapshot(copy, async ({ read: to }) => {
    const onRow = (): void => {
      hearing.onRows(1);
      if (hearing.isStopped()) throw STOPPED;
    };
    let isEqual = true;
    let rows = 0;
    for (const table of TABLES_TO_COPY) {
      const compared = await compareTable(table, { from, to, onRow });
      hearing.onCompared(compared);
      isEqual &&= compared.firstDifference === null;
      rows += compared.from.rows;
    }
    return { kind: isEqual ? "equal" : "different", rows };
  });
}

/** What a thrown error means for the asker. */
export function endOf(cause: unknown): Result<CopyEnd, string> {
  if (cause === STOPPED) return ok({ kind: "stopped", rows: 0 });
  return err(cause instanceof Error ? cause.message : String(cause));
}
