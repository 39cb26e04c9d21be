import { type Transferable, Worker } from "node:worker_threads";
import { err, ok, type Result } from "../../core/result.ts";
import type { WorkerMessage } from "./protocol.ts";
import type { WorkerError } from "./worker-pool.ts";

export type WorkerOptions = {
  /** The worker's module. */
  readonly entry: URL;
  /** Heap of one worker; a job that needs more ends its worker. */
  readonly memoryMb: number;
  /** Shown in diagnostics. */
  readonly name: string;
};

export type Task = {
  readonly job: unknown;
  readonly timeoutMs: number;
  readonly transfer: readonly Transferable[];
  /** How often a worker died before it began with this job. */
  readonly attempts: number;
  readonly settle: (result: Result<unknown, WorkerError>) => void;
};

/** A place for one worker, which is started when needed and replaced when it dies. */
export type Slot = {
  readonly isIdle: () => boolean;
  readonly isRunning: () => boolean;
  readonly give: (task: Task) => void;
  readonly close: () => Promise<void>;
};

/** What the current worker is doing; `id` tells its job from those of dead workers. */
type Current = { readonly id: number; readonly task: Task; isStarted: boolean };

/** A worker that has not loaded after this time never will. */
const START_TIMEOUT_MS = 30_000;

/** A job that no worker lived to begin is not tried again. */
const MAX_ATTEMPTS = 2;

/** `onIdle` is called whenever the slot can take a task, with the task that it could not begin. */
export function createSlot(options: WorkerOptions, onIdle: (unstarted: Task | null) => void): Slot {
  let worker: Worker | null = null;
  let isReady = false;
  let current: Current | null = null;
  let timer: NodeJS.Timeout | undefined;
  let nextId = 0;

  const startTimer = (timeoutMs: number): void => {
    clearTimeout(timer);
    timer = setTimeout(() => fail({ kind: "timeout", timeoutMs }), timeoutMs);
  };

  /** Answers the current job and makes the slot free, whatever happens to the worker. */
  function settle(result: Result<unknown, WorkerError>): void {
    const done = current;
    current = null;
    clearTimeout(timer);
    worker?.unref(); // an idle worker must not keep the process alive
    done?.task.settle(result);
    onIdle(null);
  }

  /** The worker cannot be used any more: its job fails, and the next gets a new worker. */
  function fail(error: WorkerError): void {
    drop();
    const failed = current;
    const isInnocent = failed !== null && !failed.isStarted && error.kind === "crashed";
    if (!failed || !isInnocent || isHandedOver(failed.task)) {
      settle(err(error));
      return;
    }
    current = null;
    clearTimeout(timer);
    onIdle({ ...failed.task, attempts: failed.task.attempts + 1 });
  }

  function drop(): void {
    const dead = worker;
    worker = null;
    isReady = false;
    if (dead) void dead.terminate();
  }

  function onMessage(message: WorkerMessage): void {
    if (message.kind === "ready") {
      isReady = true;
      if (current) startTimer(current.task.timeoutMs);
      return;
    }
    if (message.id !== current?.id) return;
    if (message.kind === "started") current.isStarted = true;
    else if (message.kind === "done") settle(ok(message.value));
    else settle(err({ kind: "crashed", message: message.message }));
  }

  function start(): Worker {
    const started = new Worker(options.entry, {
      name: options.name,
      execArgv: [],
      resourceLimits: { maxOldGenerationSizeMb: options.memoryMb },
    });
    const whenCurrent = (act: () => void): void => {
      if (worker === started) act();
    };
    started.on("message", (message: WorkerMessage) => whenCurrent(() => onMessage(message)));
    started.on("error", (error) => whenCurrent(() => fail(crashed(error.message))));
    started.on("exit", (code) =>
      whenCurrent(() => fail(crashed(`the worker ended with code ${code}`))),
    );
    return started;
  }

  return {
    isIdle: () => current === null,
    isRunning: () => worker !== null,
    give: (task) => {
      nextId += 1;
      current = { id: nextId, task, isStarted: false };
      try {
        worker ??= start();
        worker.ref();
        worker.postMessage({ id: nextId, job: task.job }, [...task.transfer]);
        startTimer(isReady ? task.timeoutMs : START_TIMEOUT_MS);
      } catch (error) {
        // A job that cannot be cloned: the worker is as good as before.
        settle(err(crashed(error instanceof Error ? error.message : String(error))));
      }
    },
    close: async () => {
      const last = worker;
      worker = null;
      if (current) settle(err(crashed("the worker pool is closed")));
      clearTimeout(timer);
      await last?.terminate();
    },
  };
}

const crashed = (message: string): WorkerError => ({ kind: "crashed", message });

/** Its buffers went with the worker, or it has brought down more than one. */
const isHandedOver = (task: Task): boolean =>
  task.transfer.length > 0 || task.attempts + 1 >= MAX_ATTEMPTS;
