import { existsSync } from "node:fs";
import { hostname } from "node:os";
import type { Log } from "../../adapters/log.ts";
import { createAudienceStore } from "../../adapters/store/audience.ts";
import { type OpenDatabase, openDatabase } from "../../adapters/store/open-database.ts";
import { createOrderBook } from "../../adapters/store/order-book.ts";
import type { OrderKind, OrderOf } from "../../core/orders/order.ts";
import { err, ok, type Result } from "../../core/result.ts";
import { type Asked, askDesk } from "./ask-desk.ts";

/** What a web process writes: orders, and how many readers it counts. */
export type WebDesk = {
  /** The error is a sentence. */
  readonly order: <Kind extends OrderKind>(order: OrderOf<Kind>) => Promise<Result<null, string>>;
  readonly noteAudience: (subscribers: number) => void;
  readonly close: () => Promise<void>;
};

/** One article is drafted again in well under a second; a worker that hangs is killed within ten. */
const PATIENCE_MS = 20_000;

/** Opens the database for writing when something is to be written first: whoever reads feeds needs no such connection. */
export function createWebDesk(database: string, log: Log): WebDesk {
  let opening: ReturnType<typeof openDatabase> | null = null;
  const open = async (): Promise<Result<OpenDatabase, string>> => {
    const held = opening;
    const former = await held?.catch(() => null);
    // Nobody reads orders in a file that was removed or replaced.
    const isOver = !former?.ok || former.value.place() !== "in-place";
    if (isOver && opening === held) {
      opening = null;
      if (former?.ok) await former.value.close();
    }
    if (opening === null && !existsSync(database)) return err(`there is no database ${database}`);
    opening ??= openDatabase(database, { isChecked: true });
    const opened = await opening;
    return opened.ok ? opened : err(opened.error.message);
  };
  return {
    async order(order) {
      const opened = await open();
      return opened.ok ? ask(opened.value, order) : opened;
    },
    noteAudience(subscribers) {
      // Nobody reads, and nobody did: nothing is to be written.
      if (subscribers === 0 && opening === null) return;
      note(open, subscribers).catch((cause: unknown) =>
        log.warn({ err: cause }, "the number of readers could not be noted"),
      );
    },
    async close() {
      const opened = await opening?.catch(() => null);
      if (opened?.ok) await opened.value.close();
    },
  };
}

async function ask<Kind extends OrderKind>(
  { db }: OpenDatabase,
  order: OrderOf<Kind>,
): Promise<Result<null, string>> {
  const deadline = Date.now() + PATIENCE_MS;
  const asked = await askDesk(createOrderBook(db), {
    ...{ order, asker: "admin", onLine: () => {}, silenceMs: Number.POSITIVE_INFINITY },
    isStopped: () => Date.now() > deadline,
    isDeskEmpty: () => false,
  });
  return resultOf(asked);
}

function resultOf(asked: Asked<OrderKind>): Result<null, string> {
  switch (asked.state) {
    case "done":
      return ok(null);
    case "refused":
      return err(asked.reason);
    case "begun":
      return err("it is still being done: look again in a moment");
    case "left":
    case "silent":
    case "taken-back":
      return err("the ingest side does not answer");
  }
}

async function note(
  open: () => Promise<Result<OpenDatabase, string>>,
  subscribers: number,
): Promise<void> {
  const opened = await open();
  if (!opened.ok) throw new Error(opened.error);
  const process_ = `${hostname()} ${process.pid}`;
  await createAudienceStore(opened.value.db).note(process_, subscribers);
}
