import { setImmediate as nextTurn } from "node:timers/promises";
import { describe, expect, it, onTestFinished } from "vitest";
import { lockIngest } from "../../../src/adapters/store/engine/sqlite/ingest-lock.ts";
import { openDatabase } from "../../../src/adapters/store/engine/sqlite/open-database.ts";
import { createOrderBook } from "../../../src/adapters/store/queues/order-book.ts";
import type { LeasedOrder } from "../../../src/core/orders/order.ts";
import type { OrderBook } from "../../../src/core/orders/order-book.ts";
import { load } from "../../../src/service/load.ts";
import { askDesk } from "../../../src/service/orders/ask-desk.ts";
import { askForPass, type PassToAsk } from "../../../src/service/orders/ask-for-pass.ts";
import { layDesk } from "../../support/desk.ts";

/** A desk whose database a service holds, and whose passes a test carries out. */
async function served() {
  const desk = layDesk();
  const opened = await openDatabase(desk.database);
  const lock = lockIngest(desk.database, { name: "the service", kind: "service" });
  const loaded = load({ config: desk.config }, { environment: {} });
  if (!lock.ok || !opened.ok || !loaded.ok) throw new Error("the desk could not be laid");
  onTestFinished(async () => {
    await lock.value.release();
    await opened.value.close();
    desk.remove();
  });
  const config = loaded.value;
  const ask = (over: Partial<PassToAsk> = {}) =>
    askForPass({ config, scope: EVERY, onReport: () => {}, isStopped: () => false, ...over });
  return { ask, orders: createOrderBook(opened.value.db), leave: lock.value.release };
}

const EVERY = { all: true, sources: [] };

async function taken(orders: OrderBook): Promise<LeasedOrder<"pass">> {
  for (;;) {
    const leased = await orders.lease(["pass"], 60_000);
    if (leased !== null) return leased;
    await nextTurn();
  }
}

describe("a pass that is ordered of a service", () => {
  it("hands on what is told of it, each line once, until it is done", async () => {
    const { ask, orders } = await served();
    const told: unknown[] = [];
    const asked = ask({ onReport: (report) => told.push(report) });
    const { lease, order } = await taken(orders);
    expect(order).toEqual({ kind: "pass", scope: EVERY });
    await orders.tell(lease, { source: "valley" });
    await orders.tell(lease, { source: "hill" });
    await orders.settle(lease, { state: "done", answer: null });
    expect(await asked).toBe("done");
    expect(told).toEqual([{ source: "valley" }, { source: "hill" }]);
  });

  it("is refused with its reason", async () => {
    const { ask, orders } = await served();
    const asked = ask();
    const { lease } = await taken(orders);
    await orders.settle(lease, { state: "failed", reason: "the disk is full" });
    expect(await asked).toEqual({ message: "the disk is full" });
  });

  it("is taken back when it is stopped before somebody begins it", async () => {
    const { ask, orders } = await served();
    expect(await ask({ isStopped: () => true })).toBe("taken-back");
    expect(await orders.lease(["pass"], 1)).toBeNull();
  });

  it("is left to the service when it is stopped after that", async () => {
    const { ask, orders } = await served();
    let isStopped = false;
    const asked = ask({ isStopped: () => isStopped });
    await taken(orders);
    isStopped = true;
    expect(await asked).toBe("begun");
  });

  it("is for the command itself when the service leaves, also one that was begun and given back", async () => {
    const { ask, orders, leave } = await served();
    const asked = ask();
    const { lease } = await taken(orders);
    await orders.giveBack(lease);
    await leave();
    expect(await asked).toBe("left");
  });
});

it("an order that is left stays in the book under its number", async () => {
  const { orders } = await served();
  const asked = await askDesk(orders, {
    order: { kind: "pass", scope: EVERY },
    asker: "admin",
    onLine: () => {},
    isStopped: () => true,
    onStop: "leave",
    isDeskEmpty: async () => false,
    silenceMs: 1000,
  });
  expect(asked).toMatchObject({ state: "waiting" });
  const { lease } = await taken(orders);
  expect(asked).toEqual({ state: "waiting", id: lease.id });
});
