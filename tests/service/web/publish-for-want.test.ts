import { expect, it, onTestFinished, vi } from "vitest";
import { publishOrderOf } from "../../../src/service/publishing/publish-order.ts";
import { turnKeyOf } from "../../../src/service/publishing/turn-key.ts";
import { publishForWant } from "../../../src/service/web/publish-for-want.ts";
import { NOW } from "../../support/builders.ts";
import { aFeed, aSite } from "../../support/entries.ts";

const ORDER = publishOrderOf({ site: aSite(), feeds: [aFeed()] }, "1.0.0");
const OTHER = publishOrderOf({ site: aSite({ title: "Another" }), feeds: [] }, "1.0.0");

/** A web process on a store whose publisher, revision and holds the test sets. */
function aWebProcess() {
  vi.useFakeTimers();
  onTestFinished(() => void vi.useRealTimers());
  const world = {
    idleMs: null as number | null,
    version: 1,
    revision: 1,
    lastTurn: null as string | null,
    holdEndsAt: null as number | null,
    order: ORDER,
    isBroken: false,
  };
  const seen = { published: [] as number[], looks: 0, states: [] as unknown[], rivals: 0 };
  const stop = publishForWant({
    leases: { idleMs: async () => world.idleMs },
    log: {
      lastTurn: async () => {
        seen.looks += 1;
        return world.lastTurn;
      },
    },
    revision: async () => world.revision,
    nextHoldEnd: async () => world.holdEndsAt,
    dataVersion: async () => world.version,
    order: () => world.order,
    async publish(order) {
      if (world.isBroken) throw new Error("disk full");
      seen.published.push(world.revision);
      Object.assign(world, { holdEndsAt: null, idleMs: 0, version: world.version + 1 });
      world.lastTurn = turnKeyOf(world.revision, order);
    },
    now: () => NOW,
    onState: (cause) => seen.states.push(cause),
    onRival: () => {
      seen.rivals += 1;
    },
  });
  onTestFinished(stop);
  /** Another process commits. */
  const commit = (change: Partial<typeof world>): void =>
    void Object.assign(world, { version: world.version + 1, ...change });
  return {
    ...{ world, seen, published: seen.published, commit },
    wait: (ms = 1000) => vi.advanceTimersByTimeAsync(ms),
  };
}

it("publishes what nobody has ever published, once", async () => {
  const { published, world, wait } = aWebProcess();
  await wait();
  world.idleMs = 60_000;
  await wait();
  expect(published).toEqual([1]);
});

it.each([0, 1_999])("leaves it to a publisher that was there %i ms ago", async (idleMs) => {
  const { published, world, commit, wait } = aWebProcess();
  await wait();
  commit({ idleMs, revision: 2 });
  await wait();
  expect(published).toEqual([1]);
  world.idleMs = 2_000;
  await wait();
  expect(published).toEqual([1, 2]);
});

it("shows on time what was held back", async () => {
  const { published, commit, wait } = aWebProcess();
  await wait();
  commit({ idleMs: 60_000, holdEndsAt: NOW + 1 });
  await wait();
  expect(published).toHaveLength(1);
  commit({ holdEndsAt: NOW });
  await wait();
  expect(published).toHaveLength(2);
});

it("asks the store for nothing but the lease while nobody writes", async () => {
  const { seen, world, wait } = aWebProcess();
  await wait();
  world.idleMs = 60_000;
  await wait();
  const before = seen.looks;
  await wait(60_000);
  expect(seen.looks).toBe(before);
});

it.each([
  ["another configuration", OTHER],
  ["another version of the program", publishOrderOf(ORDER, "1.0.1")],
])("publishes anew under %s, though nothing else changed", async (_, order) => {
  const { published, world, wait } = aWebProcess();
  await wait();
  Object.assign(world, { idleMs: 60_000, order });
  await wait();
  expect(published).toEqual([1, 1]);
});

it("what failed is told, tried again, and told as over", async () => {
  const { seen, published, world, commit, wait } = aWebProcess();
  await wait();
  world.isBroken = true;
  commit({ idleMs: 60_000, revision: 2 });
  await wait();
  expect(seen.states.at(-1)).toEqual(new Error("disk full"));
  world.isBroken = false;
  await wait(5_000);
  expect([published, seen.states.at(-1)]).toEqual([[1, 2], null]);
});

it("tells once of a process that publishes another configuration in turn with it", async () => {
  const { seen, commit, wait } = aWebProcess();
  await wait();
  for (let n = 0; n < 3; n += 1) {
    commit({ idleMs: 60_000, lastTurn: turnKeyOf(1, OTHER) });
    await wait();
  }
  expect([seen.rivals, seen.published.length]).toEqual([1, 4]);
});

it("a publisher before it with another configuration is no rival", async () => {
  const { seen, world, wait } = aWebProcess();
  Object.assign(world, { idleMs: 60_000, lastTurn: turnKeyOf(1, OTHER) });
  await wait();
  expect([seen.rivals, seen.published.length]).toEqual([0, 1]);
});
