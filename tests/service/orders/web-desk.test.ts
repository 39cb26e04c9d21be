import { rmSync } from "node:fs";
import { join } from "node:path";
import { expect, it, onTestFinished } from "vitest";
import { createAudienceStore } from "../../../src/adapters/store/publishing/audience.ts";
import { createOrderBook } from "../../../src/adapters/store/queues/order-book.ts";
import { err, ok } from "../../../src/core/result.ts";
import { databaseNamed } from "../../../src/core/settings/database-name.ts";
import { takeOrders } from "../../../src/service/orders/take-orders.ts";
import { createWebDesk } from "../../../src/service/orders/web-desk.ts";
import { createWebPool, type WebPool } from "../../../src/service/web/web-pool.ts";
import { openNew } from "../../adapters/store/open-store.ts";
import { temporaryFolder } from "../../support/temporary-folder.ts";

const LOG = { info: () => {}, warn: () => {}, error: () => {} };

it("a web process orders in the file that took the place of its database, and makes none", async () => {
  const file = join(temporaryFolder(), "offprint.db");
  await answered(file);
  const pool = createWebPool(databaseNamed(file));
  onTestFinished(pool.close);
  const web = createWebDesk(pool, LOG);
  const order = () => web.order({ kind: "forget-kept-lines", articleId: "a1" });
  expect(await order()).toEqual({ state: "done", answer: null });
  for (const suffix of ["", "-wal", "-shm"]) rmSync(`${file}${suffix}`, { force: true });
  expect(await order()).toMatchObject({ state: "failed" });
  await answered(file);
  expect(await order()).toEqual({ state: "done", answer: null });
});

/** A database whose orders are all carried out. */
async function answered(file: string): Promise<void> {
  const { db } = await openNew(file);
  const desk = { "forget-kept-lines": async () => ok(null) };
  onTestFinished(takeOrders({ book: createOrderBook(db), desk, log: LOG }));
}

it("an order that was placed waits in the book, though nobody can look at it", async () => {
  const file = join(temporaryFolder(), "offprint.db");
  const { db } = await openNew(file);
  const pool = createWebPool(databaseNamed(file));
  onTestFinished(pool.close);
  const blind: Pick<WebPool, "run"> = {
    run: async (kind, job) => (kind === "look-order" ? err("busy") : pool.run(kind, job)),
  };
  const end = await createWebDesk(blind, LOG).order({
    kind: "forget-kept-lines",
    articleId: "a1",
  });
  expect(end).toEqual({ state: "waiting", id: expect.any(Number) });
  if (end.state !== "waiting") throw new Error(end.state);
  expect(await createOrderBook(db).look(end.id, 0)).toMatchObject({ state: "waiting" });
});

it("how many readers there are is noted while there are any, and once more when they are gone", async () => {
  const file = join(temporaryFolder(), "offprint.db");
  const { db } = await openNew(file);
  const pool = createWebPool(databaseNamed(file));
  onTestFinished(pool.close);
  const noted: number[] = [];
  const watched: Pick<WebPool, "run"> = {
    run: (kind, job) => {
      if ("subscribers" in job) noted.push(job.subscribers);
      return pool.run(kind, job);
    },
  };
  const warnings: string[] = [];
  const web = createWebDesk(watched, {
    ...LOG,
    warn: (_fields, message) => warnings.push(message),
  });
  for (const subscribers of [0, 3, 5, 0, 0]) await web.noteAudience(subscribers);
  expect(noted).toEqual([3, 5, 0]);
  expect(warnings).toEqual([]);
  await web.noteAudience(7);
  expect(await createAudienceStore(db).total()).toBe(7);
  await pool.close();
  await web.noteAudience(8);
  expect(warnings).toEqual(["the number of readers could not be noted"]);
});

it("what became of an order is told by its number, also when nobody carries it out", async () => {
  const file = join(temporaryFolder(), "offprint.db");
  const { db } = await openNew(file);
  const pool = createWebPool(databaseNamed(file));
  onTestFinished(pool.close);
  const web = createWebDesk(pool, LOG);
  const book = createOrderBook(db);
  const id = await book.place({ kind: "forget-kept-lines", articleId: "a1" }, "admin");
  expect(await web.look(id)).toEqual({ state: "waiting", id });
  const held = await book.lease(["forget-kept-lines"], 60_000);
  expect(await web.look(id)).toEqual({ state: "waiting", id });
  if (held) await book.settle(held.lease, { state: "refused", reason: "there is no article" });
  expect(await web.look(id)).toEqual({ state: "refused", reason: "there is no article" });
  expect(await web.look(id + 1)).toBeNull();
});
