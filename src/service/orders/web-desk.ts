import { hostname } from "node:os";
import { setTimeout as sleep } from "node:timers/promises";
import type { Log } from "../../adapters/log.ts";
import type { Order, OrderKind, OrderOf, OrderProgress } from "../../core/orders/order.ts";
import type { OrderEnd } from "../../publish/pages/admin-page.ts";
import { unwrap, type WebPool } from "../web/web-pool.ts";
import { type Asked, type AskedBook, askDesk } from "./ask-desk.ts";

/** What a web process writes: orders, and the number of readers that it counts. */
export type WebDesk = {
  readonly order: <Kind extends OrderKind>(order: OrderOf<Kind>) => Promise<OrderEnd>;
  /** Places an order without waiting for it. @returns its number. */
  readonly place: (order: Order) => Promise<number>;
  /** As `look`, but waits ten seconds at most while the order is not done. */
  readonly await: (id: number) => Promise<OrderEnd | null>;
  /** What became of an order so far; `null` when the book has no order of that number. */
  readonly look: (id: number) => Promise<OrderEnd | null>;
  readonly noteAudience: (subscribers: number) => Promise<void>;
};

/** After this time the answer is "waiting": a browser or a proxy would give up. */
const PATIENCE_MS = 10_000;

/** Writes in the web side's other thread: SQLite blocks its thread while another process writes. */
export function createWebDesk(pool: Pick<WebPool, "run">, log: Log): WebDesk {
  const book = bookOf(pool);
  let noted = 0;
  return {
    async order(order) {
      const deadline = Date.now() + PATIENCE_MS;
      const placed: number[] = [];
      try {
        const asked = await askDesk(noting(book, placed), {
          order,
          asker: "admin",
          onLine: () => {},
          silenceMs: Number.POSITIVE_INFINITY,
          isStopped: () => Date.now() > deadline,
          onStop: "leave",
          isDeskEmpty: async () => false,
        });
        return endOf(asked);
      } catch (cause) {
        // The order is in the book, even if we cannot look: the asker can ask by its number.
        const [id] = placed;
        if (id !== undefined) return { state: "waiting", id };
        return failed(cause instanceof Error ? cause.message : String(cause));
      }
    },
    place: (order) => book.place(order, "admin"),
    await: (id) => awaitEnd(id, book),
    look: (id) => lookAt(id, book),
    async noteAudience(subscribers) {
      // Still no readers: nothing to write.
      if (subscribers === 0 && noted === 0) return;
      const process_ = `${hostname()} ${process.pid}`;
      const done = await pool.run("audience", { process: process_, subscribers });
      if (done.ok) noted = subscribers;
      else log.warn({ cause: done.error }, "the number of readers could not be noted");
    },
  };
}

const LOOK_MS = 100;

async function awaitEnd(id: number, book: Pick<AskedBook, "look">): Promise<OrderEnd | null> {
  const deadline = Date.now() + PATIENCE_MS;
  for (;;) {
    const end = await lookAt(id, book);
    if (end?.state !== "waiting" || Date.now() > deadline) return end;
    await sleep(LOOK_MS);
  }
}

async function lookAt(id: number, book: Pick<AskedBook, "look">): Promise<OrderEnd | null> {
  const { lines: _, ...progress } = await book.look(id, Number.MAX_SAFE_INTEGER);
  return endSoFar(id, progress);
}

const noting = (book: AskedBook, placed: number[]): AskedBook => ({
  ...book,
  async place(order, asker) {
    const id = await book.place(order, asker);
    placed.push(id);
    return id;
  },
});

/** Rejects with the pool's sentence. */
const bookOf = (pool: Pick<WebPool, "run">): AskedBook => ({
  place: async (order) => unwrap(await pool.run("place-order", { order })),
  look: async (id, from) => unwrap(await pool.run("look-order", { id, from })),
  cancel: async (id) => unwrap(await pool.run("cancel-order", { id })),
  stop: async (id) => void unwrap(await pool.run("stop-order", { id })),
});

function endOf(asked: Asked<OrderKind>): OrderEnd {
  switch (asked.state) {
    case "done":
      return { state: "done", answer: asked.answer };
    case "refused":
    case "failed":
    case "waiting":
      return asked;
    case "begun":
    case "left":
    case "silent":
    case "taken-back":
      return failed("the ingest side does not answer");
  }
}

function endSoFar(id: number, progress: OrderProgress): OrderEnd | null {
  switch (progress.state) {
    case "done":
      return { state: "done", answer: progress.answer };
    case "refused":
    case "failed":
      return { state: progress.state, reason: progress.reason };
    case "waiting":
    case "leased":
      return { state: "waiting", id };
    case "gone":
      return null;
  }
}

const failed = (reason: string): OrderEnd => ({ state: "failed", reason });
