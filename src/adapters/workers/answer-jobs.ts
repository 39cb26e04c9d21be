import { parentPort } from "node:worker_threads";
import type { JobMessage, WorkerMessage } from "./protocol.ts";

export type JobHandler = {
  readonly handle: (job: unknown) => unknown;
  /** Loads what a job needs; `null` when it is loaded already. Loading does not count as the job's time. */
  readonly prepare: (job: unknown) => Promise<unknown> | null;
};

/**
 * The worker's side of a pool: answers each job with what `handle` returns. A job that throws is
 * answered as failed and the worker lives on. Does nothing outside a worker.
 */
export function answerJobs({ handle, prepare }: JobHandler): void {
  const port = parentPort;
  if (!port) return;
  const say = (message: WorkerMessage): void => port.postMessage(message);
  port.on("message", ({ id, job }: JobMessage) => {
    say({ kind: "started", id });
    const work = async (): Promise<unknown> => {
      const loading = prepare(job);
      if (loading !== null) {
        await loading;
        say({ kind: "ready" });
      }
      return handle(job);
    };
    void answer(id, work, say);
  });
  say({ kind: "ready" });
}

async function answer(
  id: number,
  work: () => Promise<unknown>,
  say: (message: WorkerMessage) => void,
): Promise<void> {
  try {
    say({ kind: "done", id, value: await work() });
  } catch (error) {
    // Also a value that cannot be cloned: the pool must hear about this job in any case.
    say({ kind: "failed", id, message: error instanceof Error ? error.message : String(error) });
  }
}
