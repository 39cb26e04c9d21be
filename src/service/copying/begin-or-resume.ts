import { compareTable, type TableSides } from "../../adapters/store/copying/compare-tables.ts";
import { type CopyPlace, loadPlace, savePlace } from "../../adapters/store/copying/copy-place.ts";
import { beginCopy, type CopyWork, FIRST_TABLES } from "../../adapters/store/copying/copy-rows.ts";
import { emptyTables, tableInUse } from "../../adapters/store/copying/desk-rows.ts";
import { type DeskDatabase, onSnapshot, type Snapshot } from "./compare-desks.ts";
import type { CopySides } from "./copy-sides.ts";
import { onDatabase, toldProblem } from "./told-problem.ts";

export type CopyBeginning = {
  readonly sides: CopySides;
  readonly snapshot: Snapshot;
  readonly work: CopyWork;
  /** Whether a copy that was not finished is begun anew. */
  readonly isAnew: boolean;
};

/** The place from which to copy: the first, or where a copy was interrupted. Throws told problems. */
export async function beginOrResume(beginning: CopyBeginning): Promise<CopyPlace> {
  const { sides, work, isAnew } = beginning;
  const { database, opened } = sides.target;
  const place = await onDatabase(database, () => loadPlace(opened.db));
  if (place === null) {
    await refuseInUse(sides.target);
    return beginCopy(work);
  }
  if (isAnew || place.step === "emptying") {
    await onDatabase(database, async () => {
      await savePlace(opened.db, { ...place, step: "emptying" });
      await emptyTables(opened.db);
    });
    return beginCopy(work);
  }
  await refuseOther(beginning);
  return place;
}

/** Throws a told problem where a database has, or had, a desk. */
export async function refuseInUse({ database, opened }: DeskDatabase): Promise<void> {
  const table = await onDatabase(database, () => tableInUse(opened.db));
  if (table === null) return;
  throw toldProblem(
    `${database.label} is not empty: it has rows in "${table}". Name a database without tables, or a file that does not exist.`,
  );
}

/** A copy goes on only with the desk with which it was begun, as that was then: it would else be of two times. */
async function refuseOther({ sides, snapshot }: CopyBeginning): Promise<void> {
  const { source, target } = sides;
  const isSame = await onSnapshot(target, async ({ read }) => {
    for (const table of FIRST_TABLES) {
      const comparison: TableSides = { from: snapshot.read, to: read, onRow: () => {} };
      if ((await compareTable(table, comparison)).firstDifference !== null) return false;
    }
    return true;
  });
  if (isSame) return;
  throw toldProblem(
    `${target.database.label} holds the unfinished copy of another desk, or ${source.database.label} has changed since that copy was begun. Begin it anew with --restart.`,
  );
}
