import { hostname } from "node:os";
import type { OpenDatabase } from "../../adapters/store/engine/engine.ts";
import { databaseAt } from "../../adapters/store/engine/engines.ts";
import { createPublishStore } from "../../adapters/store/publishing/publish-store.ts";
import { createBackupLog } from "../../adapters/store/queues/backup-log.ts";
import { createOrderBook } from "../../adapters/store/queues/order-book.ts";
import { createRenameStore } from "../../adapters/store/sources/rename-sources.ts";
import type { Config } from "../../config/config.ts";
import { LEASE_MS } from "../../core/lease.ts";
import type {
  OrderAnswers,
  OrderKind,
  OrderLines,
  OrderOf,
  OrderOutcome,
} from "../../core/orders/order.ts";
import type { OrderBook } from "../../core/orders/order-book.ts";
import { err, ok, type Result } from "../../core/result.ts";
import type { Desk, ServiceKind } from "../../desk/carry-out.ts";
import { createEditingDesk } from "../../desk/desk.ts";
import { holdOrder } from "../../desk/hold-order.ts";
import { createConfigurationEditor } from "../editing/configuration-editor.ts";
import { createIds } from "../ingesting/ids.ts";
import { revisingDeps } from "../ingesting/revising-deps.ts";
import type { Io } from "../io.ts";
import { openForWriting } from "../open-existing.ts";
import { createReadingPool } from "../reading/reading-pool.ts";
import { askDesk } from "./ask-desk.ts";

/** The kinds of orders that a command can carry out itself. */
type EditKind = Exclude<OrderKind, ServiceKind>;

/** Has one order carried out, and returns its answer; the error is a sentence. */
export type OrderOnce = <Kind extends EditKind>(
  ordered: OrderOf<Kind>,
  hearing?: Hearing<Kind>,
) => Promise<Result<OrderAnswers[Kind], string>>;

/** How the asker of a long order hears of it and stops it. */
export type Hearing<Kind extends OrderKind> = {
  readonly onLine: (line: OrderLines[Kind]) => void;
  /** Whether the order is to stop as soon as it can; its answer then says how far it came. */
  readonly isStopped: () => boolean;
};

const NOT_HEARING = { onLine: () => {}, isStopped: () => false };

/** Whose desk an order is for. */
export type Desktop = { readonly config: Config; readonly io: Pick<Io, "environment"> };

type Ordering<Kind extends EditKind> = Desktop & {
  readonly order: OrderOf<Kind>;
  readonly hearing: Hearing<Kind>;
  readonly db: OpenDatabase["db"];
  readonly book: OrderBook;
};

/** A service takes an order within a second, and so does a pass: a longer silence means a hung process. */
const SILENCE_MS = 60_000;

/**
 * Has an order carried out by the process that ingests into the database. Without such a process carries it out here,
 * in a place of its own. The error is a sentence.
 */
export async function order<Kind extends EditKind>(
  { config, io }: Desktop,
  ordered: OrderOf<Kind>,
  hearing: Hearing<Kind> = NOT_HEARING,
): Promise<Result<OrderAnswers[Kind], string>> {
  const opened = await openForWriting(config.database);
  if (!opened.ok) return opened;
  const { db, close } = opened.value;
  try {
    const book = createOrderBook(db);
    return await carryOutOrAsk({ config, io, order: ordered, hearing, db, book });
  } catch (cause) {
    const obstacle = databaseAt(config.database).obstacleIn(cause);
    if (obstacle !== null) return err(`it cannot be stored. ${obstacle}`);
    const why = cause instanceof Error ? cause.message : String(cause);
    return err(`it cannot be stored (${why}): check free space and permissions`);
  } finally {
    await close();
  }
}

async function carryOutOrAsk<Kind extends EditKind>(
  ordering: Ordering<Kind>,
): Promise<Result<OrderAnswers[Kind], string>> {
  const { config, io, order: ordered, hearing, db, book } = ordering;
  if (isEdit(ordered) && databaseAt(config.database).isShared) {
    const { editShared } = await import("../editing/edit-shared.ts");
    const edited = await editShared(ordered, { config, io, db, book });
    return edited as Result<OrderAnswers[Kind], string>;
  }
  for (;;) {
    const name = `process ${process.pid} on ${hostname()}`;
    const place = await databaseAt(config.database).enterIngest({ name, kind: "pass" });
    if (place.ok) return carryOutHere(ordering).finally(place.value.release);
    const asked = await askDesk(book, {
      order: ordered,
      asker: "command",
      silenceMs: SILENCE_MS,
      ...hearing,
      onStop: "stop",
      isDeskEmpty: () => databaseAt(config.database).isIngestFree(),
    });
    if (asked.state === "done") return ok(asked.answer);
    if (asked.state === "refused" || asked.state === "failed") return err(asked.reason);
    if (asked.state !== "left") return err("the process that holds this database does not answer");
  }
}

const isEdit = (ordered: OrderOf<EditKind>): ordered is OrderOf<"edit-configuration"> =>
  ordered.kind === "edit-configuration";

async function carryOutHere<Kind extends EditKind>({
  config,
  io,
  order: ordered,
  hearing,
  db,
  book,
}: Ordering<Kind>): Promise<Result<OrderAnswers[Kind], string>> {
  const pool = createReadingPool(1);
  const problems: unknown[] = [];
  try {
    const desk = createEditingDesk({
      revising: await revisingDeps(db, pool, () => config),
      editing: {
        configuration: createConfigurationEditor({ io, current: () => config, isFollowing: false }),
        renames: createRenameStore(db),
      },
      fallbackEntryId: createIds((await createPublishStore(db).instance()).id).fallbackEntryId,
      backups: createBackupLog(db),
    });
    const lease = await book.begin(ordered, "command", LEASE_MS);
    const onProblem = (cause: unknown): void => void problems.push(cause);
    const deps = { book, desk: desk as Desk, onProblem, asker: hearing };
    const outcome = await holdOrder<Kind>({ lease, order: ordered }, deps);
    // Throws the cause itself: the outcome says "see the log", and there is no log here.
    if (problems.length > 0) throw problems[0];
    return resultOf<Kind>(outcome);
  } finally {
    await pool.close();
  }
}

const resultOf = <Kind extends EditKind>(
  outcome: OrderOutcome,
): Result<OrderAnswers[Kind], string> =>
  outcome.state === "done" ? ok(outcome.answer as OrderAnswers[Kind]) : err(outcome.reason);
