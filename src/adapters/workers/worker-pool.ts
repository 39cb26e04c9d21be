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
  /** Workers at most. The first starts with the first job, each other one when jobs wait and those before are stuck (STUCK_MS). */
  readonly size: number;
};

/** Threads that can be killed: what goes wrong with a job costs that job alone. */
export type WorkerPool = {
  /** Never rejects. Jobs start in the order of their calls. */
  readonly run: (job: unknown, options: RunOptions) => Promise<Result<unknown, WorkerError>>;
  /** Ends all workers; jobs under way are answered as crashed. Idempotent. */
  readonly close: () => Promise<void>;
};

/**
 * Workers that have not taken a job for so long are stuck: with a document that takes its time, or will take all of it. Many
 * jobs alone are no reason for another worker: what follows on the main thread takes longer than they do, and a worker
 * costs a second of CPU until it is warm, and a hundred megabytes. A cold one needs a second for its first document.
 */
const STUCK_MS = 3_000;

type PoolState = {
  workers: readonly PooledWorker[];
  readonly queue: Task[];
  /** Runs while jobs wait, anew from each job that is taken. */
  waiting: NodeJS.Timeout | undefined;
  isClosed: boolean;
};

/** A pool for one worker module (`entry`), which must call `answerJobs`. */
export function createWorkerPool({ size, ...options }: WorkerPoolOptions): WorkerPool {
  const state: PoolState = { workers: [], queue: [], waiting: undefined, isClosed: false };
  const onIdle = (unstarted: Task | null): void => {
    if (unstarted) state.queue.unshift(unstarted);
    dispatch(state);
  };
  state.workers = Array.from({ length: size }, () => createPooledWorker(options, onIdle));
  return {
    run: (job, { timeoutMs, transfer = [] }) =>
      new Promise((resolve) => {
        if (state.isClosed) return resolve(closed());
        state.queue.push({ job, timeoutMs, transfer, attempts: 0, settle: resolve });
        dispatch(state);
      }),
    close: () => close(state),
  };
}

/** Gives jobs to workers that run. Another one is started only when these are stuck. */
function dispatch(state: PoolState): void {
  const { workers, queue } = state;
  while (queue.length > 0) {
    const idle = workers.filter((worker) => worker.isIdle());
    const isFirst = workers.every((worker) => !worker.isRunning());
    const worker = idle.find((each) => each.isRunning()) ?? (isFirst ? idle[0] : undefined);
    if (worker === undefined) break;
    giveNext(worker, queue);
    stopWaiting(state);
  }
  if (queue.length === 0) stopWaiting(state);
  else state.waiting ??= setTimeout(() => startAnother(state), STUCK_MS);
}

function giveNext(worker: PooledWorker | undefined, queue: Task[]): void {
  const task = worker && queue.shift();
  if (task) worker.give(task);
}

function startAnother(state: PoolState): void {
  stopWaiting(state);
  giveNext(
    state.workers.find((worker) => worker.isIdle()),
    state.queue,
  );
  dispatch(state);
}

function stopWaiting(state: PoolState): void {
  clearTimeout(state.waiting);
  state.waiting = undefined;
}

async function close(state: PoolState): Promise<void> {
  state.isClosed = true;
  for (const task of state.queue.splice(0)) task.settle(closed());
  stopWaiting(state);
  await Promise.all(state.workers.map((worker) => worker.close()));
}

export const closed = (): Result<never, WorkerError> =>
  err({ kind: "crashed", message: "the worker pool is closed" });
