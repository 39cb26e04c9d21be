import { loadPlace } from "../../adapters/store/copying/copy-place.ts";
import { nameOfDesk } from "../../adapters/store/copying/desk-rows.ts";
import type { NamedDatabase, OpenDatabase } from "../../adapters/store/engine/engine.ts";
import { databaseAt } from "../../adapters/store/engine/engines.ts";
import type { Result } from "../../core/result.ts";
import type { DatabaseName } from "../../core/settings/database-name.ts";
import { openForReading } from "../open-existing.ts";
import type { DeskDatabase } from "./compare-desks.ts";
import { holdDatabase } from "./held-database.ts";
import { onDatabase, toldProblem } from "./told-problem.ts";

/** Source and target of a copy. Nobody else takes in articles for them, or publishes from them. */
export type CopySides = {
  /** Open for reading only. */
  readonly source: DeskDatabase;
  /** Open for writing. */
  readonly target: DeskDatabase;
  /** Throws when another process publishes from one of them now. */
  readonly requireHeld: () => void;
};

/** Takes note of how to close what was opened, to be done in the reverse order. */
export type NoteClosing = (close: () => Promise<void>) => void;

/** Makes the target if there is none. Throws told problems. */
export async function openSides(
  from: DatabaseName,
  to: DatabaseName,
  closing: NoteClosing,
): Promise<CopySides> {
  const [source, target] = [databaseAt(from), databaseAt(to)];
  if (source.label === target.label) {
    throw toldProblem(
      `${source.label} is both source and target. Name another database with --to.`,
    );
  }
  const opened = valueOrTold(await onDatabase(source, () => openForReading(from)));
  closing(opened.close);
  const writing = { isChecked: true, mustExist: true };
  const fromHeld = await hold(source, await open(source, writing), closing);
  await refuseUnlessFit(target, opened);
  const held = await holdTarget(target, closing);
  return {
    source: { database: source, opened },
    target: held.target,
    requireHeld() {
      fromHeld.requireHeld();
      held.requireHeld();
    },
  };
}

/** Opens a database to be written, and makes it if there is none; alone in it. Throws told problems. */
export async function holdTarget(
  database: NamedDatabase,
  closing: NoteClosing,
): Promise<Pick<CopySides, "target" | "requireHeld">> {
  const copying = { isChecked: true, mustExist: false, mayBeUnfinished: true };
  const opened = await open(database, copying);
  const { requireHeld } = await hold(database, opened, closing);
  return { target: { database, opened }, requireHeld };
}

const open = async (
  database: NamedDatabase,
  options: Parameters<NamedDatabase["open"]>[0],
): Promise<OpenDatabase> => valueOrTold(await onDatabase(database, () => database.open(options)));

async function hold(database: NamedDatabase, opened: OpenDatabase, closing: NoteClosing) {
  closing(opened.close);
  const held = valueOrTold(await onDatabase(database, () => holdDatabase(database, opened)));
  closing(held.release);
  return held;
}

/**
 * A database that exists is only read before it is known to be of this version, and of no desk in use: opening it for
 * writing would bring it up to date.
 */
async function refuseUnlessFit(target: NamedDatabase, source: OpenDatabase): Promise<void> {
  if (!(await onDatabase(target, target.exists))) return;
  const options = { mayBeUnfinished: true };
  const opened = valueOrTold(await onDatabase(target, () => target.openReadOnly(options)));
  try {
    const isSame = await onDatabase(target, () => isSameDesk(opened, source));
    if (isSame) throw toldProblem(`${target.label} ${IS_SAME}`);
  } finally {
    await opened.close();
  }
}

const IS_SAME =
  "is the same desk: the same database under another name, or a copy of it that was finished. Compare them with --verify.";

async function isSameDesk(copy: OpenDatabase, source: OpenDatabase): Promise<boolean> {
  if ((await loadPlace(copy.db)) !== null) return false;
  return (await nameOfDesk(copy.db)) === (await nameOfDesk(source.db));
}

/** Throws the error of a failure, which is a sentence. */
function valueOrTold<T>(result: Result<T, string | { readonly message: string }>): T {
  if (result.ok) return result.value;
  throw toldProblem(typeof result.error === "string" ? result.error : result.error.message);
}
