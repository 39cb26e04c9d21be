import { expect, it, onTestFinished, vi } from "vitest";
import { ok } from "../../../src/core/result.ts";
import { turnKeyOf } from "../../../src/service/publishing/turn-key.ts";
import { publishForWant } from "../../../src/service/web/publish-for-want.ts";
import { NOW } from "../../support/builders.ts";
import { aFeed, aSite } from "../../support/entries.ts";

const ORDER = { site: aSite(), feeds: [aFeed()] };

/** A web process on a store whose publisher, revision and holds the test sets. */
function aWebProcess() {
  vi.useFakeTimers();
  onTestFinished(() => void vi.useRealTimers());
  const world = {
    idleMs: null as number | null,
    revision: 1,
    lastTurn: null as string | null,
    holdEndsAt: null as number | null,
  };
  const published: number[] = [];
  const stop = publishForWant({
    leases: { idleMs: async () => world.idleMs },
    log: { lastTurn: async () => world.lastTurn },
    revision: async () => world.revision,
    nextHoldEnd: async () => world.holdEndsAt,
    order: () => ORDER,
    pool: {
      run: async () => {
        published.push(world.revision);
        world.lastTurn = turnKeyOf(world.revision, ORDER);
        world.holdEndsAt = null;
        world.idleMs = 0;
        return ok(true as never);
      },
    },
    now: () => NOW,
    onProblem: (cause) => expect.fail(String(cause)),
  });
  onTestFinished(stop);
  return { world, published, wait: () => vi.advanceTimersByTimeAsync(1000) };
}

it("publishes what nobody has ever published, once", async () => {
  const { published, world, wait } = aWebProcess();
  await wait();
  world.idleMs = 60_000;
  await wait();
  expect(published).toEqual([1]);
});

it.each([0, 1_999])("leaves it to a publisher that was there %i ms ago", async (idleMs) => {
  const { published, world, wait } = aWebProcess();
  await wait();
  Object.assign(world, { idleMs, revision: 2 });
  await wait();
  expect(published).toEqual([1]);
  world.idleMs = 2_000;
  await wait();
  expect(published).toEqual([1, 2]);
});

it("shows on time what was held back", async () => {
  const { published, world, wait } = aWebProcess();
  await wait();
  Object.assign(world, { idleMs: 60_000, holdEndsAt: NOW + 1 });
  await wait();
  expect(published).toHaveLength(1);
  world.holdEndsAt = NOW;
  await wait();
  expect(published).toHaveLength(2);
});
