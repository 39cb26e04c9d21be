import type { Transferable } from "node:worker_threads";
import { err, type Result } from "../../core/result.ts";
import {
  createPooledWorker,
  type PooledWorker,
  type Task,
  type WorkerOptions,
} from "./pooled-worker.ts";
import type { WorkerError } from "./worker-error.ts";

export type RunOptions = {
  /** Counted from the moment a worker begins with the job; waiting in the queue does not count. */
  readonly timeoutMs: number;
  /** Buffers of the job that are handed over instead of copied; the caller cannot use them any more. */
  readonly transfer?: readonly Transferable[];
};

export type WorkerPoolOptions = WorkerOptions & {
  /** Workers at most; each starts when it is first needed. */
  readonly size: number;
};

/** Threads that can be killed: what goes wrong with a job costs that job alone. */
export type WorkerPool = {
  /** Never rejects. Jobs start in the order of their calls. */
  readonly run: (job: unknown, options: RunOptions) => Promise<Result<unknown, WorkerError>>;
  /** Ends all workers; jobs under way are answered as crashed. Idempotent. */
  readonly close: () => Promise<void>;
};

/** A pool for one worker module (`entry`), which must call `answerJobs`. */
export function createWorkerPool({ size, ...options }: WorkerPoolOptions): WorkerPool {
  const queue: Task[] = [];
  let isClosed = false;
  const workers: readonly PooledWorker[] = Array.from({ length: size }, () =>
    createPooledWorker(options, onIdle),
  );

  function onIdle(unstarted: Task | null): void {
    if (unstarted) queue.unshift(unstarted);
    dispatch();
  }

  function dispatch(): void {
    while (queue.length > 0) {
      // A worker that runs already is preferred: starting one takes longer than most jobs.
      const idle = workers.filter((worker) => worker.isIdle());
      const worker = idle.find((each) => each.isRunning()) ?? idle[0];
      const task = worker ? queue.shift() : undefined;
      if (!worker || !task) return;
      worker.give(task);
    }
  }

  return {
    run: (job, { timeoutMs, transfer = [] }) =>
      new Promise((resolve) => {
        if (isClosed) return resolve(closed());
        queue.push({ job, timeoutMs, transfer, attempts: 0, settle: resolve });
        dispatch();
      }),
    close: async () => {
      isClosed = true;
      for (const task of queue.splice(0)) task.settle(closed());
      await Promise.all(workers.map((worker) => worker.close()));
    },
  };
}

export const closed = (): Result<never, WorkerError> =>
  err({ kind: "crashed", message: "the worker pool is closed" });
