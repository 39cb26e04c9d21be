import { clearPlace } from "../../adapters/store/copying/copy-place.ts";
import { type CopyWork, copyRows } from "../../adapters/store/copying/copy-rows.ts";
import type { RowNumbers } from "../../adapters/store/engine/engine.ts";
import { ok, type Result } from "../../core/result.ts";
import type { DatabaseName } from "../../core/settings/database-name.ts";
import { beginOrResume } from "./begin-or-resume.ts";
import { compareWith, endOf, onSnapshot, type Snapshot } from "./compare-desks.ts";
import { type CopyEnd, type CopyHearing, STOPPED } from "./copy-hearing.ts";
import { type CopySides, openSides } from "./copy-sides.ts";
import { onDatabase, toldProblem } from "./told-problem.ts";

export type CopyRequest = {
  readonly from: DatabaseName;
  readonly to: DatabaseName;
  /** Whether a copy that was not finished is begun anew. */
  readonly isAnew: boolean;
};

/**
 * Copies a desk into a database that has none, or goes on with a copy that was not finished, and compares both. Until it
 * ends nobody else takes in articles for them, or publishes. The error is a sentence.
 */
export async function copyDesk(
  { from, to, isAnew }: CopyRequest,
  hearing: CopyHearing,
): Promise<Result<CopyEnd, string>> {
  const closers: (() => Promise<void>)[] = [];
  try {
    const sides = await openSides(from, to, (close) => void closers.push(close));
    const copied = await onSnapshot(sides.source, (snapshot) =>
      copySnapshot(snapshot, { sides, isAnew, hearing }),
    );
    if (copied.end.kind === "equal") await finish(sides, copied.numbers);
    return ok(copied.end);
  } catch (cause) {
    return endOf(cause);
  } finally {
    for (const close of closers.toReversed()) await close().catch(() => {});
  }
}

type Copying = {
  readonly sides: CopySides;
  readonly isAnew: boolean;
  readonly hearing: CopyHearing;
};

type Copied = {
  readonly end: CopyEnd;
  /** Of the source. */
  readonly numbers: RowNumbers;
};

async function copySnapshot(
  snapshot: Snapshot,
  { sides, isAnew, hearing }: Copying,
): Promise<Copied> {
  const { source, target, requireHeld } = sides;
  const work: CopyWork = {
    read: snapshot.read,
    write: (write) =>
      onDatabase(target.database, () => target.opened.db.transaction().execute(write)),
  };
  const place = await beginOrResume({ sides, snapshot, work, isAnew });
  hearing.onPhase("copying", snapshot.rows, place.rows);
  await copyRows(work, place, {
    onRows(rows) {
      hearing.onRows(rows);
      requireHeld();
      if (hearing.isStopped()) throw STOPPED;
    },
    onTable: hearing.onCopied,
  });
  const numbers = await source.opened.numbering.last(snapshot.trx);
  hearing.onPhase("comparing", snapshot.rows, 0);
  return { end: await compareCopy(snapshot, sides, hearing), numbers };
}

/** By a connection of its own: the one that writes renews the lease meanwhile. */
async function compareCopy(
  { read }: Snapshot,
  { target: { database } }: CopySides,
  hearing: CopyHearing,
): Promise<CopyEnd> {
  const options = { mayBeUnfinished: true };
  const opened = await onDatabase(database, () => database.openReadOnly(options));
  if (!opened.ok) throw toldProblem(opened.error.message);
  try {
    return await compareWith({ database, opened: opened.value }, read, hearing);
  } finally {
    await opened.value.close();
  }
}

/** From then on it is a desk like any other. */
const finish = ({ target: { database, opened } }: CopySides, numbers: RowNumbers): Promise<void> =>
  onDatabase(database, async () => {
    await opened.numbering.goOnAfter(numbers);
    await clearPlace(opened.db);
  });
