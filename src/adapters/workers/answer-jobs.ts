import { parentPort } from "node:worker_threads";
import type { JobMessage, WorkerMessage } from "./protocol.ts";

/**
 * The worker's side of a pool: answers each job with what `handle` returns. A job that throws is
 * answered as failed and the worker lives on. Does nothing outside a worker.
 */
export function answerJobs(handle: (job: unknown) => unknown): void {
  const port = parentPort;
  if (!port) return;
  const say = (message: WorkerMessage): void => port.postMessage(message);
  port.on("message", ({ id, job }: JobMessage) => {
    say({ kind: "started", id });
    void answer(id, async () => handle(job), say);
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
