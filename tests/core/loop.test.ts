import { beforeEach, expect, it, onTestFinished, vi } from "vitest";
import { type Loop, startLoop } from "../../src/core/loop.ts";

beforeEach(() => {
  vi.useFakeTimers();
  onTestFinished(() => void vi.useRealTimers());
});

/** A loop whose turns a test watches, each saying when the next is due. */
function aLoop(waits: readonly (number | null | Error)[], work?: () => Promise<void>, firstMs = 0) {
  const seen = { turns: 0, problems: [] as unknown[], underWay: 0, most: 0 };
  const loop: Loop = startLoop({
    async turn() {
      const wait = waits[seen.turns] ?? null;
      seen.turns += 1;
      seen.underWay += 1;
      seen.most = Math.max(seen.most, seen.underWay);
      await work?.();
      seen.underWay -= 1;
      if (wait instanceof Error) throw wait;
      return wait;
    },
    onProblem: (cause) => seen.problems.push(cause),
    retryMs: 1000,
    firstMs,
  });
  onTestFinished(loop.stop);
  return { loop, seen };
}

const pass = (ms: number): Promise<unknown> => vi.advanceTimersByTimeAsync(ms);

it("has its first turn at once, and each as late as the one before said", async () => {
  const { seen } = aLoop([200, 5000]);
  await pass(0);
  expect(seen.turns).toBe(1);
  await pass(199);
  expect(seen.turns).toBe(1);
  await pass(1);
  expect(seen.turns).toBe(2);
  await pass(4999);
  expect(seen.turns).toBe(2);
  await pass(1);
  expect(seen.turns).toBe(3);
});

it("waits for ever when a turn says so, until somebody wakes it", async () => {
  const { loop, seen } = aLoop([null, null]);
  await pass(86_400_000);
  expect(seen.turns).toBe(1);
  loop.wake();
  await pass(0);
  expect(seen.turns).toBe(2);
});

it("is woken before its time, and not twice for that", async () => {
  const { loop, seen } = aLoop([5000, 5000, 5000]);
  await pass(1000);
  loop.wake();
  loop.wake();
  await pass(4999);
  expect(seen.turns).toBe(2);
  await pass(1);
  expect(seen.turns).toBe(3);
});

it("has another turn right after the one in which it was woken, never two at once", async () => {
  const release: (() => void)[] = [];
  const { loop, seen } = aLoop([null, null], () => new Promise((resolve) => release.push(resolve)));
  await pass(0);
  loop.wake();
  await pass(1000);
  expect(seen.turns).toBe(1);
  release.shift()?.();
  await pass(0);
  expect(seen.turns).toBe(2);
  release.shift()?.();
  await pass(60_000);
  expect([seen.turns, seen.most]).toEqual([2, 1]);
});

it("says that a turn failed, and tries again a little later", async () => {
  const { seen } = aLoop([new Error("disk gone"), null]);
  await pass(999);
  expect([seen.turns, seen.problems]).toEqual([1, [new Error("disk gone")]]);
  await pass(1);
  expect([seen.turns, seen.problems.length]).toEqual([2, 1]);
});

it("begins no turn once it is stopped, and ends when the present one has", async () => {
  const release: (() => void)[] = [];
  const { loop, seen } = aLoop([null], () => new Promise((resolve) => release.push(resolve)));
  await pass(0);
  let isStopped = false;
  const stopping = loop.stop().then(() => {
    isStopped = true;
  });
  await pass(60_000);
  expect(isStopped).toBe(false);
  release.shift()?.();
  await stopping;
  await pass(60_000);
  expect(seen.turns).toBe(1);
  await loop.stop();
});

it.each([null, 5000])("is stopped while it waits (%s), and leaves no timer", async (wait) => {
  const { loop, seen } = aLoop([wait]);
  await pass(0);
  await loop.stop();
  expect(vi.getTimerCount()).toBe(0);
  await pass(60_000);
  expect(seen.turns).toBe(1);
});

it("has its first turn later when it is told so, and at once when it is woken", async () => {
  const { loop, seen } = aLoop([null], undefined, 300);
  await pass(299);
  expect(seen.turns).toBe(0);
  loop.wake();
  await pass(0);
  expect(seen.turns).toBe(1);
});
