import { clearPlace, loadPlace, savePlace } from "../../adapters/store/copying/copy-place.ts";
import { beginCopy, type CopyWork, copyRows } from "../../adapters/store/copying/copy-rows.ts";
import { emptyTables } from "../../adapters/store/copying/desk-rows.ts";
import type { NamedDatabase } from "../../adapters/store/engine/engine.ts";
import { databaseAt } from "../../adapters/store/engine/engines.ts";
import { ok, type Result } from "../../core/result.ts";
import type { DatabaseName } from "../../core/settings/database-name.ts";
import { refuseInUse } from "./begin-or-resume.ts";
import { compareWith, type DeskDatabase, endOf } from "./compare-desks.ts";
import { type CopyEnd, type CopyHearing, STOPPED } from "./copy-hearing.ts";
import { holdTarget } from "./copy-sides.ts";
import { openExport, type ReadExport } from "./read-export.ts";
import { onDatabase, toldProblem } from "./told-problem.ts";

export type ImportRequest = {
  readonly file: string;
  readonly to: DatabaseName;
  /** Whether what an import left that was not finished is taken away. */
  readonly isAnew: boolean;
};

/**
 * Writes an export into a database that has no desk, and compares both. The database is marked as unfinished until it is
 * whole, so that nothing else uses it. The error is a sentence.
 */
export async function importDesk(
  { file, to, isAnew }: ImportRequest,
  hearing: CopyHearing,
): Promise<Result<CopyEnd, string>> {
  const closers: (() => Promise<void>)[] = [];
  try {
    const exported = await openExport(file);
    await refuseOlder(databaseAt(to));
    const held = await holdTarget(databaseAt(to), (close) => void closers.push(close));
    await makeEmpty(held.target, isAnew);
    const end = await write(exported, held, hearing);
    if (end.kind === "equal") await finish(held.target, exported);
    return ok(end);
  } catch (cause) {
    return endOf(cause);
  } finally {
    for (const close of closers.toReversed()) await close().catch(() => {});
  }
}

/** A database that exists is only read before it is known to be of this version: opening it for writing would bring it up to date. */
async function refuseOlder(database: NamedDatabase): Promise<void> {
  if (!(await onDatabase(database, database.exists))) return;
  const options = { mayBeUnfinished: true };
  const opened = await onDatabase(database, () => database.openReadOnly(options));
  if (!opened.ok) throw toldProblem(opened.error.message);
  await opened.value.close();
}

async function makeEmpty({ database, opened }: DeskDatabase, isAnew: boolean): Promise<void> {
  const place = await onDatabase(database, () => loadPlace(opened.db));
  if (place === null) return refuseInUse({ database, opened });
  if (!isAnew) {
    throw toldProblem(
      `${database.label} holds a copy that was not finished. Begin anew with --restart.`,
    );
  }
  await onDatabase(database, async () => {
    await savePlace(opened.db, { ...place, step: "emptying" });
    await emptyTables(opened.db);
  });
}

async function write(
  { read, rows }: ReadExport,
  { target, requireHeld }: Awaited<ReturnType<typeof holdTarget>>,
  hearing: CopyHearing,
): Promise<CopyEnd> {
  const { database, opened } = target;
  const work: CopyWork = {
    read,
    write: (change) => onDatabase(database, () => opened.db.transaction().execute(change)),
  };
  const place = await beginCopy(work);
  hearing.onPhase("copying", rows, place.rows);
  await copyRows(work, place, {
    onRows(some) {
      hearing.onRows(some);
      requireHeld();
      if (hearing.isStopped()) throw STOPPED;
    },
    onTable: hearing.onCopied,
  });
  hearing.onPhase("comparing", rows, 0);
  const options = { mayBeUnfinished: true };
  const reading = await onDatabase(database, () => database.openReadOnly(options));
  if (!reading.ok) throw toldProblem(reading.error.message);
  return compareWith({ database, opened: reading.value }, read, hearing).finally(
    reading.value.close,
  );
}

const finish = ({ database, opened }: DeskDatabase, { head }: ReadExport): Promise<void> =>
  onDatabase(database, async () => {
    await opened.numbering.goOnAfter(new Map(Object.entries(head.numbers)));
    await clearPlace(opened.db);
  });
