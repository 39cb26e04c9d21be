import { createWorkerPool } from "../../adapters/workers/worker-pool.ts";
import { err, ok, type Result } from "../../core/result.ts";
import type { DatabaseName } from "../../core/settings/database-name.ts";
import type { WebJobs, WebKind } from "./web-worker.ts";

/** One thread beside the one that answers HTTP, alive while it has jobs. */
export type WebPool = {
  /** Never rejects. The error is a sentence: the job took too long or failed. */
  readonly run: <K extends WebKind>(
    kind: K,
    job: WebJobs[K]["job"],
  ) => Promise<Result<WebJobs[K]["value"], string>>;
  /** Jobs that wait or are under way. */
  readonly waiting: () => number;
  readonly close: () => Promise<void>;
};

/** A write waits at most 5 s for another one; an archive document takes 6 to 20 ms. */
const TIMEOUT_MS = 10_000;
/** Heap: the largest archive documents are some megabytes. */
const MEMORY_MB = 256;
/** An idle thread ends after this time and frees the renderer's heap. */
const IDLE_MS = 30_000;

/** @param timeoutMs for each job; default: 10 s. */
export function createWebPool(database: DatabaseName, timeoutMs = TIMEOUT_MS): WebPool {
  const extension = import.meta.url.endsWith(".ts") ? "ts" : "js";
  const entry = new URL(`./web-worker.${extension}`, import.meta.url);
  const options = { size: 1, memoryMb: MEMORY_MB, idleMs: IDLE_MS };
  const pool = createWorkerPool({ entry, name: "web", ...options });
  let waiting = 0;
  return {
    async run<K extends WebKind>(kind: K, job: WebJobs[K]["job"]) {
      waiting += 1;
      try {
        const done = await pool.run({ kind, database, ...job }, { timeoutMs });
        if (done.ok) return ok(done.value as WebJobs[K]["value"]);
        const { error } = done;
        return err(error.kind === "timeout" ? `no answer within ${timeoutMs} ms` : error.message);
      } finally {
        waiting -= 1;
      }
    },
    waiting: () => waiting,
    close: pool.close,
  };
}

/** The value of a job; throws an Error with the sentence of a failed one. */
export function unwrap<T>(result: Result<T, string>): T {
  if (!result.ok) throw new Error(result.error);
  return result.value;
}
