import { hostname } from "node:os";
import type { Log } from "../../adapters/log.ts";
import type { OrderKind, OrderOf } from "../../core/orders/order.ts";
import { err, ok, type Result } from "../../core/result.ts";
import type { WebPool } from "../web/web-pool.ts";
import { type Asked, type AskedBook, askDesk } from "./ask-desk.ts";

/** What a web process writes: orders, and how many readers it counts. */
export type WebDesk = {
  /** The error is a sentence. */
  readonly order: <Kind extends OrderKind>(order: OrderOf<Kind>) => Promise<Result<null, string>>;
  readonly noteAudience: (subscribers: number) => Promise<void>;
};

/** One article is drafted again in well under a second; a worker that hangs is killed within ten. */
const PATIENCE_MS = 20_000;

/** Writes in the web side's other thread: SQLite waits in place while another process writes. */
export function createWebDesk(pool: Pick<WebPool, "run">, log: Log): WebDesk {
  const book = bookOf(pool);
  let noted = 0;
  return {
    async order(order) {
      const deadline = Date.now() + PATIENCE_MS;
      try {
        const asked = await askDesk(book, {
          order,
          asker: "admin",
          onLine: () => {},
          silenceMs: Number.POSITIVE_INFINITY,
          isStopped: () => Date.now() > deadline,
          isDeskEmpty: () => false,
        });
        return resultOf(asked);
      } catch (cause) {
        return err(cause instanceof Error ? cause.message : String(cause));
      }
    },
    async noteAudience(subscribers) {
      // Nobody reads, and nobody did: nothing is to be written.
      if (subscribers === 0 && noted === 0) return;
      const process_ = `${hostname()} ${process.pid}`;
      const done = await pool.run("audience", { process: process_, subscribers });
      if (done.ok) noted = subscribers;
      else log.warn({ cause: done.error }, "the number of readers could not be noted");
    },
  };
}

/** Rejects with the pool's sentence. */
const bookOf = (pool: Pick<WebPool, "run">): AskedBook => ({
  place: async (order) => unwrap(await pool.run("place-order", { order })),
  look: async (id, from) => unwrap(await pool.run("look-order", { id, from })),
  cancel: async (id) => unwrap(await pool.run("cancel-order", { id })),
  stop: async (id) => void unwrap(await pool.run("stop-order", { id })),
});

function unwrap<T>(result: Result<T, string>): T {
  if (!result.ok) throw new Error(result.error);
  return result.value;
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
