import { beforeEach, describe, expect, it, onTestFinished, vi } from "vitest";
import { createWorkerPool, type WorkerPool } from "../../../src/adapters/workers/worker-pool.ts";
import type { TestJob } from "./test-worker.ts";

const entry = new URL("./test-worker.ts", import.meta.url);
const IDLE_MS = 1_000;
const DAY_MS = 86_400_000;

beforeEach(() => {
  // Workers and their messages are real; only how long one is idle is the test's.
  vi.useFakeTimers({ toFake: ["setTimeout", "clearTimeout"] });
  onTestFinished(() => void vi.useRealTimers());
});

function poolOf(options: { readonly idleMs?: number; readonly size?: number } = {}): WorkerPool {
  const pool = createWorkerPool({ entry, size: 1, memoryMb: 64, name: "test", ...options });
  onTestFinished(pool.close);
  return pool;
}

const run = (pool: WorkerPool, job: TestJob) => pool.run(job, { timeoutMs: DAY_MS });
/** How many jobs the worker has answered that answers this one. */
const answered = async (pool: WorkerPool): Promise<unknown> => {
  const result = await run(pool, { do: "echo", value: null });
  return result.ok ? (result.value as { readonly answered: number }).answered : result.error;
};

describe("a worker that has nothing to do", () => {
  it("is ended after its time, and the next job has a new one", async () => {
    const pool = poolOf({ idleMs: IDLE_MS });
    expect(await answered(pool)).toBe(1);
    await vi.advanceTimersByTimeAsync(IDLE_MS);
    expect(await answered(pool)).toBe(1);
  });

  it("goes on when there is a job in time: that begins the time anew", async () => {
    const pool = poolOf({ idleMs: IDLE_MS });
    for (const count of [1, 2, 3]) {
      expect(await answered(pool)).toBe(count);
      await vi.advanceTimersByTimeAsync(IDLE_MS - 1);
    }
  });

  it("stays for ever where no time is set", async () => {
    const pool = poolOf();
    expect(await answered(pool)).toBe(1);
    await vi.advanceTimersByTimeAsync(DAY_MS);
    expect(await answered(pool)).toBe(2);
  });
});

it("a worker that is at work is not idle, however long it takes", async () => {
  const pool = poolOf({ idleMs: IDLE_MS });
  await answered(pool);
  const slow = run(pool, { do: "spin twice", ms: 50 });
  await vi.advanceTimersByTimeAsync(10 * IDLE_MS);
  expect(await slow).toEqual({ ok: true, value: "done" });
  expect(await answered(pool)).toBe(3);
});

describe("a second worker", () => {
  const STUCK_MS = 3_000;
  const job: TestJob = { do: "echo", value: null };
  const spinning: TestJob = { do: "spin" };

  it("is not started while the first is soon free", async () => {
    const pool = poolOf({ size: 2 });
    const all = await Promise.all([run(pool, job), run(pool, job), run(pool, job)]);
    expect(all.at(-1)).toMatchObject({ value: { answered: 3 } });
    await vi.advanceTimersByTimeAsync(STUCK_MS);
    expect(await answered(pool)).toBe(4);
  });

  it("is not started for many jobs either, while the first takes one after another", async () => {
    const pool = poolOf({ size: 2 });
    const all = [1, 2, 3, 4].map(() => run(pool, job));
    for (const each of all) {
      await each;
      await vi.advanceTimersByTimeAsync(STUCK_MS - 1);
    }
    expect(await all.at(-1)).toMatchObject({ value: { answered: 4 } });
  });

  it("is started when the first is stuck with a job", async () => {
    const pool = poolOf({ size: 2 });
    const long = run(pool, spinning);
    const waiting = run(pool, job);
    await vi.advanceTimersByTimeAsync(STUCK_MS);
    expect(await waiting).toMatchObject({ value: { answered: 1 } });
    await pool.close();
    expect(await long).toMatchObject({ ok: false });
  });
});
