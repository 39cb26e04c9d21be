import type { Transferable } from "node:worker_threads";
import { createWorkerPool } from "../../adapters/workers/worker-pool.ts";
import { err, type Result } from "../../core/result.ts";
import type { ReadError } from "../../core/sources/errors.ts";
import type { ReceivedDocument } from "../../core/sources/feed.ts";
import type { ReadingJob, ReadingJobs, ReadingKind } from "./reading-worker.ts";

/** Why a job has no value: its worker ran out of time or died. */
export type ReadingError = Extract<ReadError, { readonly kind: "timeout" | "crashed" }>;

export type ReadingPool = {
  /** Never rejects. */
  readonly run: <K extends ReadingKind>(
    job: ReadingJob<K>,
    options: { readonly timeoutMs: number; readonly transfer?: readonly Transferable[] },
  ) => Promise<Result<ReadingJobs[K]["value"], ReadingError>>;
  readonly close: () => Promise<void>;
};

/** Heap of one worker: enough for the largest document within the limits; a document that needs more ends the worker. */
const MEMORY_MB = 400;

/** An idle worker ends after this time. A third of a second of CPU starts another; rules take 40 MB meanwhile. */
const IDLE_MS = 120_000;

/** Workers that read foreign documents outside the thread that answers HTTP. */
export function createReadingPool(size: number): ReadingPool {
  // Source and build have the same names; only the extension differs.
  const extension = import.meta.url.endsWith(".ts") ? "ts" : "js";
  const entry = new URL(`./reading-worker.${extension}`, import.meta.url);
  const options = { size, memoryMb: MEMORY_MB, idleMs: IDLE_MS };
  const pool = createWorkerPool({ entry, name: "reading", ...options });
  return {
    run: async <K extends ReadingKind>(
      job: ReadingJob<K>,
      options: { readonly timeoutMs: number; readonly transfer?: readonly Transferable[] },
    ) => {
      const result = await pool.run(job, options);
      return result.ok
        ? { ok: true, value: result.value as ReadingJobs[K]["value"] }
        : err(readingError(result.error));
    },
    close: pool.close,
  };
}

const readingError = (
  error:
    | { readonly kind: "timeout"; readonly timeoutMs: number }
    | { readonly kind: "crashed"; readonly message: string },
): ReadingError => (error.kind === "timeout" ? { ...error, phase: "read" } : error);

/** The buffer of a document, when it can be handed to a worker instead of copied. */
export const transferOf = ({ bytes }: ReceivedDocument): readonly Transferable[] =>
  bytes.buffer instanceof ArrayBuffer && bytes.byteLength === bytes.buffer.byteLength
    ? [bytes.buffer]
    : [];
