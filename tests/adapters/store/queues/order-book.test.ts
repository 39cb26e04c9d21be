import { join } from "node:path";
import { sql } from "kysely";
import { describe, expect, it } from "vitest";
import { createAudienceStore } from "../../../../src/adapters/store/publishing/audience.ts";
import { createOrderBook } from "../../../../src/adapters/store/queues/order-book.ts";
import { createPassLog } from "../../../../src/adapters/store/queues/pass-log.ts";
import { decideRestoration } from "../../../../src/core/entries/withdrawing.ts";
import type { Order } from "../../../../src/core/orders/order.ts";
import { err, ok } from "../../../../src/core/result.ts";
import { NOW } from "../../../support/builders.ts";
import { temporaryFolder } from "../../../support/temporary-folder.ts";
import { openFile, openNew } from "../open-store.ts";

const ALL: Order = { kind: "pass", scope: { all: true, sources: [] } };
const VALLEY: Order = { kind: "pass", scope: { all: false, sources: ["valley"] } };
const DONE = { state: "done", answer: null } as const;
const MINUTE_MS = 60_000;

/** Who asks and two who carry out, each with a connection of its own, as processes have them. */
async function threeProcesses() {
  const file = join(temporaryFolder(), "offprint.db");
  const asking = await openNew(file);
  const [one, other] = [await openFile(file), await openFile(file)];
  return {
    asker: createOrderBook(asking.db),
    one: createOrderBook(one.db),
    other: createOrderBook(other.db),
    /** All leases end, as if their time had passed. */
    endLeases: () => sql`UPDATE desk_order SET lease_until = 1`.execute(asking.db),
    /** As if the clock were put back by so much. */
    putClockBack: (ms: number) =>
      sql`UPDATE desk_order SET lease_until = lease_until + ${ms}`.execute(asking.db),
    age: (ms: number) => sql`UPDATE desk_order SET asked_at = asked_at - ${ms}`.execute(asking.db),
  };
}

describe("an order", () => {
  it("is held by one process, the oldest first", async () => {
    const { asker, one, other } = await threeProcesses();
    const first = await asker.place(ALL, "command");
    const second = await asker.place(VALLEY, "admin");
    expect(await one.lease(["withdraw", "restore"], MINUTE_MS)).toBeNull();
    expect(await one.lease(["pass"], MINUTE_MS)).toEqual({
      lease: { id: first, token: 1 },
      order: ALL,
    });
    expect(await other.lease(["pass"], MINUTE_MS)).toMatchObject({
      lease: { id: second },
      order: VALLEY,
    });
    expect(await one.lease(["pass"], MINUTE_MS)).toBeNull();
  });

  it("tells its lines in their order, each once, and then its answer", async () => {
    const { asker, one } = await threeProcesses();
    const id = await asker.place(ALL, "command");
    expect(await asker.look(id, 0)).toEqual({ state: "waiting", lines: [] });
    const leased = await one.lease(["pass"], MINUTE_MS);
    if (leased === null) throw new Error("nothing to lease");
    await one.tell(leased.lease, { source: "valley" });
    await one.tell(leased.lease, { source: "hill" });
    expect(await asker.look(id, 1)).toEqual({ state: "leased", lines: [{ source: "hill" }] });
    expect(await one.settle(leased.lease, { state: "refused", reason: "no such source" })).toBe(
      true,
    );
    expect(await asker.look(id, 2)).toEqual({
      state: "refused",
      reason: "no such source",
      lines: [],
    });
  });

  it("is taken up by another when its lease has ended, and the first one's word counts no more", async () => {
    const { asker, one, other, endLeases } = await threeProcesses();
    const id = await asker.place(ALL, "command");
    const first = await one.lease(["pass"], MINUTE_MS);
    await endLeases();
    const second = await other.lease(["pass"], MINUTE_MS);
    if (first === null || second === null) throw new Error("nothing to lease");
    expect(second.lease).toEqual({ id, token: 2 });
    expect(await one.renew(first.lease, MINUTE_MS)).toBe(false);
    await one.tell(first.lease, { source: "late" });
    expect(await one.settle(first.lease, DONE)).toBe(false);
    expect(await asker.look(id, 0)).toEqual({ state: "leased", lines: [] });
    expect(await other.settle(second.lease, DONE)).toBe(true);
    expect(await asker.look(id, 0)).toEqual({ ...DONE, lines: [] });
  });

  it("is taken up soon also when the clock was put back and its holder is gone", async () => {
    const { asker, one, other, putClockBack } = await threeProcesses();
    const id = await asker.place(ALL, "command");
    const former = await one.lease(["pass"], MINUTE_MS);
    await putClockBack(30 * MINUTE_MS);
    expect(await other.lease(["pass"], MINUTE_MS)).toMatchObject({ lease: { id, token: 2 } });
    expect(await one.lease(["pass"], MINUTE_MS)).toBeNull();
    await putClockBack(30 * MINUTE_MS);
    expect(await one.lease(["pass"], MINUTE_MS)).toMatchObject({ lease: { id, token: 3 } });
    expect(await one.renew(former?.lease ?? { id, token: 1 }, MINUTE_MS)).toBe(false);
  });

  it("stays held while it is renewed", async () => {
    const { asker, one, other, endLeases } = await threeProcesses();
    await asker.place(ALL, "command");
    const leased = await one.lease(["pass"], MINUTE_MS);
    if (leased === null) throw new Error("nothing to lease");
    await endLeases();
    expect(await one.renew(leased.lease, MINUTE_MS)).toBe(true);
    expect(await other.lease(["pass"], MINUTE_MS)).toBeNull();
  });

  it("that ended its holder three times is failed, and the next one has its turn", async () => {
    const { asker, one, endLeases } = await threeProcesses();
    const id = await asker.place(ALL, "command");
    for (const _ of [1, 2, 3]) {
      expect(await one.lease(["pass"], MINUTE_MS)).not.toBeNull();
      await endLeases();
    }
    const next = await asker.place(VALLEY, "command");
    expect(await one.lease(["pass"], MINUTE_MS)).toMatchObject({ lease: { id: next } });
    expect(await asker.look(id, 0)).toMatchObject({
      state: "failed",
      reason: expect.stringContaining("begun 3 times"),
    });
  });

  it("that is given back is another's at once, however often", async () => {
    const { asker, one, other } = await threeProcesses();
    const id = await asker.place(ALL, "command");
    for (const _ of [1, 2, 3, 4]) {
      const leased = await one.lease(["pass"], MINUTE_MS);
      if (leased === null) throw new Error("nothing to lease");
      await one.giveBack(leased.lease);
    }
    expect(await other.lease(["pass"], MINUTE_MS)).toMatchObject({ lease: { id } });
  });

  it("that is given back is not held or answered by who gave it", async () => {
    const { asker, one, other } = await threeProcesses();
    const id = await asker.place(ALL, "command");
    const leased = await one.lease(["pass"], MINUTE_MS);
    if (leased === null) throw new Error("nothing to lease");
    await one.giveBack(leased.lease);
    await one.renew(leased.lease, MINUTE_MS);
    await one.settle(leased.lease, { state: "failed", reason: "it was closed" });
    expect(await other.lease(["pass"], MINUTE_MS)).toMatchObject({ lease: { id } });
  });

  it("can be taken back while nobody carries it out", async () => {
    const { asker, one, endLeases } = await threeProcesses();
    const first = await asker.place(ALL, "command");
    expect(await asker.cancel(first)).toBe(true);
    expect(await one.lease(["pass"], MINUTE_MS)).toBeNull();
    expect(await asker.look(first, 0)).toEqual({ state: "gone", lines: [] });
    const second = await asker.place(ALL, "command");
    await one.lease(["pass"], MINUTE_MS);
    expect(await asker.cancel(second)).toBe(false);
    await endLeases();
    expect(await asker.cancel(second)).toBe(true);
  });

  it("is applied and answered in one transaction, or not at all", async () => {
    const { asker, one, other, endLeases } = await threeProcesses();
    const held = await one.begin(ALL, "command", MINUTE_MS);
    const { id } = held;
    expect(await other.lease(["pass"], MINUTE_MS)).toBeNull();
    const breaks = one.apply(held, async () => {
      throw new Error("SQLITE_FULL");
    });
    await expect(breaks).rejects.toThrow("SQLITE_FULL");
    expect(await asker.look(id, 0)).toMatchObject({ state: "leased" });
    const withdrawn = await one.apply(held, ({ withdrawals }) =>
      withdrawals.restore("a1", (known) => decideRestoration("a1", known, NOW), NOW),
    );
    expect(withdrawn).toEqual(err('there is no article "a1"'));
    expect(await asker.look(id, 0)).toMatchObject({ state: "refused" });
    await endLeases();
    await expect(one.apply(held, async () => ok(null))).rejects.toThrow("held by another");
  });

  it("that its asker carries out itself is another's when the asker is gone", async () => {
    const { asker, one, endLeases } = await threeProcesses();
    const held = await asker.begin(ALL, "command", MINUTE_MS);
    expect(await one.lease(["pass"], MINUTE_MS)).toBeNull();
    expect(await asker.renew(held, MINUTE_MS)).toBe(true);
    await endLeases();
    const taken = await one.lease(["pass"], MINUTE_MS);
    expect(taken).toEqual({ lease: { id: held.id, token: held.token + 1 }, order: ALL });
    expect(await asker.settle(held, DONE)).toBe(false);
  });

  it("is forgotten with its lines when it is old", async () => {
    const { asker, one, age } = await threeProcesses();
    const old = await asker.place(ALL, "command");
    const leased = await one.lease(["pass"], MINUTE_MS);
    if (leased === null) throw new Error("nothing to lease");
    await one.tell(leased.lease, { source: "valley" });
    await age(2 * MINUTE_MS);
    const young = await asker.place(ALL, "command");
    await one.forget(MINUTE_MS);
    expect(await asker.look(old, 0)).toEqual({ state: "gone", lines: [] });
    expect(await asker.look(young, 0)).toMatchObject({ state: "waiting" });
  });
});

it("the readers that all web processes count are added up, without those that are gone", async () => {
  const { db } = await openNew();
  const audience = createAudienceStore(db);
  expect(await audience.total()).toBe(0);
  await audience.note("one", 3);
  await audience.note("one", 5);
  await audience.note("other", 2);
  expect(await audience.total()).toBe(7);
  await sql`UPDATE audience SET counted_at = 1 WHERE process = 'one'`.execute(db);
  expect(await audience.total()).toBe(2);
});

it("the last pass of each node is noted for every process to see, until it is forgotten", async () => {
  const file = join(temporaryFolder(), "offprint.db");
  const [service, web] = [await openNew(file), await openFile(file)];
  const [log, seen] = [createPassLog(service.db), createPassLog(web.db)];
  expect(await seen.all()).toEqual([]);
  const value = JSON.stringify({ at: 1, deadline: 2 });
  await service.db.insertInto("setting").values({ name: "last-pass", value }).execute();
  await log.note({ node: "a", at: 2, deadline: 3 });
  await log.note({ node: "b", at: 3, deadline: null });
  await log.note({ node: "a", at: NOW, deadline: null });
  const [a, b] = [
    { node: "a", at: NOW, deadline: null },
    { node: "b", at: 3, deadline: null },
  ];
  expect(await seen.all()).toEqual([a, b, { node: "", at: 1, deadline: 2 }]);
  await log.forget(1);
  expect(await seen.all()).toEqual([a, b]);
  await log.forget(4);
  expect(await seen.all()).toEqual([a]);
});
