import { type Transferable, Worker } from "node:worker_threads";
import { err, ok, type Result } from "../../core/result.ts";
import type { WorkerMessage } from "./protocol.ts";
import { threadEnvironment } from "./thread-environment.ts";
import type { WorkerError } from "./worker-error.ts";

export type WorkerOptions = {
  /** The worker's module. */
  readonly entry: URL;
  /** Heap of one worker; a job that needs more ends its worker. */
  readonly memoryMb: number;
  /** Shown in diagnostics. */
  readonly name: string;
  /** A worker that was idle for so long is ended, and started again when there is work; default: never. */
  readonly idleMs?: number;
};

export type Task = {
  readonly job: unknown;
  readonly timeoutMs: number;
  readonly transfer: readonly Transferable[];
  /** How often a worker died before it began with this job. */
  readonly attempts: number;
  readonly settle: (result: Result<unknown, WorkerError>) => void;
};

/** One worker of a pool: its thread is started when needed and replaced when it dies. */
export type PooledWorker = {
  readonly isIdle: () => boolean;
  readonly isRunning: () => boolean;
  readonly give: (task: Task) => void;
  readonly close: () => Promise<void>;
};

/** What the current worker is doing; `id` tells its job from those of dead workers. */
type CurrentJob = { readonly id: number; readonly task: Task; isStarted: boolean };

type WorkerState = {
  readonly options: WorkerOptions;
  readonly onIdle: (unstarted: Task | null) => void;
  worker: Worker | null;
  isReady: boolean;
  current: CurrentJob | null;
  timer: NodeJS.Timeout | undefined;
  idleTimer: NodeJS.Timeout | undefined;
  lastId: number;
};

/** `onIdle` is called whenever the worker can take a task, with the task that it could not begin. */
export function createPooledWorker(
  options: WorkerOptions,
  onIdle: (unstarted: Task | null) => void,
): PooledWorker {
  const state: WorkerState = {
    options,
    onIdle,
    worker: null,
    isReady: false,
    current: null,
    timer: undefined,
    idleTimer: undefined,
    lastId: 0,
  };
  return {
    isIdle: () => state.current === null,
    isRunning: () => state.worker !== null,
    give: (task) => give(state, task),
    close: () => close(state),
  };
}

/** A worker that has not loaded after this time never will. */
const START_TIMEOUT_MS = 30_000;

function give(state: WorkerState, task: Task): void {
  clearTimeout(state.idleTimer);
  state.lastId += 1;
  state.current = { id: state.lastId, task, isStarted: false };
  try {
    state.worker ??= start(state);
    state.worker.ref();
    state.worker.postMessage({ id: state.lastId, job: task.job }, [...task.transfer]);
    startTimer(state, state.isReady ? task.timeoutMs : START_TIMEOUT_MS);
  } catch (error) {
    // A job that cannot be cloned: the worker is as good as before.
    settle(state, err(crashed(describe(error))));
  }
}

function startTimer(state: WorkerState, timeoutMs: number): void {
  clearTimeout(state.timer);
  state.timer = setTimeout(() => fail(state, { kind: "timeout", timeoutMs }), timeoutMs);
}

/**
 * The most that new objects of a worker take. V8 would take 48 MB of a machine's memory, or more, and give it back late. What a
 * process says to V8 by flags (bin/offprint.js, child-process.ts, new-objects.ts) counts for each of its threads, too.
 */
const YOUNG_MB = 24;

function start(state: WorkerState): Worker {
  const { entry, name, memoryMb } = state.options;
  const worker = new Worker(entry, {
    name,
    execArgv: [],
    env: threadEnvironment(),
    resourceLimits: { maxOldGenerationSizeMb: memoryMb, maxYoungGenerationSizeMb: YOUNG_MB },
  });
  const whenCurrent = (act: () => void): void => {
    if (state.worker === worker) act();
  };
  worker.on("message", (message: WorkerMessage) => whenCurrent(() => onMessage(state, message)));
  worker.on("error", (error) => whenCurrent(() => fail(state, crashed(describe(error)))));
  worker.on("exit", (code) =>
    whenCurrent(() => fail(state, crashed(`the worker ended with code ${code}`))),
  );
  return worker;
}

const describe = (error: unknown): string =>
  error instanceof Error ? error.message : String(error);

function onMessage(state: WorkerState, message: WorkerMessage): void {
  if (message.kind === "ready") {
    state.isReady = true;
    if (state.current) startTimer(state, state.current.task.timeoutMs);
    return;
  }
  if (message.id !== state.current?.id) return;
  if (message.kind === "started") state.current.isStarted = true;
  else if (message.kind === "done") settle(state, ok(message.value));
  else settle(state, err(crashed(message.message)));
}

/** Answers the current job and makes the worker free, whatever happens to the worker. */
function settle(state: WorkerState, result: Result<unknown, WorkerError>): void {
  const done = state.current;
  state.current = null;
  clearTimeout(state.timer);
  state.worker?.unref(); // an idle worker must not keep the process alive
  done?.task.settle(result);
  state.onIdle(null);
  if (state.current === null) endWhenIdle(state);
}

function endWhenIdle(state: WorkerState): void {
  const { idleMs } = state.options;
  clearTimeout(state.idleTimer);
  if (idleMs === undefined || state.worker === null) return;
  state.idleTimer = setTimeout(() => void end(state), idleMs);
  state.idleTimer.unref();
}

async function end(state: WorkerState): Promise<void> {
  const { worker } = state;
  state.worker = null;
  state.isReady = false;
  await worker?.terminate();
}

/** The worker cannot be used any more: its job fails, and the next gets a new worker. */
function fail(state: WorkerState, error: WorkerError): void {
  const { worker, current } = state;
  state.worker = null;
  state.isReady = false;
  if (worker) void worker.terminate();
  if (!current || !canRetry(current, error)) {
    settle(state, err(error));
    return;
  }
  state.current = null;
  clearTimeout(state.timer);
  state.onIdle({ ...current.task, attempts: current.task.attempts + 1 });
}

/** How often a job is given to a worker that dies before it begins with it. */
const MAX_ATTEMPTS = 2;

/** Retries only a job that never began, and whose buffers were not handed over to the dead worker. */
const canRetry = ({ isStarted, task }: CurrentJob, error: WorkerError): boolean =>
  !isStarted &&
  error.kind === "crashed" &&
  task.transfer.length === 0 &&
  task.attempts + 1 < MAX_ATTEMPTS;

const crashed = (message: string): WorkerError => ({ kind: "crashed", message });

async function close(state: WorkerState): Promise<void> {
  const ended = end(state);
  if (state.current) settle(state, err(crashed("the worker pool is closed")));
  clearTimeout(state.timer);
  clearTimeout(state.idleTimer);
  await ended;
}
