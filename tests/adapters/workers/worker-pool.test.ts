import { mkdtempSync, rmSync } from "node:fs";
import { enableCompileCache, getCompileCacheDir } from "node:module";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, describe, expect, it, onTestFinished } from "vitest";
import type { WorkerError } from "../../../src/adapters/workers/worker-error.ts";
import {
  createWorkerPool,
  type RunOptions,
  type WorkerPool,
} from "../../../src/adapters/workers/worker-pool.ts";
import type { Result } from "../../../src/core/result.ts";
import type { TestJob } from "./test-worker.ts";

const entry = new URL("./test-worker.ts", import.meta.url);
const pools: WorkerPool[] = [];

function createPool(size: number, memoryMb = 64): WorkerPool {
  const pool = createWorkerPool({ entry, size, memoryMb, name: "test" });
  pools.push(pool);
  return pool;
}

afterEach(async () => {
  await Promise.all(pools.splice(0).map((pool) => pool.close()));
});

const LONG: RunOptions = { timeoutMs: 15_000 };
const run = (
  pool: WorkerPool,
  job: TestJob,
  options = LONG,
): Promise<Result<unknown, WorkerError>> => pool.run(job, options);
const echo = (value: unknown): TestJob => ({ do: "echo", value });

describe("a pool of workers", () => {
  it("answers each job with what the worker returns", async () => {
    const pool = createPool(2);
    const values = Array.from({ length: 20 }, (_, index) => index);
    const results = await Promise.all(values.map((value) => run(pool, echo(value))));
    expect(results).toMatchObject(values.map((value) => ({ ok: true, value: { value } })));
  });

  it("uses one worker for one job after another", async () => {
    const pool = createPool(2);
    await run(pool, echo("a"));
    expect(await run(pool, echo("b"))).toMatchObject({ value: { answered: 2 } });
  });

  it("ends a job that takes too long, and only that job", async () => {
    const pool = createPool(1);
    const [slow, next] = await Promise.all([
      run(pool, { do: "spin" }, { timeoutMs: 200 }),
      run(pool, echo("next")),
    ]);
    expect(slow).toEqual({ ok: false, error: { kind: "timeout", timeoutMs: 200 } });
    expect(next).toMatchObject({ ok: true, value: { value: "next", answered: 1 } });
  });

  it("does not count the time in the queue", async () => {
    const pool = createPool(1);
    const [, queued] = await Promise.all([
      run(pool, { do: "spin" }, { timeoutMs: 700 }),
      run(pool, echo("patient"), { timeoutMs: 500 }),
    ]);
    expect(queued).toMatchObject({ ok: true });
  });

  it("does not count the time in which the worker loads what a job needs", async () => {
    const pool = createPool(1);
    await run(pool, echo("warm"));
    const slow = await run(pool, { do: "spin twice", ms: 900 }, { timeoutMs: 1_500 });
    expect(slow).toEqual({ ok: true, value: "done" });
  });

  it("answers a job that throws as crashed and keeps the worker", async () => {
    const pool = createPool(1);
    expect(await run(pool, { do: "throw" })).toEqual({
      ok: false,
      error: { kind: "crashed", message: "thrown on purpose" },
    });
    expect(await run(pool, echo("x"))).toMatchObject({ value: { answered: 2 } });
  });

  it.each([
    ["ends its process", { do: "exit" }],
    ["fills the memory", { do: "fill the memory" }],
    ["leaves a rejection behind", { do: "leave a rejection behind" }],
  ] as const)("loses only the job when one %s", async (_name, job) => {
    const pool = createPool(1);
    const [lost, next] = await Promise.all([run(pool, job), run(pool, echo("next"))]);
    expect(lost).toMatchObject({ ok: false, error: { kind: "crashed" } });
    expect(next).toMatchObject({ ok: true, value: { value: "next", answered: 1 } });
  });

  it("gives a job to a new worker when the old one died before it began", async () => {
    const pool = createPool(1);
    const [first, next] = await Promise.all([
      run(pool, { do: "exit after the answer" }),
      run(pool, echo("not its fault")),
    ]);
    expect(first).toEqual({ ok: true, value: "answered" });
    expect(next).toMatchObject({ ok: true, value: { value: "not its fault" } });
  });

  it.each([
    ["a result", { do: "return a function" }],
    ["a job", { do: "echo", value: () => "cannot be cloned" }],
  ] as const)("answers %s that cannot be cloned as crashed and goes on", async (_name, job) => {
    const pool = createPool(1);
    const [bad, next] = await Promise.all([run(pool, job), run(pool, echo("next"))]);
    expect(bad).toMatchObject({ ok: false, error: { kind: "crashed" } });
    expect(next).toMatchObject({ ok: true, value: { value: "next" } });
  });

  it("hands buffers over instead of copying them", async () => {
    const pool = createPool(1);
    const bytes = new Uint8Array(1_000);
    const job: TestJob = { do: "count bytes", bytes };
    expect(await run(pool, job, { ...LONG, transfer: [bytes.buffer] })).toEqual({
      ok: true,
      value: 1_000,
    });
    expect(bytes.byteLength).toBe(0);
  });

  it("gives its workers the compile cache of the process", async () => {
    const folder = mkdtempSync(join(tmpdir(), "offprint-compile-cache-"));
    onTestFinished(() => rmSync(folder, { recursive: true, force: true }));
    enableCompileCache(folder);
    const named = await run(createPool(1), { do: "name the compile cache" });
    expect(named).toEqual({ ok: true, value: getCompileCacheDir() });
  });

  it("answers what is under way or waiting as crashed when it is closed, and everything later", async () => {
    const pool = createPool(1);
    const underWay = [run(pool, { do: "spin" }), run(pool, echo("waiting"))];
    await pool.close();
    await pool.close();
    for (const result of [...(await Promise.all(underWay)), await run(pool, echo("late"))]) {
      expect(result).toMatchObject({
        ok: false,
        error: { kind: "crashed", message: expect.stringContaining("closed") },
      });
    }
  });

  it("answers every job when the worker's module cannot be loaded", async () => {
    const missing = new URL("./no-such-worker.ts", import.meta.url);
    const pool = createWorkerPool({ entry: missing, size: 1, memoryMb: 64, name: "missing" });
    pools.push(pool);
    const results = await Promise.all([run(pool, echo(1)), run(pool, echo(2))]);
    expect(results).toMatchObject([{ error: { kind: "crashed" } }, { error: { kind: "crashed" } }]);
  });
});
