import { join } from "node:path";
import { describe, expect, it, onTestFinished, vi } from "vitest";
import { createOrderBook } from "../../../src/adapters/store/queues/order-book.ts";
import type { SourceReport } from "../../../src/core/intake/source-report.ts";
import type { Order, OrderOutcome } from "../../../src/core/orders/order.ts";
import { err, ok } from "../../../src/core/result.ts";
import type { Desk } from "../../../src/desk/carry-out.ts";
import { takeOrders } from "../../../src/service/orders/take-orders.ts";
import { openNew } from "../../adapters/store/open-store.ts";
import { temporaryFolder } from "../../support/temporary-folder.ts";

const PASS: Order = { kind: "pass", scope: { all: true, sources: [] } };
const KEEP: Order = { kind: "keep-lines", articleId: "a1", lines: ["Eine Zeile"] };
const LOG = { info: () => {}, warn: () => {}, error: () => {} };

type OrderedHere = Pick<Desk, "pass" | "keep-lines" | "forget-kept-lines">;

/** An order book, and a desk that carries out what is ordered as a test says. */
async function aDesk(over: Partial<OrderedHere> = {}) {
  const { db } = await openNew(join(temporaryFolder(), "offprint.db"));
  const book = createOrderBook(db);
  const desk: OrderedHere = {
    pass: async () => ok(null),
    "keep-lines": async () => ok(null),
    "forget-kept-lines": async () => err("no line of this article is kept"),
    ...over,
  };
  const stop = takeOrders({ book, desk, log: LOG });
  onTestFinished(stop);
  const ends = (id: number, end: OrderOutcome) =>
    vi.waitFor(async () => expect(await book.look(id, 0)).toMatchObject(end), { timeout: 20_000 });
  return { book, stop, ends };
}

const DONE: OrderOutcome = { state: "done", answer: null };

describe("whoever takes orders", () => {
  it("carries each out, tells what is told of it, and answers", async () => {
    const report: SourceReport = {
      ...{ source: "valley", outcome: "ok", fetched: 1, items: 2, new: 1 },
      ...{ updated: 0, unchanged: 1, merged: 0, failed: 0, ms: 3 },
    };
    const { book, ends } = await aDesk({
      async pass(_, { tell }) {
        tell(report);
        return ok(null);
      },
    });
    const [pass, forget] = [
      await book.place(PASS, "command"),
      await book.place({ kind: "forget-kept-lines", articleId: "a1" }, "admin"),
    ];
    await ends(pass, DONE);
    expect((await book.look(pass, 0)).lines).toEqual([report]);
    await ends(forget, { state: "refused", reason: "no line of this article is kept" });
  });

  it("lets a short order pass a long one", async () => {
    let finish = (): void => {};
    const { book, ends } = await aDesk({
      pass: () => new Promise((resolve) => (finish = () => resolve(ok(null)))),
    });
    const pass = await book.place(PASS, "command");
    await ends(await book.place(KEEP, "admin"), DONE);
    expect(await book.look(pass, 0)).toMatchObject({ state: "leased" });
    finish();
    await ends(pass, DONE);
  });

  it("keeps places for short orders, however many passes are ordered", async () => {
    const under = { way: 0 };
    const { book, ends } = await aDesk({
      pass: () => {
        under.way += 1;
        return new Promise(() => {});
      },
    });
    for (let n = 0; n < 20; n += 1) await book.place(PASS, "command");
    await ends(await book.place(KEEP, "admin"), DONE);
    expect(under.way).toBe(4);
  });

  it("begins the next as soon as one is done, however many wait", async () => {
    vi.useFakeTimers({ toFake: ["setTimeout"] });
    onTestFinished(() => void vi.useRealTimers());
    const nextTurn = () => new Promise((resolve) => setImmediate(resolve));
    const { book } = await aDesk({
      async "keep-lines"() {
        for (let turn = 0; turn < 20; turn += 1) await nextTurn();
        return ok(null);
      },
    });
    const ids: number[] = [];
    for (let n = 0; n < 40; n += 1) ids.push(await book.place(KEEP, "admin"));
    // One look finds eight; no other one comes by itself.
    await vi.advanceTimersByTimeAsync(250);
    const isDone = async (id: number) => (await book.look(id, 0)).state === "done";
    const last = ids.at(-1) ?? 0;
    for (let turn = 0; turn < 5000 && !(await isDone(last)); turn += 1) await nextTurn();
    expect(await Promise.all(ids.map(isDone))).toEqual(ids.map(() => true));
  });

  it("says that what it could not store failed, and goes on", async () => {
    const { book, ends } = await aDesk({
      "keep-lines": async () => {
        throw new Error("SQLITE_FULL");
      },
    });
    const reason = "it cannot be stored: see the log, then try again";
    await ends(await book.place(KEEP, "admin"), { state: "failed", reason });
    await ends(await book.place(PASS, "command"), DONE);
  });

  it("gives back what it has not done when it is stopped", async () => {
    const { book, stop } = await aDesk({ pass: () => new Promise(() => {}) });
    const id = await book.place(PASS, "command");
    await vi.waitFor(async () => expect(await book.look(id, 0)).toMatchObject({ state: "leased" }));
    await stop();
    expect(await book.look(id, 0)).toMatchObject({ state: "waiting" });
    expect(await book.lease(["pass"], 60_000)).toMatchObject({ order: PASS });
  });
});
